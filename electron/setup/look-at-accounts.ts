// A look at each of some accounts, without a watch around it: few at a time, all inside one deadline, and left early when somebody
// else wants to go on with them. A renewal that has begun is always let end.
import type { WatchView } from '../../shared/account-state.ts';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from './memory.ts';
import type { Clock, MailCheck, Watching } from './outside-world.ts';

const atOnce = 2;
const lookDeadlineMs = 90_000;

export interface LookParts {
  readonly watching: Watching;
  readonly clock: Clock;
  readonly deadlineMs: number;
  /** Ends the looking; nothing that was seen from then on counts. */
  readonly leave: AbortSignal;
}

export interface Looks {
  /** What was seen, by account. */
  readonly seen: ReadonlyMap<string, WatchView>;
  /** Nobody got to these in time. */
  readonly late: ReadonlySet<string>;
}

export async function lookAtAccounts(accounts: readonly AccountRecord[], parts: LookParts): Promise<Looks> {
  const { watching, clock, deadlineMs, leave } = parts;
  const until = clock.now() + deadlineMs;
  const seen = new Map<string, WatchView>();
  const late = new Set<string>();
  const waiting = [...accounts];
  const lookAtNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !leave.aborted; next = waiting.shift()) {
      const left = Math.min(lookDeadlineMs, until - clock.now());
      if (left <= 0) {
        late.add(next.id);
        continue;
      }
      const controller = new AbortController();
      const cancel = clock.after(left, () => controller.abort());
      const watch = await watching.look(next, controller).finally(cancel);
      if (!leave.aborted) seen.set(next.id, watch);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lookAtNext));
  return { seen, late };
}

/** An account that nobody got to, as it is told. */
export function lateWatch({ watch }: AccountRecord, now: number): WatchView {
  return { services: {}, nextCheckAt: now, lastCheckAt: now, ...watch, problem: problemOf('took-too-long') };
}

/** Logins end at once by the signal; a key that is being renewed meanwhile is not lost. */
export function cutShort(mailCheck: MailCheck, leave: AbortSignal): MailCheck {
  return {
    prepare: () => mailCheck.prepare(),
    climb: async (login, report, attempt) => {
      const controller = new AbortController();
      const end = (): void => controller.abort();
      const signals = [attempt.signal, leave];
      if (signals.some(({ aborted }) => aborted)) end();
      for (const signal of signals) signal.addEventListener('abort', end, { once: true });
      try {
        return await mailCheck.climb(login, report, controller);
      } finally {
        for (const signal of signals) signal.removeEventListener('abort', end);
      }
    },
  };
}
