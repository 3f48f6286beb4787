// The wait for an organisation's approval as a state of step 6: going into it, back to it, and out of it. Asks nobody, keeps nothing.
import type { ApprovalView } from '../../shared/approval.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed, type StepStatus } from '../../shared/step-status.ts';
import type { Bench } from './bench.ts';

export function waitingStatus(since: number): StepStatus {
  return { kind: 'working', activity: 'waiting-for-approval', values: { since } };
}

/** Whether step 6 stands in the wait now; not while a sign-in is tried meanwhile. */
export function isWaitingForApproval({ steps, approval }: Pick<SetupView, 'steps' | 'approval'>): boolean {
  const { response } = steps;
  const isWait = response.kind === 'working' && response.activity === 'waiting-for-approval';
  return isWait && approval?.since !== undefined;
}

/** The wait that a sign-in under way returns to when it brings nothing. */
export function hasSentRequest({ approval }: Pick<SetupView, 'approval'>): boolean {
  return approval?.since !== undefined;
}

type Change = { readonly [key in keyof ApprovalView]?: ApprovalView[key] | undefined };

/** `undefined` takes a part away. A wait that is over is not begun again. */
export function changeApproval(bench: Bench, change: Change): void {
  const { approval } = bench.view();
  if (!approval) return;
  const entries = Object.entries({ ...approval, ...change }).filter(([, value]) => value !== undefined);
  bench.record({ type: 'known', known: { approval: Object.fromEntries(entries) as unknown as ApprovalView } });
}

/** Step 6 waits, with this changed; whatever was tried meanwhile has brought nothing and nothing of it is kept. */
export function goIntoWait(bench: Bench, change: Change): void {
  changeApproval(bench, { checking: undefined, trouble: undefined, ...change });
  const { approval, steps } = bench.view();
  if (approval?.since === undefined) return;
  bench.pendingGrant = null;
  bench.record({ type: 'reopened', step: 'response' });
  bench.record({ type: 'known', known: { person: undefined, validUntil: undefined, wait: undefined } });
  if (!isClosed(steps.request)) {
    // Cut off before the browser was reached; the request that was refused was the one before.
    bench.status('request', { kind: 'done', fact: { code: 'browser-took-link', values: { browser: '' } }, ms: 0 });
  }
  bench.status('response', waitingStatus(approval.since));
}
