// One look at one account: renew if due, then climb every wanted ladder. Says what it saw; decides nothing about when.

import type { WatchView } from '../../shared/account-state.ts';
import { isWeather } from '../../shared/is-weather.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt, Clock, Keys, MailCheck, MailLogin, Renewing, Watching } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';

/** Between two looks when all is well. */
export const lookEveryMs = 15 * 60_000;

export interface WatchingParts {
  readonly renewing: Renewing;
  readonly mailCheck: MailCheck;
  readonly clock: Clock;
  readonly ca: () => readonly string[];
}

type Seen = { readonly service: Service; readonly problem: Problem | null };

/** Makes the look. */
export function makeWatching({ renewing, mailCheck, clock, ca }: WatchingParts): Watching {
  async function climb(account: AccountRecord, service: Service, keys: Keys, attempt: Attempt): Promise<Seen> {
    const server = account.provider.servers[service];
    if (!server) return { service, problem: null };
    const loginName = account.loginNames[service] ?? account.address;
    const climbed = await mailCheck.climb(
      { service, server, loginName, ...secretFor(account, service, keys), ca: ca() },
      { rung: () => undefined },
      attempt,
    );
    return { service, problem: climbed.ok ? null : climbed.problem };
  }

  async function climbAll(account: AccountRecord, keys: Keys, attempt: Attempt): Promise<readonly Seen[]> {
    return Promise.all(account.wanted.map((service) => climb(account, service, keys, attempt)));
  }

  return {
    async look(account, attempt) {
      const at = (): Pick<WatchView, 'lastCheckAt' | 'nextCheckAt'> => {
        const now = clock.now();
        return { lastCheckAt: now, nextCheckAt: now + lookEveryMs };
      };
      const fresh = await renewing.fresh(account, attempt);
      if (!fresh.ok) return { ...at(), services: {}, problem: fresh.problem };
      let keys = fresh.value;
      let seen = await climbAll(account, keys, attempt);
      if (keys.renewal && seen.some((each) => each.problem?.code === 'token-refused') && !attempt.signal.aborted) {
        // A server may refuse a token before its time: once renewed, it is asked again.
        const renewed = await renewing.renew(account, attempt);
        if (renewed.ok) {
          keys = renewed.value.keys;
          seen = await climbAll(account, keys, attempt);
        }
      }
      const problem =
        seen.find((each) => each.problem && !isWeather(each.problem))?.problem ??
        seen.find((each) => each.problem)?.problem;
      const services = Object.fromEntries(seen.map((each) => [each.service, verdict(each.problem)]));
      // A password has no end that anybody knows.
      const isLasting = account.registration.source === 'none';
      const ends = isLasting ? {} : { validUntil: keys.validUntil };
      return { ...at(), ...ends, services, ...(problem ? { problem } : {}) };
    },
  };
}

function secretFor({ passwordFor }: AccountRecord, service: Service, keys: Keys): Pick<MailLogin, 'by' | 'secret'> {
  if (!passwordFor?.includes(service)) return { by: 'token', secret: keys.accessToken };
  return { by: 'password', secret: keys.password ?? new Secret('') };
}

function verdict(problem: Problem | null): 'passed' | 'broken' | 'unreachable' {
  if (!problem) return 'passed';
  return isWeather(problem) ? 'unreachable' : 'broken';
}
