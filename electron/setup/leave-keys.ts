// The keys that an account leaves with: taken once nobody renews them any more, in memory only, and let go as soon as nothing needs them.
// Asks no provider and no server.
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { World } from './bench.ts';
import { isWithoutSignIn } from './leave-plan.ts';
import type { AccountRecord } from './memory.ts';
import type { Attempt, Keys } from './outside-world.ts';
import { withinAttempt } from './within-attempt.ts';

/** A renewal asks the provider twice at most, each time within twelve seconds. */
const holdMs = 30_000;
const openMs = 10_000;

/** The token that was in use. */
export type OldToken = Pick<Keys, 'accessToken' | 'validUntil'>;

export interface LeaveKeys {
  /** From here on nobody renews them. A problem: they are not to be had now, or somebody still has them. Asked again, they are read again. */
  take(account: AccountRecord): Promise<Problem | null>;
  /** Null: there are none, or none that can be read. */
  keys(): Keys | null;
  token(): OldToken | null;
  dropKeys(): void;
  dropToken(): void;
  /** Everything, and whoever renews may do so again. */
  letGo(): void;
}

export function makeLeaveKeys({ renewing, vault, clock }: Pick<World, 'renewing' | 'vault' | 'clock'>): LeaveKeys {
  let keys: Keys | null = null;
  let token: OldToken | null = null;
  let release = (): void => undefined;

  async function within<T>(ms: number, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const cancel = clock.after(ms, () => controller.abort());
    return work(controller).finally(cancel);
  }

  return {
    async take(account) {
      const isLate = await within(holdMs, async (attempt) => {
        release = await renewing.hold(account.id, attempt);
        return attempt.signal.aborted;
      });
      const opened = await within(openMs, (attempt) =>
        withinAttempt(attempt, vault.open(account.id), 'key-store-locked'),
      );
      if (!opened.ok) return opened.problem.code === 'record-unreadable' ? null : opened.problem;
      // Once deleted, those in memory are the only ones left.
      keys = opened.value ?? keys;
      token = isWithoutSignIn(account) ? null : keys;
      // What is being renewed at this moment is not in them.
      return isLate ? problemOf('took-too-long') : null;
    },
    keys: () => keys,
    token: () => token,
    dropKeys: () => {
      keys = null;
    },
    dropToken: () => {
      token = null;
    },
    letGo: () => {
      release();
      [keys, token, release] = [null, null, () => undefined];
    },
  };
}
