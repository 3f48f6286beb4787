// The road of every sign-in: out by the system browser or with a code for another device, and back. What it is for is the errand's.
import type { Problem } from '../../shared/problem.ts';
import type { LiveAttempt } from './attempts.ts';
import type { Bench } from './bench.ts';
import type { Errand } from './errand.ts';
import type { BegunSignIn, Listening } from './outside-world.ts';
import { problemAtSignIn } from './problem-at-sign-in.ts';
import { answerDeadlineMs, awaitAnswer, stopWaiting } from './run-response.ts';

/** The try itself lives longer than any wait: "more time" may be pressed often. */
const attemptDeadlineMs = 4 * 60 * 60_000;

function pageOf(url: string): string {
  return /^[^?#]+/u.exec(url)?.[0] ?? '';
}

/** Unless the try has ended meanwhile, which nobody waits for any more. */
function refuseAt(step: 'request' | 'response', problem: Problem, errand: Errand, attempt: LiveAttempt): void {
  const isLive = attempt.isLive();
  attempt.end();
  if (isLive) errand.refused(step, problem);
}

async function startWaiting(
  bench: Bench,
  begun: BegunSignIn,
  listening: Listening,
  attempt: LiveAttempt,
): Promise<void> {
  const { desktop, clock } = bench.world;
  listening.expect(begun.state);
  bench.listening = listening;
  bench.signInUrl = begun.url;
  attempt.record({
    type: 'details',
    step: 'request',
    lines: [...begun.details, { label: 'redirectUri', value: listening.redirectUri }],
  });
  attempt.record({ type: 'status', step: 'request', status: { kind: 'working', activity: 'opening-browser' } });
  const startedAt = clock.now();
  const [opened, others] = await Promise.all([desktop.openInBrowser(begun.url), desktop.browsers()]);
  if (!attempt.isLive()) return;
  const browser = opened.ok ? opened.value : '';
  attempt.record({
    type: 'known',
    known: {
      wait: {
        startedAt,
        deadlineAt: listening.deadlineAt(),
        page: pageOf(begun.url),
        browser,
        otherBrowsers: others.filter((other) => other.name !== browser),
      },
    },
  });
  const fact = { code: 'browser-took-link' as const, values: { browser } };
  const ms = clock.now() - startedAt;
  attempt.record({
    type: 'status',
    step: 'request',
    status: opened.ok ? { kind: 'done', fact, ms } : { kind: 'noted', fact, ms, problem: opened.problem },
  });
  attempt.record({
    type: 'status',
    step: 'response',
    status: { kind: 'working', activity: 'waiting-for-browser', values: { browser } },
  });
}

async function signInByBrowser(bench: Bench, errand: Errand, attempt: LiveAttempt): Promise<void> {
  const { plan } = errand;
  const { ways, loopback, clock } = bench.world;
  // Microsoft's portal takes only `localhost`; RFC 8252 section 8.3 prefers the literal for all others.
  const host = plan.provider.signIn === 'microsoft' ? 'localhost' : '127.0.0.1';
  const opened = await loopback.open(
    { host, deadlineMs: answerDeadlineMs, providerName: plan.provider.shortName },
    attempt,
  );
  if (!opened.ok) {
    refuseAt('request', opened.problem, errand, attempt);
    return;
  }
  const listening = opened.value;
  try {
    const begun = await ways[plan.kind].begin(plan, listening.redirectUri, attempt);
    if (!attempt.isLive() || !begun.ok) {
      listening.close();
      if (!begun.ok) refuseAt('request', problemAtSignIn(begun.problem, plan.provider), errand, attempt);
      return;
    }
    const startedAt = clock.now();
    const waiting = startWaiting(bench, begun.value, listening, attempt);
    await awaitAnswer(bench, begun.value, { listening, waiting, startedAt, errand }, attempt);
  } catch (error) {
    listening.close();
    throw error;
  }
}

async function signInByDevice(bench: Bench, errand: Errand, attempt: LiveAttempt): Promise<void> {
  const plan = { ...errand.plan, chooseAccount: false };
  const { ways, clock, qrSvg } = bench.world;
  attempt.record({ type: 'status', step: 'request', status: { kind: 'working', activity: 'asking-for-device-code' } });
  const startedAt = clock.now();
  const begun = await ways[plan.kind].beginDevice(plan, attempt);
  if (!attempt.isLive()) return;
  if (!begun.ok) {
    refuseAt('request', problemAtSignIn(begun.problem, plan.provider), errand, attempt);
    return;
  }
  const { userCode, page, completePage, deadlineAt, details } = begun.value;
  bench.signInUrl = completePage ?? page;
  attempt.record({ type: 'details', step: 'request', lines: details });
  const device = { userCode, page, qrSvg: qrSvg(completePage ?? page) };
  attempt.record({
    type: 'known',
    known: { wait: { startedAt, deadlineAt, page, browser: '', otherBrowsers: [], device } },
  });
  const ms = clock.now() - startedAt;
  attempt.record({
    type: 'status',
    step: 'request',
    status: { kind: 'done', fact: { code: 'device-code-shown' }, ms },
  });
  attempt.record({ type: 'status', step: 'response', status: { kind: 'working', activity: 'waiting-for-device' } });
  const grant = await begun.value.grant(attempt);
  if (!attempt.isLive()) return;
  stopWaiting(bench);
  attempt.end();
  if (!grant.ok) {
    errand.refused('response', problemAtSignIn(grant.problem, plan.provider));
    return;
  }
  const lasted = clock.now() - startedAt;
  const fact = errand.answered(Math.max(1, Math.round(lasted / 1000)));
  bench.status('response', { kind: 'done', fact, ms: lasted });
  await errand.granted(grant.value, 0);
}

/** Sets out, instead of whatever sign-in was under way before; a request for approval that was sent stays. */
export function takeSignInRoad(bench: Bench, errand: Errand): void {
  const { way } = bench.view();
  bench.attempts.endFrom('request');
  stopWaiting(bench);
  bench.pendingGrant = null;
  bench.errand = errand;
  bench.record({ type: 'reopened', step: 'request', keepsApproval: true });
  bench.record({ type: 'known', known: { person: undefined, validUntil: undefined } });
  const attempt = bench.attempts.begin('request', attemptDeadlineMs);
  bench.status('request', { kind: 'working', activity: 'building-request' });
  bench.run('request', () =>
    way === 'device' ? signInByDevice(bench, errand, attempt) : signInByBrowser(bench, errand, attempt),
  );
}
