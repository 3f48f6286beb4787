// What the person does while an organisation decides: the request left, sign in without mail so that Postkey can ask by itself, ask now.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { isAboutApproval } from '../../shared/make-approval.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import { approvalKeysId, keepApprovalKeys } from './approval-keys.ts';
import { changeApproval, goIntoWait, hasSentRequest, isWaitingForApproval } from './approval-wait.ts';
import { askForApproval, nextAskAt } from './ask-for-approval.ts';
import type { Bench } from './bench.ts';
import { comparePerson } from './compare-person.ts';
import { scopesToAsk } from './compare-scopes.ts';
import type { Errand } from './errand.ts';
import type { Grant } from './outside-world.ts';
import { planOfSetup } from './sign-in-plan.ts';
import { takeSignInRoad } from './sign-in-road.ts';
import { withinAttempt } from './within-attempt.ts';

const sealDeadlineMs = 20_000;

const notNow: Answer = { accepted: false, refusal: 'not-now' };

/** The letter has left: from now on step 6 waits, for days if need be. */
export function noteSent(bench: Bench, { by }: RequestInput<'approval.sent'>): Answer {
  const { approval, steps } = bench.view();
  if (!approval) return notNow;
  if (isWaitingForApproval(bench.view())) {
    changeApproval(bench, { sentBy: by });
    return accepted;
  }
  if (steps.response.kind !== 'failed' || !isAboutApproval(steps.response.problem)) return notNow;
  bench.attempts.endFrom('request');
  goIntoWait(bench, { since: bench.world.clock.now(), sentBy: by });
  // A client secret that was typed would be gone with the next start, and the wait with it.
  if (bench.held.clientSecret) keepApprovalKeys(bench, null).catch(bench.world.logUnexpected);
  return accepted;
}

function objection(bench: Bench, grant: Grant, expected: string): Problem | null {
  const provider = bench.view().provider?.is.shortName ?? '';
  const verdict = comparePerson(expected, grant.person);
  if (verdict === 'unknown') return problemOf('person-unknown', { expected, provider });
  if (verdict === 'other') {
    return problemOf('wrong-person', { expected, signedInAs: grant.person?.address ?? '', provider });
  }
  return grant.renewal === null ? problemOf('no-renewal', { provider }) : null;
}

/** Kept only from the person whose mailbox it is: an administrator may have signed in at the same browser to approve. */
async function takeSmallGrant(bench: Bench, grant: Grant): Promise<void> {
  const { signsInAs, address = '' } = bench.view();
  const expected = signsInAs ?? address;
  const trouble = objection(bench, grant, expected);
  if (trouble || !grant.person) {
    bench.chooseAccount = trouble?.code === 'wrong-person';
    goIntoWait(bench, { ...(trouble ? { trouble } : {}), ...(trouble?.code === 'no-renewal' ? byHand : {}) });
    return;
  }
  bench.chooseAccount = false;
  const attempt = bench.attempts.begin('token', sealDeadlineMs);
  const kept = await withinAttempt(attempt, keepApprovalKeys(bench, grant.renewal), 'key-store-locked');
  if (!attempt.isLive()) {
    // Given up while the key store took its time.
    if (!hasSentRequest(bench.view())) await bench.world.vault.forget(approvalKeysId(bench.view().id));
    return;
  }
  attempt.end();
  if (!kept.ok) {
    goIntoWait(bench, { trouble: kept.problem });
    return;
  }
  const person = { expected, address: grant.person.address, name: grant.person.name };
  goIntoWait(bench, { check: 'by-itself', person, nextCheckAt: nextAskAt(bench.world.clock.now()) });
  if (isWaitingForApproval(bench.view())) await askForApproval(bench, false);
}

/** What an organisation's rules leave nobody to try again. */
const ruledOut = new Set<Problem['code']>([
  'policy-blocks',
  'device-not-allowed',
  'not-assigned',
  'mail-service-missing',
  'account-disabled',
]);

const byHand = { check: 'by-hand', person: undefined, nextCheckAt: undefined } as const;

/** Signs in with the scopes for identity and renewal alone, which people may agree to where an organisation guards its mail. */
export function watchForApproval(bench: Bench): Answer {
  const view = bench.view();
  const plan = planOfSetup(view, bench.held.clientSecret, bench.chooseAccount);
  if (!plan || !isWaitingForApproval(view) || view.approval?.check !== 'after-sign-in') return notNow;
  if (!bench.world.ways[plan.kind].widen) return notNow;
  const small = view.scopes.filter((each) => each.service === 'identity' || each.service === 'renewal');
  const errand: Errand = {
    plan: { ...plan, scopes: scopesToAsk(small) },
    answered: (seconds) => ({ code: 'answered-after', values: { provider: plan.provider.shortName, seconds } }),
    granted: (grant) => takeSmallGrant(bench, grant),
    // An organisation that allows nobody to agree to anything leaves only the person's own sign-in.
    refused: (_step, problem) =>
      goIntoWait(bench, {
        trouble: problem,
        ...(isAboutApproval(problem) || ruledOut.has(problem.code) ? byHand : {}),
      }),
  };
  takeSignInRoad(bench, errand);
  return accepted;
}

/** Asks at the person's wish; a question under way is the one. */
export function checkApprovalNow(bench: Bench): Answer {
  const view = bench.view();
  if (!isWaitingForApproval(view) || view.approval?.check !== 'by-itself') return notNow;
  if (!bench.attempts.isRunning('response')) askForApproval(bench, true).catch(bench.world.logUnexpected);
  return accepted;
}
