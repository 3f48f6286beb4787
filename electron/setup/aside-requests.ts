// What the window asks about set-ups that wait for approval out of sight: put aside, open again, give up.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { hasSentRequest, isWaitingForApproval } from './approval-wait.ts';
import { approvedNotice } from './aside-view.ts';
import { abandonSetup, forgetKeys, setAsideWaiting } from './make-way.ts';
import type { Handlers, Postkey } from './postkey.ts';
import { takeUnused } from './revoke-unused.ts';

const notNow: Answer = { accepted: false, refusal: 'not-now' };

export function isAside(postkey: Postkey, id: string): boolean {
  return postkey.aside().some(({ setup }) => setup.id === id);
}

/** Ending it costs nobody anything: nothing was done yet, or all. */
function costsNothing(view: SetupView): boolean {
  const isEmpty =
    view.purpose === 'new-account' && view.current === 'understand' && view.steps.store.kind === 'waiting';
  return isEmpty || view.watch !== undefined;
}

/** Opens one that was set aside; one in progress that waits too changes places with it. */
export async function takeUp(postkey: Postkey, id: string): Promise<Answer> {
  if (!isAside(postkey, id)) return notNow;
  const view = postkey.setup()?.view();
  if (view && hasSentRequest(view)) await setAsideWaiting(postkey, 1);
  else if (view && costsNothing(view)) await abandonSetup(postkey);
  if (postkey.setup()) return notNow;
  postkey.takeUp(id);
  postkey.dismiss(approvedNotice(id));
  return accepted;
}

/** `startAgain` opens step 1 when nothing else is left to show. */
export function asideHandlers(
  postkey: Postkey,
  startAgain: () => Promise<unknown>,
): Pick<Handlers, 'setup.setAside' | 'setup.takeUp' | 'setup.cancelAside'> {
  return {
    'setup.setAside': () => {
      const view = postkey.setup()?.view();
      return view && isWaitingForApproval(view) ? setAsideWaiting(postkey) : notNow;
    },
    'setup.takeUp': ({ id }) => takeUp(postkey, id),
    'setup.cancelAside': async ({ id }) => {
      const waiting = postkey.aside().find(({ setup }) => setup.id === id);
      if (!waiting) return notNow;
      const revoke = await takeUnused(postkey, waiting.setup, null);
      postkey.cancelAside(id);
      await forgetKeys(postkey, id);
      revoke();
      await startAgain();
      return accepted;
    },
  };
}
