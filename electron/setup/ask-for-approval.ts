// The silent look whether an organisation has approved: redeems the renewal of the sign-in without mail for the mail scopes. Opens no
// browser, disturbs nobody; when it works, the set-up goes on from step 7.
import type { ApprovalView } from '../../shared/approval.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { isAboutApproval } from '../../shared/make-approval.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import { keepApprovalKeys, openApprovalKeys } from './approval-keys.ts';
import { changeApproval, goIntoWait, isWaitingForApproval } from './approval-wait.ts';
import type { LiveAttempt } from './attempts.ts';
import { type Bench, since } from './bench.ts';
import type { Grant, Outcome } from './outside-world.ts';
import { redeemAnswer } from './run-token.ts';
import { planOfSetup } from './sign-in-plan.ts';
import { withinAttempt } from './within-attempt.ts';

const askDeadlineMs = 60_000;
const askEveryMs = 30 * 60_000;
/** So that not everybody in an organisation asks at the same moment. */
const spreadMs = 3 * 60_000;
const weatherMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;

export function nextAskAt(now: number): number {
  return now + askEveryMs + Math.floor(Math.random() * spreadMs);
}

/** Whole days, rounded; 0 is the same day. */
export function daysSince(then: number, now: number): number {
  return Math.max(0, Math.round((now - then) / dayMs));
}

async function ask(bench: Bench, attempt: LiveAttempt): Promise<Outcome<Grant>> {
  const kept = await withinAttempt(attempt, openApprovalKeys(bench), 'key-store-locked');
  if (!kept.ok) return kept;
  const plan = planOfSetup(bench.view(), bench.held.clientSecret, false);
  const widen = plan ? bench.world.ways[plan.kind].widen : undefined;
  const renewal = kept.value?.renewal;
  if (!plan || !widen || !renewal) {
    return { ok: false, problem: problemOf('sign-in-ended', { provider: plan?.provider.shortName ?? '' }) };
  }
  return widen(plan, renewal, attempt);
}

/** Not approved yet, or not to be learned now: the wait goes on. */
async function goOnWaiting(bench: Bench, problem: Problem, isAsked: boolean): Promise<void> {
  const now = bench.world.clock.now();
  if (isAboutApproval(problem)) {
    goIntoWait(bench, { lastCheckAt: now, nextCheckAt: nextAskAt(now) });
  } else if (isWeather(problem) || problem.code === 'key-store-locked') {
    goIntoWait(bench, { nextCheckAt: now + weatherMs, ...(isAsked ? { trouble: problem } : {}) });
  } else {
    // The renewal is worth nothing any more; the person has to be there once again.
    goIntoWait(bench, { check: 'after-sign-in', person: undefined, nextCheckAt: undefined, trouble: problem });
    await keepApprovalKeys(bench, null);
  }
}

/** Approval has come. The person is the one who signed in without mail; step 7 looks at all the rest as ever. */
function goOn(bench: Bench, grant: Grant, person: NonNullable<ApprovalView['person']>, ms: number): void {
  const { approval } = bench.view();
  const now = bench.world.clock.now();
  const sentAt = approval?.since ?? now;
  changeApproval(bench, { checking: undefined, trouble: undefined });
  const fact = { code: 'approved-after' as const, values: { days: daysSince(sentAt, now) } };
  bench.status('response', { kind: 'done', fact, ms: now - sentAt });
  bench.status('token', { kind: 'working', activity: 'fetching-tokens' });
  bench.approved();
  const { address, expected, name } = person;
  const known = { address, aliases: address === expected ? [] : [expected], name };
  bench.run('token', () => redeemAnswer(bench, { ...grant, person: known, idTokenChecked: true }, ms));
}

/** Asks once. `isAsked`: at the person's wish, who wants to know also why it could not be learned. Never rejects. */
export async function askForApproval(bench: Bench, isAsked: boolean): Promise<void> {
  const attempt = bench.attempts.begin('response', askDeadlineMs);
  const startedAt = bench.world.clock.now();
  changeApproval(bench, { checking: true });
  const answer = await ask(bench, attempt).catch((error: unknown): Outcome<Grant> => {
    const logReference = bench.world.logUnexpected(error);
    return { ok: false, problem: { ...problemOf('took-too-long'), logReference } };
  });
  if (!attempt.isLive()) return;
  attempt.end();
  const { approval, signsInAs, address, provider } = bench.view();
  if (!isWaitingForApproval(bench.view()) || !approval) return;
  const { person } = approval;
  if (!answer.ok) await goOnWaiting(bench, answer.problem, isAsked);
  else if (person && person.expected === (signsInAs ?? address))
    goOn(bench, answer.value, person, since(bench, startedAt));
  else await goOnWaiting(bench, problemOf('sign-in-ended', { provider: provider?.is.shortName ?? '' }), isAsked);
}
