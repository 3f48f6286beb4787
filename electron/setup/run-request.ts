// Step 5: ask for permission to the mail. One sign-in at a time; a second press does nothing.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { services } from '../../shared/mail-provider.ts';
import { isAboutApproval, makeApproval } from '../../shared/make-approval.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { Known } from './apply-event.ts';
import { changeApproval, goIntoWait, hasSentRequest, isWaitingForApproval } from './approval-wait.ts';
import { daysSince } from './ask-for-approval.ts';
import type { Bench } from './bench.ts';
import type { Errand } from './errand.ts';
import type { SignInPlan } from './outside-world.ts';
import { isPasswordRoad } from './password-road.ts';
import { stopWaiting } from './run-response.ts';
import { redeemAnswer } from './run-token.ts';
import { planOfSetup } from './sign-in-plan.ts';
import { takeSignInRoad } from './sign-in-road.ts';
import { takeUpSecrets } from './take-up-secrets.ts';

/** What was left out because it was not allowed is asked for again with every new sign-in. */
function askForAllAgain(bench: Bench): Known {
  const { wanted, leftOut } = bench.view();
  if (!leftOut) return {};
  return { leftOut: undefined, wanted: services.filter((each) => wanted.includes(each) || leftOut.includes(each)) };
}

/** A sign-in that ended without tokens stops its step, or lets the wait for approval go on. */
function stopAt(bench: Bench, step: 'request' | 'response' | 'token', problem: Problem): void {
  const isApproval = isAboutApproval(problem);
  if (hasSentRequest(bench.view())) {
    goIntoWait(bench, isApproval ? { lastCheckAt: bench.world.clock.now() } : { trouble: problem });
    return;
  }
  const approval = isApproval && step !== 'request' ? makeApproval(bench.view()) : null;
  if (approval) bench.record({ type: 'known', known: { approval } });
  // What an organisation decides belongs to step 6, even where it is said only when the code is redeemed.
  const at = approval ? 'response' : step;
  if (at === 'response') bench.record({ type: 'reopened', step: at });
  bench.status(at, { kind: 'failed', problem });
}

function errandForMail(bench: Bench, plan: SignInPlan): Errand {
  return {
    plan,
    answered: (seconds) => {
      const sentAt = bench.view().approval?.since;
      return sentAt === undefined
        ? { code: 'answered-after', values: { provider: plan.provider.shortName, seconds } }
        : { code: 'approved-after', values: { days: daysSince(sentAt, bench.world.clock.now()) } };
    },
    granted: (grant, ms) => redeemAnswer(bench, grant, ms),
    refused: (step, problem) => stopAt(bench, step, problem),
  };
}

/** A wait for approval that was taken up stands there before its client secret has come out of the vault. */
function signInOnceOpened(bench: Bench): Answer {
  if (!isWaitingForApproval(bench.view())) return { accepted: false, refusal: 'not-now' };
  bench.run('request', async () => {
    await takeUpSecrets(bench);
    if (bench.held.clientSecret) signIn(bench);
    else changeApproval(bench, { trouble: problemOf('key-store-locked') });
  });
  return accepted;
}

/** Begins a sign-in, unless one is under way. */
export function signIn(bench: Bench): Answer {
  const { steps, registration } = bench.view();
  if (registration?.hasSecret && !bench.held.clientSecret) return signInOnceOpened(bench);
  if (isPasswordRoad(bench.view())) return { accepted: false, refusal: 'not-now' };
  if (bench.attempts.isRunning('request')) return accepted;
  if (steps.flow.kind !== 'done' && steps.flow.kind !== 'noted') return { accepted: false, refusal: 'not-now' };
  bench.record({ type: 'known', known: askForAllAgain(bench) });
  const plan = planOfSetup(bench.view(), bench.held.clientSecret, bench.chooseAccount);
  if (!plan) return { accepted: false, refusal: 'not-now' };
  bench.world.mailCheck.prepare().catch(bench.world.logUnexpected);
  takeSignInRoad(bench, errandForMail(bench, plan));
  return accepted;
}

/** Cancel: nothing was stored, the port is free. Back to step 5; from a sign-in tried during the wait for approval, back to the wait. */
export function cancelSignIn(bench: Bench): Answer {
  const isTriedMeanwhile = hasSentRequest(bench.view()) && !isWaitingForApproval(bench.view());
  bench.attempts.endFrom('request');
  stopWaiting(bench);
  if (isTriedMeanwhile) {
    goIntoWait(bench, {});
    return accepted;
  }
  bench.record({ type: 'reopened', step: 'request' });
  bench.advance();
  return accepted;
}
