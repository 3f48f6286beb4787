// One ladder of step 10: climbed under the expected login name, and under the person's other ones where that is refused. Never so with a
// password: tries with one count towards locking the account.
import type { Ladder } from '../../shared/ladder.ts';
import { mayBeTheName } from '../../shared/may-be-the-name.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { LiveAttempt } from './attempts.ts';
import type { Bench } from './bench.ts';
import { notTried } from './ladders.ts';
import type { Attempt, Climbed, Keys, Outcome } from './outside-world.ts';
import { loginOf } from './password-road.ts';
import { otherNames } from './person-names.ts';

/** For all names of one ladder together. */
const ladderDeadlineMs = 20_000;

export interface ClimbEnd {
  readonly problem: Problem | null;
  readonly details: readonly DetailLine[];
}

/** `mayRenew`: a refused key is renewed before anything else is tried. */
export async function climbLadder(
  bench: Bench,
  ladder: Ladder,
  keys: Keys,
  attempt: LiveAttempt,
  mayRenew: boolean,
): Promise<ClimbEnd> {
  const { service } = ladder;
  const { clock } = bench.world;
  const deadlineAt = clock.now() + ladderDeadlineMs;
  const spent = (): number => ladderDeadlineMs - Math.max(0, deadlineAt - clock.now());
  attempt.record({ type: 'ladder', service, change: { state: 'climbing', deadlineAt } });
  const first = await climbAs(bench, ladder, keys, attempt, attempt);
  if (first.ok) return passed(attempt, ladder, first.value, spent());
  const { problem } = first;
  const isForOthers = ladder.by !== 'password' && mayBeTheName(problem);
  const isForKey = mayRenew && problem.code === 'token-refused';
  if (attempt.isLive() && isForOthers && !isForKey) {
    const other = await climbAsOthers(bench, ladder, keys, attempt, ladderDeadlineMs - spent());
    if (other) {
      attempt.record({
        type: 'known',
        known: { foundNames: { ...bench.view().foundNames, [service]: other.loginName } },
      });
      return passed(attempt, other, other.climbed, spent());
    }
  }
  attempt.record({ type: 'ladder', service, change: { state: 'broken', totalMs: spent(), problem } });
  return { problem, details: [] };
}

function climbAs(
  bench: Bench,
  ladder: Ladder,
  keys: Keys,
  attempt: LiveAttempt,
  until: Attempt,
): Promise<Outcome<Climbed>> {
  const { service } = ladder;
  const { mailCheck, ca } = bench.world;
  return mailCheck.climb(
    { ...loginOf(ladder, keys), ca: ca() },
    { rung: (rung, state) => attempt.record({ type: 'rung', service, rung, state }) },
    until,
  );
}

/** The first name the server takes; null when it takes none, and the ladder stands as it did before. */
async function climbAsOthers(
  bench: Bench,
  ladder: Ladder,
  keys: Keys,
  attempt: LiveAttempt,
  leftMs: number,
): Promise<(Ladder & { readonly climbed: Climbed }) | null> {
  const { service, loginName } = ladder;
  const before = bench.view().ladders.find((each) => each.service === service)?.rungs ?? ladder.rungs;
  const insteadOf = ladder.insteadOf ?? loginName;
  const refusedNames: string[] = [];
  const end = new AbortController();
  const stop = (): void => end.abort();
  const cancelDeadline = bench.world.clock.after(leftMs, stop);
  attempt.signal.addEventListener('abort', stop, { once: true });
  try {
    for (const name of otherNames(bench.view(), service, loginName)) {
      if (end.signal.aborted) break;
      const other = { ...ladder, loginName: name, insteadOf };
      attempt.record({ type: 'ladder', service, change: { loginName: name, rungs: notTried } });
      const climbed = await climbAs(bench, other, keys, attempt, end);
      if (climbed.ok) return { ...other, climbed: climbed.value };
      // Weather, or a server that has had enough: what it would say to the other names is not known.
      if (!mayBeTheName(climbed.problem)) break;
      refusedNames.push(name);
    }
  } finally {
    cancelDeadline();
    attempt.signal.removeEventListener('abort', stop);
  }
  const tried = refusedNames.length > 0 ? { refusedNames } : {};
  attempt.record({ type: 'ladder', service, change: { loginName, rungs: before, ...tried } });
  return null;
}

function passed(attempt: LiveAttempt, ladder: Ladder, climbed: Climbed, totalMs: number): ClimbEnd {
  const { service, server, loginName, insteadOf } = ladder;
  const { messages, details } = climbed;
  attempt.record({
    type: 'ladder',
    service,
    change: {
      state: 'passed',
      totalMs: insteadOf === undefined ? climbed.totalMs : totalMs,
      loginName,
      ...(insteadOf === undefined ? {} : { insteadOf }),
      ...(messages === undefined ? {} : { messages }),
    },
  });
  // The service's own line stands before what its server said, so that three ladders can be told apart.
  return { problem: null, details: [{ label: service, value: `${server.host}:${server.port}` }, ...details] };
}
