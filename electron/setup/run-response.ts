// Step 6: the wait for the browser's answer, and the ways out of it: paste, another browser, more time.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { problemOf } from '../../shared/problem.ts';
import type { LiveAttempt } from './attempts.ts';
import { type Bench, since } from './bench.ts';
import type { Errand } from './errand.ts';
import type { BegunSignIn, Listening, RedirectAnswer } from './outside-world.ts';

export const answerDeadlineMs = 5 * 60_000;

/** Ends the wait and frees the port at once. */
export function stopWaiting(bench: Bench): void {
  bench.listening?.close();
  bench.listening = null;
  bench.signInUrl = null;
  bench.record({ type: 'known', known: { wait: undefined } });
}

interface Wait {
  readonly listening: Listening;
  /** Step 5 has said what the opener did; the browser may answer faster than that. */
  readonly waiting: Promise<void>;
  readonly startedAt: number;
  readonly errand: Errand;
}

/** Waits for the answer that belongs to this request, then has it redeemed. */
export async function awaitAnswer(bench: Bench, begun: BegunSignIn, wait: Wait, attempt: LiveAttempt): Promise<void> {
  const [answer] = await Promise.all([wait.listening.answer, wait.waiting]);
  if (!attempt.isLive()) return;
  if (!answer.ok) {
    stopWaiting(bench);
    attempt.end();
    wait.errand.refused('response', answer.problem);
    return;
  }
  // The listener stays a while, so that a reloaded tab is told that the answer was taken; it closes itself, at the latest
  // with the next try.
  bench.record({ type: 'known', known: { wait: undefined } });
  bench.signInUrl = null;
  bench.world.desktop.comeToFront();
  await takeAnswer(bench, begun, answer.value, attempt, wait);
}

async function takeAnswer(
  bench: Bench,
  begun: BegunSignIn,
  answer: RedirectAnswer,
  attempt: LiveAttempt,
  { startedAt, errand }: Wait,
): Promise<void> {
  const isRefusal = 'error' in answer;
  if (!isRefusal) {
    const ms = bench.world.clock.now() - startedAt;
    bench.status('response', { kind: 'done', fact: errand.answered(Math.max(1, Math.round(ms / 1000))), ms });
    bench.status('token', { kind: 'working', activity: 'fetching-tokens' });
  }
  const redeemedFrom = bench.world.clock.now();
  const grant = await begun.redeem(answer, attempt);
  if (!attempt.isLive()) return;
  attempt.end();
  if (grant.ok) {
    await errand.granted(grant.value, since(bench, redeemedFrom));
    return;
  }
  errand.refused(isRefusal || grant.problem.code === 'wrong-issuer' ? 'response' : 'token', grant.problem);
}

/** The same sign-in in a browser of the person's choice; an empty name is the system's own once more, for a tab that was closed. */
export async function openInOtherBrowser(bench: Bench, input: RequestInput<'response.openIn'>): Promise<Answer> {
  const url = bench.signInUrl;
  if (!url) return { accepted: false, refusal: 'not-now' };
  const { desktop } = bench.world;
  const opened = await (input.browser === '' ? desktop.openInBrowser(url) : desktop.openIn(input.browser, url));
  const { wait } = bench.view();
  if (opened.ok && wait) bench.record({ type: 'known', known: { wait: { ...wait, browser: opened.value } } });
  return opened.ok ? accepted : { accepted: false, refusal: 'browser-not-found', field: 'browser' };
}

/** Puts the sign-in's address on the clipboard; it never travels to the window. */
export function copySignInLink(bench: Bench): Answer {
  if (!bench.signInUrl) return { accepted: false, refusal: 'not-now' };
  bench.world.desktop.copy(bench.signInUrl);
  return accepted;
}

/** Takes an address or a message the person pasted; what cannot be used is refused and the wait goes on. */
export function takePasted(bench: Bench, input: RequestInput<'response.paste'>): Answer {
  if (!bench.listening || !bench.view().wait) return { accepted: false, refusal: 'not-now' };
  const verdict = bench.listening.paste(input.text);
  return verdict === 'taken' ? accepted : { accepted: false, refusal: verdict, field: 'paste' };
}

/**
 * Pages that ask for an administrator are where the provider ends: Microsoft's leads back only by a small link, Google's not at
 * all. The person's word stands for the answer.
 */
export function takeApprovalPage(bench: Bench): Answer {
  const { errand } = bench;
  if (!errand || !bench.view().wait) return { accepted: false, refusal: 'not-now' };
  const { shortName: provider, kind, signIn } = errand.plan.provider;
  if (kind === 'personal' || (signIn !== 'microsoft' && signIn !== 'google')) {
    return { accepted: false, refusal: 'not-now' };
  }
  bench.attempts.endFrom('request');
  stopWaiting(bench);
  errand.refused('response', problemOf('approval-needed', { provider }));
  return accepted;
}

/** Five more minutes, as often as one likes. */
export function giveMoreTime(bench: Bench): Answer {
  const { wait } = bench.view();
  if (!bench.listening || !wait) return { accepted: false, refusal: 'not-now' };
  bench.listening.moreTime(answerDeadlineMs);
  bench.record({ type: 'known', known: { wait: { ...wait, deadlineAt: bench.listening.deadlineAt() } } });
  return accepted;
}
