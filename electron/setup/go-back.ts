// Opening a step again, and trying a stopped one again. What rests on it is done anew.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import { isWaitingForApproval } from './approval-wait.ts';
import type { Bench } from './bench.ts';
import { isPasswordRoad, needsBoth, passwordIsNext } from './password-road.ts';
import { chooseWay } from './run-flow.ts';
import { keepBesideAgain } from './run-password.ts';
import { signIn } from './run-request.ts';
import { stopWaiting } from './run-response.ts';
import { decideStore } from './run-token.ts';
import { takeAddress } from './run-understand.ts';

/** What one press of "Sign in" runs through. An answer is good once only, so that all of it begins again at the question. */
export const signInRoad: readonly StepId[] = ['request', 'response', 'token', 'store'];

/** Opens a closed or stopped step again. */
export function reopen(bench: Bench, wish: StepId): Answer {
  const { steps } = bench.view();
  if (steps[wish].kind === 'waiting') return { accepted: false, refusal: 'not-now' };
  const view = bench.view();
  // Who went by password and now wants to register goes by a sign-in.
  if (steps[wish].kind === 'skipped' && setupSteps.indexOf(wish) < setupSteps.indexOf('flow')) {
    return chooseWay(bench, { way: 'browser' });
  }
  // During the wait for approval a sign-in is tried, and what was asked of IT is not given up for it.
  if (signInRoad.includes(wish) && isWaitingForApproval(view)) return signIn(bench);
  if (wish === 'flow' && needsBoth(view) && isClosed(steps.store)) {
    askForPasswordAgain(bench);
    return accepted;
  }
  const road = isPasswordRoad(view) ? 'flow' : 'request';
  const step = signInRoad.includes(wish) ? road : wish;
  bench.attempts.endFrom(step);
  if (step !== 'configure') stopWaiting(bench);
  bench.record({ type: 'reopened', step });
  if (step === 'understand') bench.status('understand', { kind: 'needs-you' });
  if (step === 'register' || step === 'credentials') {
    // What a preset or an earlier try gave is put aside, so that the person can give something else.
    bench.status(step, { kind: 'needs-you' });
    return accepted;
  }
  if (step === 'flow') bench.status('flow', { kind: 'needs-you' });
  else bench.advance();
  return accepted;
}

/** The sign-in stands; only the password beside it is typed anew, or another way chosen. */
function askForPasswordAgain(bench: Bench): void {
  bench.attempts.endFrom('test');
  bench.record({ type: 'reopened', step: 'test' });
  bench.status('flow', passwordIsNext);
}

/** Runs a stopped step again; the tests, the renewal and the look also when they went well; a sign-in also during the wait for approval. */
export function retry(bench: Bench, step: StepId): Answer {
  const isStopped = bench.view().steps[step].kind === 'failed';
  const isWait = step === 'response' && isWaitingForApproval(bench.view());
  if (!isStopped && !isWait && step !== 'test' && step !== 'refresh' && step !== 'monitor') {
    return { accepted: false, refusal: 'not-now' };
  }
  if (step === 'request' || step === 'response' || step === 'token') return signIn(bench);
  if (step === 'store') return decideStore(bench, { decision: 'try-again' });
  if (step === 'flow' && keepBesideAgain(bench)) return accepted;
  bench.attempts.endFrom(step);
  bench.record({ type: 'reopened', step });
  if (step === 'understand') {
    const { address, signsInAs } = bench.view();
    if (address) return takeAddress(bench, { address, ...(signsInAs ? { signsInAs } : {}) });
  }
  bench.advance();
  return accepted;
}
