// Renews an account's keys, one renewal at a time per account, whoever asks; what was rotated is kept before it is handed out.
// Knows no provider: the adapters and the vault are handed in.
import type { SignInKind } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type {
  Attempt,
  Clock,
  Keys,
  Outcome,
  Renewing,
  SignInAdapter,
  SignInPlan,
  TokenVault,
} from '../setup/outside-world.ts';
import type { Secret } from '../setup/secret.ts';

/** A token is renewed when it has less than this left (facts: Google's and Microsoft's live about an hour). */
export const renewBeforeMs = 5 * 60_000;

/**
 * A key that lives for weeks is renewed each day all the same: providers count how long the renewal lies unused (facts: ninety days
 * at Microsoft, half a year at Google, a few days elsewhere), and nobody needs to notice on the last of them.
 */
const renewEveryMs = 24 * 3_600_000;

export interface RenewingParts {
  readonly ways: Readonly<Record<SignInKind, SignInAdapter>>;
  readonly vault: TokenVault;
  readonly clock: Clock;
  readonly planOf: (account: AccountRecord, clientSecret: Secret | null) => SignInPlan;
}

type Renewed = Outcome<{ readonly keys: Keys; readonly details: readonly DetailLine[] }>;

/** Makes the one place where keys are renewed. */
export function makeRenewing({ ways, vault, clock, planOf }: RenewingParts): Renewing {
  const running = new Map<string, Promise<Renewed>>();
  /** Accounts whose keys are being taken away. */
  const held = new Set<string>();

  async function opened(account: AccountRecord): Promise<Outcome<Keys>> {
    const kept = await vault.open(account.id);
    if (!kept.ok) return kept;
    if (kept.value) return { ok: true, value: kept.value };
    // Kept for one session only, and Postkey was closed since: the provider has refused nothing. Nor has it where there was no sign-in.
    const lost = account.registration.source === 'none' ? 'record-unreadable' : 'sign-in-ended';
    const code = account.kept.kept === 'this-session' ? 'session-over' : lost;
    return { ok: false, problem: problemOf(code, { provider: account.provider.shortName }) };
  }

  async function renewOnce(account: AccountRecord, attempt: Attempt): Promise<Renewed> {
    const kept = await opened(account);
    if (!kept.ok) return kept;
    const { renewal, clientSecret } = kept.value;
    if (!renewal) return { ok: false, problem: problemOf('no-renewal', { provider: account.provider.shortName }) };
    const plan = planOf(account, clientSecret);
    const way = ways[plan.kind];
    let used = renewal;
    let renewed = await way.renew(plan, renewal, attempt);
    if (!renewed.ok && renewed.problem.code === 'sign-in-ended') {
      // We may have been killed, or the answer lost, between the provider's rotation and ours.
      const earlier = await vault.openPrevious(account.id);
      const before = earlier.ok ? earlier.value?.renewal : null;
      if (before) {
        const second = await way.renew(plan, before, attempt);
        if (second.ok) [renewed, used] = [second, before];
      }
    }
    if (!renewed.ok) return renewed;
    const { accessToken, validUntil, renewalEndsAt, details } = renewed.value;
    const fresh = {
      accessToken,
      validUntil,
      renewal: renewed.value.renewal ?? used,
      renewedAt: clock.now(),
      // A provider that says nothing of it this time has not taken back what it said.
      ...(renewalEndsAt === undefined ? {} : { renewalEndsAt }),
    };
    // The provider may have rotated already: these keys may be the only ones left. A password typed anew meanwhile stays with them.
    const changed = await vault.change(account.id, {
      kept: account.kept.kept,
      make: (now) => ({ ...now, ...fresh }),
      of: kept.value,
    });
    return changed.ok ? { ok: true, value: { keys: changed.value, details } } : changed;
  }

  /** Joins a renewal that is under way; its first asker's attempt governs it, so a joiner that is refused by it asks once more itself. */
  async function renew(account: AccountRecord, attempt: Attempt): Promise<Renewed> {
    if (held.has(account.id)) return { ok: false, problem: problemOf('session-over') };
    const underWay = running.get(account.id);
    if (underWay !== undefined) {
      const joined = await underWay;
      if (joined.ok || attempt.signal.aborted || joined.problem.code !== 'took-too-long') return joined;
      // Another joiner may have begun already: whoever comes second joins again.
      return renew(account, attempt);
    }
    const mine = renewOnce(account, attempt).finally(() => {
      if (running.get(account.id) === mine) running.delete(account.id);
    });
    running.set(account.id, mine);
    return mine;
  }

  return {
    renew,
    async hold(accountId, { signal }) {
      held.add(accountId);
      const ended = new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      await Promise.race([running.get(accountId), ended]);
      return () => held.delete(accountId);
    },
    async fresh(account, attempt) {
      const underWay = running.get(account.id);
      if (underWay !== undefined) await underWay;
      const kept = await opened(account);
      if (!kept.ok) return kept;
      const now = clock.now();
      const left = kept.value.validUntil - now;
      // Noted in the future: the clock was set back since, and nobody knows how long ago it was.
      const age = now - (kept.value.renewedAt ?? 0);
      const isIdle = kept.value.renewal !== null && (age >= renewEveryMs || age < -renewEveryMs);
      if ((left > renewBeforeMs && !isIdle) || (!kept.value.renewal && left > 0)) return kept;
      const renewed = await renew(account, attempt);
      if (renewed.ok) return { ok: true, value: renewed.value.keys };
      return left > 0 && renewed.problem.code !== 'sign-in-ended' ? kept : renewed;
    },
  };
}
