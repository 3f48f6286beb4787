// One look at one account: renew if due, then climb every wanted ladder. Says what it saw; decides nothing about when.

import type { WatchView } from '../../shared/account-state.ts';
import { mendFirst } from '../../shared/cause-order.ts';
import { isWeather } from '../../shared/is-weather.ts';
import type { Ladder } from '../../shared/ladder.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt, Keys, Renewing, Watching } from '../setup/outside-world.ts';
import { type ClimbParts, climbWatched } from './climb-watched.ts';
import { type Gate, makeGate } from './gate.ts';

/** Between two looks when all is well. */
export const lookEveryMs = 15 * 60_000;

/**
 * Renewals and ladders at the same time, over all accounts; each is one connection. While a ladder finds out which of a server's
 * addresses answers, it may have a second one open for a moment (RFC 8305).
 */
export const mostConnections = 4;

export interface WatchingParts extends ClimbParts {
  readonly renewing: Renewing;
  /** One for all looks, `mostConnections` wide unless given. */
  readonly gate?: Gate;
  /** Between two looks when all is well. */
  readonly paceMs?: number | undefined;
}

/** Makes the look. */
export function makeWatching({
  renewing,
  gate = makeGate(mostConnections),
  paceMs = lookEveryMs,
  ...parts
}: WatchingParts): Watching {
  const { clock } = parts;

  async function climbAll(
    account: AccountRecord,
    keys: Keys,
    attempt: Attempt,
    mayRenew: boolean,
  ): Promise<readonly Ladder[]> {
    const climbed = await Promise.all(
      account.wanted.map((service) =>
        gate.pass(attempt.signal, () => climbWatched(parts, account, service, keys, attempt, mayRenew)),
      ),
    );
    return climbed.filter((ladder) => ladder !== null);
  }

  return {
    async look(account, attempt) {
      const at = (): Pick<WatchView, 'lastCheckAt' | 'nextCheckAt'> => {
        const now = clock.now();
        return { lastCheckAt: now, nextCheckAt: now + paceMs };
      };
      const fresh = await gate.pass(attempt.signal, () => renewing.fresh(account, attempt));
      if (!fresh.ok) return { ...at(), services: {}, problem: fresh.problem };
      let keys = fresh.value;
      let ladders = await climbAll(account, keys, attempt, keys.renewal !== null);
      const isRefused = ladders.some((ladder) => ladder.problem?.code === 'token-refused');
      if (keys.renewal && isRefused && !attempt.signal.aborted) {
        // A server may refuse a token before its time: once renewed, it is asked again.
        const renewed = await gate.pass(attempt.signal, () => renewing.renew(account, attempt));
        if (renewed.ok) {
          keys = renewed.value.keys;
          ladders = await climbAll(account, keys, attempt, false);
        }
      }
      ladders = ladders.map((ladder) => namedFor(account, ladder));
      const [problem] = mendFirst(
        ladders.flatMap((ladder) => ladder.problem ?? []),
        (each) => each,
      );
      const services = Object.fromEntries(ladders.map((ladder) => [ladder.service, verdict(ladder.problem)]));
      return { ...at(), ...endOf(account, keys), services, ladders, ...(problem ? { problem } : {}) };
    },
  };
}

/** As in step 10: a shared mailbox that refuses a key which was renewed has been taken from the person, and says no more than "refused". */
function namedFor({ signsInAs }: AccountRecord, ladder: Ladder): Ladder {
  const { problem, service } = ladder;
  const isRefused = problem?.code === 'token-refused' || problem?.code === 'login-refused';
  if (!signsInAs || service === 'smtp' || !problem || !isRefused) return ladder;
  return {
    ...ladder,
    problem: problemOf('mailbox-forbidden', { ...problem.facts, person: signsInAs }, problem.serverSaid),
  };
}

/** A password has no end that anybody knows. */
function endOf({ registration }: AccountRecord, keys: Keys): Partial<WatchView> {
  if (registration.source === 'none') return {};
  const { validUntil, renewedAt, renewalEndsAt } = keys;
  return {
    validUntil,
    ...(renewedAt === undefined ? {} : { renewedAt }),
    ...(renewalEndsAt === undefined ? {} : { renewalEndsAt }),
  };
}

function verdict(problem: Problem | undefined): 'passed' | 'broken' | 'unreachable' {
  if (!problem) return 'passed';
  return isWeather(problem) ? 'unreachable' : 'broken';
}
