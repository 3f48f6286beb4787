// Step 4: the way to sign in, and whether this computer has what it needs: the loopback and the key store.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { type Bench, since } from './bench.ts';
import { withinAttempt } from './within-attempt.ts';

const testDeadlineMs = 10_000;

/** Tries loopback and key store together. A missing key store is a note: one can go on for this session. */
export function testThisComputer(bench: Bench, way: 'browser' | 'device'): void {
  const attempt = bench.attempts.begin('flow', testDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.record({ type: 'known', known: { way } });
  bench.status('flow', { kind: 'working', activity: 'testing-this-computer' });
  bench.run('flow', async () => {
    const [loopback, keeping] = await Promise.all([
      way === 'browser' ? bench.world.loopback.selfTest(attempt) : null,
      withinAttempt(attempt, bench.world.vault.selfTest(), 'key-store-locked'),
    ]);
    if (!attempt.isLive()) return;
    attempt.end();
    const fact = { code: way === 'browser' ? ('way-browser' as const) : ('way-device' as const) };
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

/** The person's choice of way; a sign-in that runs another way is ended. */
export function chooseWay(bench: Bench, input: RequestInput<'flow.choose'>): Answer {
  const view = bench.view();
  if (!view.provider || !view.registration) return { accepted: false, refusal: 'not-now' };
  if (input.way === 'device' && !view.provider.is.deviceCode) return { accepted: false, refusal: 'not-now' };
  if (input.way === 'password') return { accepted: false, refusal: 'not-now' };
  bench.attempts.endFrom('flow');
  bench.record({ type: 'reopened', step: 'flow' });
  bench.record({ type: 'known', known: { wait: undefined } });
  testThisComputer(bench, input.way);
  return accepted;
}
