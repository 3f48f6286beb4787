// The ladders of the last look are kept with the past and not in the settings, which are written often. Pure.
import type { WatchView } from '../../shared/account-state.ts';
import type { Ladder } from '../../shared/ladder.ts';
import type { AccountRecord } from './memory.ts';

/** The account as the settings keep it. */
export function withoutLadders(account: AccountRecord): AccountRecord {
  if (!account.watch?.ladders) return account;
  const { ladders: _kept, ...watch } = account.watch;
  return { ...account, watch };
}

/** A look that asked no server has none. */
export function withLadders(watch: WatchView, ladders: readonly Ladder[]): WatchView {
  return ladders.length > 0 && !watch.ladders ? { ...watch, ladders } : watch;
}
