// What a watch remembers, as the set-up sees it: how each account was, and what that says of the time to come.
import type { WatchView } from '../../shared/account-state.ts';
import type { EndingView } from '../../shared/ending.ts';
import type { HistoryDay, HistoryEntry } from '../../shared/history.ts';
import type { Ladder } from '../../shared/ladder.ts';
import type { AccountRecord } from './memory.ts';

export interface Past {
  saw(account: AccountRecord, watch: WatchView): void;
  /** At most the last 90, the oldest first. */
  days(accountId: string): readonly HistoryDay[];
  /** A year at most, the oldest first. */
  entries(accountId: string): readonly HistoryEntry[];
  /** Of the last look; empty when it asked no server. */
  ladders(accountId: string): readonly Ladder[];
  endings(account: AccountRecord): readonly EndingView[];
  /** From then on nothing is remembered of it. Resolves when the disk has done what it can. */
  forget(accountId: string): Promise<void>;
  /** Names of the files that are still there. */
  traces(accountId: string): Promise<readonly string[]>;
}
