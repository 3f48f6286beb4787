// What a case file is about: the set-up and the accounts as the window is shown them, and what is kept of those accounts.
import type { AccountView } from '../../shared/account-state.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { AccountRecord } from './memory.ts';

export interface CaseAbout {
  readonly setup: SetupView | null;
  readonly accounts: readonly {
    readonly view: AccountView;
    readonly record: AccountRecord;
    readonly history: readonly HistoryEntry[];
  }[];
  /** The code of the page that was shown. */
  readonly page: string | null;
}
