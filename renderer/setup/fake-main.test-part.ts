// Stands in for main in tests of the picture: answers requests, pushes snapshots, remembers what was asked.
import type { Answer, RequestName } from '../../shared/ipc-contract.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { connectToMain } from './postkey-state.ts';
import { startWords } from './words.ts';

/** The store keeps only newer snapshots, also from one test to the next. */
let revision = 0;

export interface FakeMain {
  readonly asked: (readonly [RequestName, unknown])[];
  readonly answers: Partial<Record<RequestName, Answer | (() => Promise<Answer>)>>;
  readonly push: (state: PostkeyState) => void;
}

export async function fakeMain(state: PostkeyState): Promise<FakeMain> {
  const listeners: ((state: PostkeyState) => void)[] = [];
  const asked: FakeMain['asked'] = [];
  const answers: FakeMain['answers'] = {};
  const push = (next: PostkeyState): void => {
    revision += 1;
    for (const listener of listeners) listener({ ...next, revision });
  };
  Object.assign(window, {
    postkey: {
      request: async (name: RequestName, input: unknown): Promise<Answer> => {
        asked.push([name, input]);
        if (name === 'window.ready') push(state);
        const answer = answers[name];
        return typeof answer === 'function' ? answer() : (answer ?? { accepted: true });
      },
      onState: (listener: (state: PostkeyState) => void) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
  });
  await connectToMain();
  await startWords('en');
  return { asked, answers, push };
}

export function stateWith(setup: SetupView | undefined, more: Partial<PostkeyState> = {}): PostkeyState {
  return {
    revision: 0,
    bridges: [],
    version: '0.1.0',
    language: 'en',
    direction: 'ltr',
    theme: 'system',
    accounts: [],
    aside: [],
    notices: [],
    update: { state: 'off', by: 'build' },
    network: { looking: false, found: [] },
    ...(setup === undefined ? {} : { setup }),
    ...more,
  };
}

const known: StepStatus = {
  kind: 'done',
  fact: { code: 'provider-found', values: { provider: 'Example Mail' } },
  ms: 1,
};

/** A set-up that stands at a step: all before it done, all after it waiting, but for what is given. */
export function setupAt(current: StepId, statuses: Partial<SetupView['steps']> = {}): SetupView {
  const at = setupSteps.indexOf(current);
  const steps = setupSteps.map((step, index): [StepId, StepStatus] => {
    if (index < at) return [step, known];
    return [step, index === at ? { kind: 'needs-you' } : { kind: 'waiting' }];
  });
  return {
    id: 'setup-1',
    purpose: 'new-account',
    practice: false,
    steps: { ...(Object.fromEntries(steps) as SetupView['steps']), ...statuses },
    current,
    wanted: ['imap', 'smtp'],
    scopes: [],
    ladders: [],
    details: {},
  };
}
