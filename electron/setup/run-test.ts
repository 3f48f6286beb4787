// Step 10: the ladders. They start as soon as the keys are kept, while the person is busy with step 9.
import { mendFirst } from '../../shared/cause-order.ts';
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import { accountOfSetup } from './account-of-setup.ts';
import type { LiveAttempt } from './attempts.ts';
import { type Bench, since } from './bench.ts';
import { climbLadder } from './climb-ladder.ts';
import { freshLadders } from './ladders.ts';
import type { Keys } from './outside-world.ts';

const testDeadlineMs = 75_000;

const refusals = new Set<Problem['code']>(['token-refused', 'login-refused']);

async function climbAll(
  bench: Bench,
  keys: Keys,
  attempt: LiveAttempt,
  mayRenew: boolean,
): Promise<readonly Problem[]> {
  attempt.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  const { ladders } = bench.view();
  const results = await Promise.all(ladders.map((ladder) => climbLadder(bench, ladder, keys, attempt, mayRenew)));
  attempt.record({ type: 'details', step: 'test', lines: results.flatMap((each) => each.details) });
  return results.flatMap((each) => (each.problem ? [each.problem] : []));
}

/**
 * A shared mailbox that refuses a key which is good for sending, or at least belongs to the right person, has not been given to
 * that person: servers say no more than "refused" then.
 */
function nameMissingAccess(bench: Bench): void {
  const { ladders, signsInAs } = bench.view();
  if (!signsInAs) return;
  for (const { service, problem } of ladders) {
    if (service === 'smtp' || !problem || !refusals.has(problem.code)) continue;
    const named = problemOf('mailbox-forbidden', { ...problem.facts, person: signsInAs }, problem.serverSaid);
    bench.record({ type: 'ladder', service, change: { problem: named } });
  }
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
    let problems = await climbAll(bench, fresh.value, attempt, fresh.value.renewal !== null);
    let isRenewed = false;
    if (attempt.isLive() && fresh.value.renewal && problems.some((problem) => problem.code === 'token-refused')) {
      const renewed = await renewing.renew(account, attempt);
      if (renewed.ok && attempt.isLive()) {
        bench.held.keys = renewed.value.keys;
        problems = await climbAll(bench, renewed.value.keys, attempt, false);
        // Another name may be what helped.
        isRenewed = !bench.view().ladders.some((ladder) => ladder.insteadOf);
      }
    }
    if (!attempt.isLive()) return;
    attempt.end();
    nameMissingAccess(bench);
    const broken = bench.view().ladders.flatMap((ladder) => ladder.problem ?? []);
    const [problem] = mendFirst(broken.length > 0 ? broken : problems, (each) => each);
    const count = bench.view().ladders.length;
    if (problem) bench.status('test', { kind: 'failed', problem });
    else
      bench.status('test', {
        kind: 'done',
        fact: { code: isRenewed ? 'services-passed-renewed' : 'services-passed', values: { count } },
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
