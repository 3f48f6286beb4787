// Step 4: the way to sign in, and whether this computer has what it needs: the loopback and the key store.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { type Bench, since } from './bench.ts';
import { forecastApproval } from './forecast-approval.ts';
import { isPasswordRoad } from './password-road.ts';
import { stopWaiting } from './run-response.ts';
import { withinAttempt } from './within-attempt.ts';

const testDeadlineMs = 10_000;

type Way = RequestInput<'flow.choose'>['way'];

const wayFacts = { browser: 'way-browser', device: 'way-device', password: 'way-password' } as const;

/** Browser or other device is the person's to say, and was not said yet. */
export function wayIsAsked(bench: Bench): boolean {
  const { registration, provider, way } = bench.view();
  return registration?.source === 'own' && provider?.is.deviceCode === true && way === undefined;
}

/** Tries loopback and key store together. A missing key store is a note: one can go on for this session. */
export function testThisComputer(bench: Bench, way: Way): void {
  const attempt = bench.attempts.begin('flow', testDeadlineMs);
  const startedAt = bench.world.clock.now();
  // A password that no sign-in could take the place of is not a choice.
  if (way !== 'password' || bench.view().provider?.is.signIn === 'password')
    bench.record({ type: 'known', known: { way } });
  bench.status('flow', { kind: 'working', activity: 'testing-this-computer' });
  bench.run('flow', async () => {
    const [loopback, keeping] = await Promise.all([
      way === 'browser' ? bench.world.loopback.selfTest(attempt) : null,
      withinAttempt(attempt, bench.world.vault.selfTest(), 'key-store-locked'),
    ]);
    if (!attempt.isLive()) return;
    attempt.end();
    const fact = { code: wayFacts[way] };
    const ms = since(bench, startedAt);
    if (keeping.ok) bench.record({ type: 'known', known: { keeping: keeping.value } });
    bench.record({
      type: 'details',
      step: 'flow',
      lines: [
        ...(loopback?.ok ? loopback.value.details : []),
        { label: 'keyStore', value: keeping.ok ? keeping.value.store : keeping.problem.code },
      ],
    });
    if (loopback && !loopback.ok) bench.status('flow', { kind: 'failed', problem: loopback.problem });
    else if (keeping.ok) bench.status('flow', { kind: 'done', fact, ms });
    else bench.status('flow', { kind: 'noted', fact, ms, problem: keeping.problem });
    bench.advance();
  });
}

/** By password instead of a sign-in, or by a sign-in after all; the steps left out follow (`take-password-road.ts`). */
function changeRoad(bench: Bench, way: Way): Answer {
  const { provider } = bench.view();
  if (!provider) return { accepted: false, refusal: 'not-now' };
  bench.attempts.endFrom('register');
  stopWaiting(bench);
  bench.record({ type: 'known', known: { way, provider: { ...provider, forecast: forecastApproval(provider, way) } } });
  bench.advance();
  return accepted;
}

/** The person's choice of way; a sign-in that runs another way is ended. */
export function chooseWay(bench: Bench, input: RequestInput<'flow.choose'>): Answer {
  const view = bench.view();
  const { is } = view.provider ?? {};
  const isPossible = { browser: is?.signIn !== 'password', device: is?.deviceCode, password: is?.password }[input.way];
  if (!is || is.signIn === 'password' || !isPossible) return { accepted: false, refusal: 'not-now' };
  if ((view.way === 'password') !== (input.way === 'password')) return changeRoad(bench, input.way);
  if (isPasswordRoad(view)) return input.way === 'password' ? accepted : { accepted: false, refusal: 'not-now' };
  if (!view.registration) return { accepted: false, refusal: 'not-now' };
  bench.attempts.endFrom('flow');
  bench.record({ type: 'reopened', step: 'flow' });
  bench.record({ type: 'known', known: { wait: undefined, way: input.way } });
  bench.advance();
  return accepted;
}
