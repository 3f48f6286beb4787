// What starts by itself, and when: the order of the steps as a rule. Decides nothing that is the person's.
import type { StepId } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { Bench } from './bench.ts';
import { freshLadders } from './ladders.ts';
import { heldPassword, isPasswordRoad, needsBoth, passwordIsNext } from './password-road.ts';
import { testThisComputer, wayIsAsked } from './run-flow.ts';
import { runMonitor } from './run-monitor.ts';
import { runRefresh } from './run-refresh.ts';
import { rehearse, takeKnownRegistration } from './run-registration.ts';
import { runTest } from './run-test.ts';
import { advancePasswordRoad, notePassword, takeRoad } from './take-password-road.ts';

/** Steps 2 to 8 with a sign-in. True when the keys are kept and the rest can begin. */
function advanceSignIn(bench: Bench): boolean {
  const idle = (step: StepId): boolean => bench.view().steps[step].kind === 'waiting';
  const closed = (step: StepId): boolean => isClosed(bench.view().steps[step]);
  const need = (step: StepId): void => {
    if (idle(step)) bench.status(step, { kind: 'needs-you' });
  };
  if (idle('register')) takeKnownRegistration(bench);
  if (!closed('register')) {
    if (closed('understand')) need('register');
    return false;
  }
  if (idle('credentials') && bench.view().registration) rehearse(bench);
  if (!closed('credentials')) {
    if (closed('understand') && !bench.view().registration) need('credentials');
    return false;
  }
  const lacksPassword = needsBoth(bench.view()) && !heldPassword(bench.held, bench.view());
  if (lacksPassword && closed('flow') && !closed('store')) bench.record({ type: 'reopened', step: 'flow' });
  if (idle('flow')) {
    if (!lacksPassword && !wayIsAsked(bench)) {
      testThisComputer(bench, bench.view().way === 'device' ? 'device' : 'browser');
    } else if (closed('understand')) {
      bench.status('flow', wayIsAsked(bench) ? { kind: 'needs-you' } : passwordIsNext);
    }
  }
  if (!closed('flow') || !closed('understand')) return false;
  need('request');
  return closed('store');
}

/** What can start, starts; each step itself says when it is done and calls this again. */
export function advance(bench: Bench): void {
  takeRoad(bench);
  notePassword(bench);
  const { steps, provider } = bench.view();
  const idle = (step: StepId): boolean => bench.view().steps[step].kind === 'waiting';
  const closed = (step: StepId): boolean => isClosed(bench.view().steps[step]);
  const need = (step: StepId): void => {
    if (idle(step)) bench.status(step, { kind: 'needs-you' });
  };
  if (!provider || steps.understand.kind === 'working') return;

  if (!(isPasswordRoad(bench.view()) ? advancePasswordRoad(bench) : advanceSignIn(bench))) return;
  need('configure');
  if (bench.view().ladders.length === 0) bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  if (idle('test')) runTest(bench);
  if (!closed('test')) return;
  if (idle('refresh')) runRefresh(bench);
  if (closed('refresh') && closed('configure') && idle('monitor')) runMonitor(bench);
}
