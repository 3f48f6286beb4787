// Step 12: the account joins the list and is looked after for the first time.
import { accountOfSetup } from './account-of-setup.ts';
import { type Bench, since } from './bench.ts';
import { withFoundNames } from './watch-ladders.ts';

const watchDeadlineMs = 90_000;

/** Step 12: the account joins the list and is looked after for the first time. */
export function runMonitor(bench: Bench): void {
  const attempt = bench.attempts.begin('monitor', watchDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.status('monitor', { kind: 'working', activity: 'first-watch' });
  bench.run('monitor', async () => {
    const before = accountOfSetup(bench.view(), bench.world.clock.now());
    const watch = await bench.world.watching.look(before, attempt);
    if (!attempt.isLive()) return;
    attempt.end();
    const account = withFoundNames(before, watch);
    bench.world.past.saw(account, watch);
    bench.addAccount({ ...account, watch });
    bench.record({ type: 'known', known: { watch, endings: bench.world.past.endings({ ...account, watch }) } });
    const fact = { code: 'watching' as const };
    const ms = since(bench, startedAt);
    bench.status(
      'monitor',
      watch.problem ? { kind: 'noted', fact, ms, problem: watch.problem } : { kind: 'done', fact, ms },
    );
  });
}
