// What the window knows: the newest snapshot that main sent it. Read only; a person's doings go through the page.
import type { Page } from '@playwright/test';
import type { PostkeyWindow } from '../../shared/ipc-contract.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';

declare global {
  interface Window {
    readonly postkey: PostkeyWindow;
    newestForTests?: PostkeyState;
  }
}

const lookEveryMs = 25;

/** The newest snapshot. */
export function readState(page: Page): Promise<PostkeyState> {
  return page.evaluate(
    () =>
      new Promise<PostkeyState>((resolve) => {
        if (window.newestForTests !== undefined) return resolve(window.newestForTests);
        window.postkey.onState((state) => {
          window.newestForTests = state;
          resolve(state);
        });
        void window.postkey.request('window.ready', {});
      }),
  );
}

/** Waits for a fact about the whole; `what` names it for the person who reads the failure. */
export async function untilState(
  page: Page,
  what: string,
  isSo: (state: PostkeyState) => boolean,
  deadlineMs = 20_000,
): Promise<PostkeyState> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const state = await readState(page);
    if (isSo(state)) return state;
    if (Date.now() > until) throw new Error(`Waited in vain until ${what}; ${describe(state.setup)}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** As `untilState`, about the set-up in progress. */
export async function untilSetup(
  page: Page,
  what: string,
  isSo: (setup: SetupView) => boolean,
  deadlineMs?: number,
): Promise<SetupView> {
  const state = await untilState(page, what, ({ setup }) => setup !== undefined && isSo(setup), deadlineMs);
  if (state.setup === undefined) throw new Error('No set-up in progress');
  return state.setup;
}

function describe(setup: SetupView | undefined): string {
  if (setup === undefined) return 'there is no set-up';
  const stands = Object.entries(setup.steps).map(([step, status]) =>
    'problem' in status ? `${step} ${status.kind} (${status.problem.code})` : `${step} ${status.kind}`,
  );
  return `it stands: ${stands.join(', ')}`;
}
