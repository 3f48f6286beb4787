// Step 11: renew for real, keep what was rotated, log in with the new key.
import { problemOf } from '../../shared/problem.ts';
import { accountOfSetup } from './account-of-setup.ts';
import { type Bench, since } from './bench.ts';
import type { Keys } from './outside-world.ts';
import { loginOf } from './password-road.ts';

const renewDeadlineMs = 60_000;

/** What will end this sign-in, as far as is known of it. */
function noteEndings(bench: Bench): void {
  const { past, clock } = bench.world;
  bench.record({ type: 'known', known: { endings: past.endings(accountOfSetup(bench.view(), clock.now())) } });
}

/** The person went on without a way to renew: said openly, nothing to try. */
function closeUnrenewable(bench: Bench, keys: Keys, startedAt: number): void {
  const minutes = Math.max(0, Math.round((keys.validUntil - bench.world.clock.now()) / 60_000));
  const problem = problemOf('no-renewal', { provider: bench.view().provider?.is.shortName ?? '' });
  const fact = { code: 'not-renewable' as const, values: { minutes } };
  noteEndings(bench);
  bench.status('refresh', { kind: 'noted', fact, ms: since(bench, startedAt), problem });
  bench.advance();
}

/** Step 11: renew for real, keep what was rotated, log in with the new one. */
export function runRefresh(bench: Bench): void {
  const attempt = bench.attempts.begin('refresh', renewDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.status('refresh', { kind: 'working', activity: 'renewing' });
  bench.run('refresh', async () => {
    const { renewing, clock, mailCheck, ca } = bench.world;
    const view = bench.view();
    const held = bench.held.keys;
    if (held && !held.renewal) {
      attempt.end();
      closeUnrenewable(bench, held, startedAt);
      return;
    }
    const renewed = await renewing.renew(accountOfSetup(view, clock.now()), attempt);
    if (!attempt.isLive()) return;
    if (!renewed.ok) {
      attempt.end();
      bench.status('refresh', { kind: 'failed', problem: renewed.problem });
      return;
    }
    const { keys, details } = renewed.value;
    bench.held.keys = keys;
    bench.record({ type: 'details', step: 'refresh', lines: details });
    bench.record({ type: 'known', known: { validUntil: keys.validUntil } });
    noteEndings(bench);
    bench.status('refresh', { kind: 'working', activity: 'testing-renewed' });
    // A password says nothing about the new token.
    const ladder = view.ladders.find((each) => each.state === 'passed' && each.by !== 'password');
    const climbed = ladder
      ? await mailCheck.climb({ ...loginOf(ladder, keys), ca: ca() }, { rung: () => undefined }, attempt)
      : null;
    if (!attempt.isLive()) return;
    attempt.end();
    const minutes = Math.max(0, Math.round((keys.validUntil - clock.now()) / 60_000));
    if (climbed && !climbed.ok) bench.status('refresh', { kind: 'failed', problem: climbed.problem });
    else
      bench.status('refresh', {
        kind: 'done',
        fact: { code: 'renewed', values: { minutes } },
        ms: since(bench, startedAt),
      });
    bench.advance();
  });
}
