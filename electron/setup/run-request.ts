// Step 5: ask for permission, in the system browser or with a code for another device. One sign-in at a time; a second press does nothing.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { services } from '../../shared/mail-provider.ts';
import type { Known } from './apply-event.ts';
import type { LiveAttempt } from './attempts.ts';
import type { Bench } from './bench.ts';
import type { BegunSignIn, Listening } from './outside-world.ts';
import { isPasswordRoad } from './password-road.ts';
import { problemAtSignIn } from './problem-at-sign-in.ts';
import { answerDeadlineMs, awaitAnswer, stopWaiting } from './run-response.ts';
import { redeemAnswer } from './run-token.ts';
import { planOfSetup } from './sign-in-plan.ts';

/** The try itself lives longer than any wait: "more time" may be pressed often. */
const attemptDeadlineMs = 4 * 60 * 60_000;

function pageOf(url: string): string {
  return /^[^?#]+/u.exec(url)?.[0] ?? '';
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

async function signInByBrowser(bench: Bench, attempt: LiveAttempt): Promise<void> {
  const plan = planOfSetup(bench.view(), bench.held.clientSecret, bench.chooseAccount);
  if (!plan) return;
  const { ways, loopback, clock } = bench.world;
  // Microsoft's portal takes only `localhost`; RFC 8252 section 8.3 prefers the literal for all others.
  const host = plan.provider.signIn === 'microsoft' ? 'localhost' : '127.0.0.1';
  const opened = await loopback.open(
    { host, deadlineMs: answerDeadlineMs, providerName: plan.provider.shortName },
    attempt,
  );
  if (!opened.ok) {
    attempt.record({ type: 'status', step: 'request', status: { kind: 'failed', problem: opened.problem } });
    attempt.end();
    return;
  }
  const listening = opened.value;
  try {
    const begun = await ways[plan.kind].begin(plan, listening.redirectUri, attempt);
    if (!attempt.isLive() || !begun.ok) {
      listening.close();
      if (!begun.ok)
        attempt.record({
          type: 'status',
          step: 'request',
          status: { kind: 'failed', problem: problemAtSignIn(begun.problem, plan.provider) },
        });
      attempt.end();
      return;
    }
    const startedAt = clock.now();
    const waiting = startWaiting(bench, begun.value, listening, attempt);
    await awaitAnswer(bench, begun.value, { listening, waiting, startedAt }, attempt);
  } catch (error) {
    listening.close();
    throw error;
  }
}

async function signInByDevice(bench: Bench, attempt: LiveAttempt): Promise<void> {
  const plan = planOfSetup(bench.view(), bench.held.clientSecret, false);
  if (!plan) return;
  const { ways, clock, qrSvg } = bench.world;
  attempt.record({ type: 'status', step: 'request', status: { kind: 'working', activity: 'asking-for-device-code' } });
  const startedAt = clock.now();
  const begun = await ways[plan.kind].beginDevice(plan, attempt);
  if (!attempt.isLive()) return;
  if (!begun.ok) {
    attempt.record({
      type: 'status',
      step: 'request',
      status: { kind: 'failed', problem: problemAtSignIn(begun.problem, plan.provider) },
    });
    attempt.end();
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
    bench.status('response', { kind: 'failed', problem: problemAtSignIn(grant.problem, plan.provider) });
    return;
  }
  const seconds = Math.max(1, Math.round((clock.now() - startedAt) / 1000));
  const values = { provider: plan.provider.shortName, seconds };
  bench.status('response', { kind: 'done', fact: { code: 'answered-after', values }, ms: clock.now() - startedAt });
  await redeemAnswer(bench, grant.value, 0);
}

/** What was left out because it was not allowed is asked for again with every new sign-in. */
function askForAllAgain(bench: Bench): Known {
  const { wanted, leftOut } = bench.view();
  if (!leftOut) return {};
  return { leftOut: undefined, wanted: services.filter((each) => wanted.includes(each) || leftOut.includes(each)) };
}

/** Begins a sign-in, unless one is under way. */
export function signIn(bench: Bench): Answer {
  const { steps, way } = bench.view();
  if (isPasswordRoad(bench.view())) return { accepted: false, refusal: 'not-now' };
  if (bench.attempts.isRunning('request')) return accepted;
  if (steps.flow.kind !== 'done' && steps.flow.kind !== 'noted') return { accepted: false, refusal: 'not-now' };
  bench.attempts.endFrom('request');
  stopWaiting(bench);
  bench.pendingGrant = null;
  bench.record({ type: 'reopened', step: 'request' });
  bench.record({ type: 'known', known: { ...askForAllAgain(bench), person: undefined, validUntil: undefined } });
  const attempt = bench.attempts.begin('request', attemptDeadlineMs);
  bench.status('request', { kind: 'working', activity: 'building-request' });
  bench.world.mailCheck.prepare().catch(bench.world.logUnexpected);
  bench.run('request', () => (way === 'device' ? signInByDevice(bench, attempt) : signInByBrowser(bench, attempt)));
  return accepted;
}

/** Cancel: nothing was stored, the port is free, step 5 is at hand again. */
export function cancelSignIn(bench: Bench): Answer {
  bench.attempts.endFrom('request');
  stopWaiting(bench);
  bench.record({ type: 'reopened', step: 'request' });
  bench.advance();
  return accepted;
}
