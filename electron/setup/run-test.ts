// Steps 9 to 12: programs, ladders, renewal and the first watch. The ladders start as soon as the keys are kept.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { DetailLine, Ladder } from '../../shared/setup-state.ts';
import { accountOfSetup } from './account-of-setup.ts';
import type { LiveAttempt } from './attempts.ts';
import { type Bench, since } from './bench.ts';
import { freshLadders } from './ladders.ts';
import type { Keys } from './outside-world.ts';

const ladderDeadlineMs = 20_000;
const testDeadlineMs = 75_000;
const renewDeadlineMs = 60_000;
const watchDeadlineMs = 90_000;

/** Step 9: which programs, or none. */
export function choosePrograms(bench: Bench, input: RequestInput<'configure.choose'>): Answer {
  const programs = [...new Set(input.programs)];
  bench.record({ type: 'known', known: { programs } });
  const [first] = programs;
  bench.status('configure', {
    kind: 'done',
    fact: first
      ? { code: 'programs-chosen', values: { count: programs.length, first } }
      : { code: 'no-program-chosen' },
    ms: 0,
  });
  bench.advance();
  return accepted;
}

interface ClimbEnd {
  readonly problem: Problem | null;
  readonly details: readonly DetailLine[];
}

async function climb(bench: Bench, ladder: Ladder, keys: Keys, attempt: LiveAttempt): Promise<ClimbEnd> {
  const { service, server, loginName } = ladder;
  const { clock, mailCheck, ca } = bench.world;
  const deadlineAt = clock.now() + ladderDeadlineMs;
  attempt.record({ type: 'ladder', service, change: { state: 'climbing', deadlineAt } });
  const login = { service, server, loginName, accessToken: keys.accessToken, ca: ca() };
  const climbed = await mailCheck.climb(
    login,
    { rung: (rung, state) => attempt.record({ type: 'rung', service, rung, state }) },
    attempt,
  );
  const totalMs = ladderDeadlineMs - Math.max(0, deadlineAt - clock.now());
  if (!climbed.ok) {
    attempt.record({ type: 'ladder', service, change: { state: 'broken', totalMs, problem: climbed.problem } });
    return { problem: climbed.problem, details: [] };
  }
  const { messages, details } = climbed.value;
  const change = {
    state: 'passed' as const,
    totalMs: climbed.value.totalMs,
    ...(messages === undefined ? {} : { messages }),
  };
  attempt.record({ type: 'ladder', service, change });
  // The service's own line stands before what its server said, so that three ladders can be told apart.
  return { problem: null, details: [{ label: service, value: `${server.host}:${server.port}` }, ...details] };
}

async function climbAll(bench: Bench, keys: Keys, attempt: LiveAttempt): Promise<readonly Problem[]> {
  attempt.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  const results = await Promise.all(bench.view().ladders.map((ladder) => climb(bench, ladder, keys, attempt)));
  attempt.record({ type: 'details', step: 'test', lines: results.flatMap((each) => each.details) });
  return results.flatMap((each) => (each.problem ? [each.problem] : []));
}

/** Step 10: every wanted ladder at the same time. A token that the servers refuse is renewed once, then climbed again. */
export function runTest(bench: Bench): void {
  const attempt = bench.attempts.begin('test', testDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.status('test', { kind: 'working', activity: 'testing-mail' });
  bench.run('test', async () => {
    const { renewing, clock } = bench.world;
    const account = accountOfSetup(bench.view(), clock.now());
    const fresh = await renewing.fresh(account, attempt);
    if (!attempt.isLive()) return;
    if (!fresh.ok) {
      attempt.end();
      bench.status('test', { kind: 'failed', problem: fresh.problem });
      return;
    }
    bench.held.keys = fresh.value;
    let problems = await climbAll(bench, fresh.value, attempt);
    if (attempt.isLive() && fresh.value.renewal && problems.some((problem) => problem.code === 'token-refused')) {
      const renewed = await renewing.renew(account, attempt);
      if (renewed.ok && attempt.isLive()) {
        bench.held.keys = renewed.value.keys;
        problems = await climbAll(bench, renewed.value.keys, attempt);
      }
    }
    if (!attempt.isLive()) return;
    attempt.end();
    const [problem] = problems;
    const count = bench.view().ladders.length;
    if (problem) bench.status('test', { kind: 'failed', problem });
    else
      bench.status('test', {
        kind: 'done',
        fact: { code: 'services-passed', values: { count } },
        ms: since(bench, startedAt),
      });
    bench.advance();
  });
}

/** The honest finish: what passed is kept, what broke is no longer wanted. */
export function finishWithout(bench: Bench): Answer {
  const { steps, ladders } = bench.view();
  const passed = ladders.filter((ladder) => ladder.state === 'passed');
  if (steps.test.kind !== 'failed' || !passed.some((ladder) => ladder.service !== 'smtp')) {
    return { accepted: false, refusal: 'not-now' };
  }
  const { problem } = steps.test;
  const code = passed.some((ladder) => ladder.service === 'smtp') ? 'some-services' : 'receiving-only';
  bench.status('test', { kind: 'noted', fact: { code, values: { count: passed.length } }, ms: 0, problem });
  bench.advance();
  return accepted;
}

/** Another server for one service, typed by the person; the ladders are climbed anew. */
export function editServer(bench: Bench, input: RequestInput<'test.editServer'>): Answer {
  const { provider } = bench.view();
  if (!provider) return { accepted: false, refusal: 'not-now' };
  const is = { ...provider.is, servers: { ...provider.is.servers, [input.service]: input.server } };
  bench.record({ type: 'known', known: { provider: { ...provider, is } } });
  bench.attempts.endFrom('test');
  bench.record({ type: 'reopened', step: 'test' });
  bench.advance();
  return accepted;
}

/** The person went on without a way to renew: said openly, nothing to try. */
function closeUnrenewable(bench: Bench, keys: Keys, startedAt: number): void {
  const minutes = Math.max(0, Math.round((keys.validUntil - bench.world.clock.now()) / 60_000));
  const problem = problemOf('no-renewal', { provider: bench.view().provider?.is.shortName ?? '' });
  const fact = { code: 'not-renewable' as const, values: { minutes } };
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
    bench.status('refresh', { kind: 'working', activity: 'testing-renewed' });
    const ladder = view.ladders.find((each) => each.state === 'passed');
    const { accessToken } = keys;
    const climbed = ladder
      ? await mailCheck.climb({ ...ladder, accessToken, ca: ca() }, { rung: () => undefined }, attempt)
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

/** Step 12: the account joins the list and is looked after for the first time. */
export function runMonitor(bench: Bench): void {
  const attempt = bench.attempts.begin('monitor', watchDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.status('monitor', { kind: 'working', activity: 'first-watch' });
  bench.run('monitor', async () => {
    const account = accountOfSetup(bench.view(), bench.world.clock.now());
    const watch = await bench.world.watching.look(account, attempt);
    if (!attempt.isLive()) return;
    attempt.end();
    bench.record({ type: 'known', known: { watch } });
    bench.addAccount({ ...account, watch });
    const fact = { code: 'watching' as const };
    const ms = since(bench, startedAt);
    bench.status(
      'monitor',
      watch.problem ? { kind: 'noted', fact, ms, problem: watch.problem } : { kind: 'done', fact, ms },
    );
  });
}
