// What a case file is about: the set-up and the accounts as the window is shown them, and what is kept of those accounts. Pure.
import type { AccountView } from '../../shared/account-state.ts';
import { usualStamp } from '../../shared/cause-steps.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { codeOfPage, pageCode } from '../../shared/page-code.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountView } from './account-view.ts';
import type { AccountRecord, KeptAside } from './memory.ts';
import type { Past } from './past.ts';

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

export interface KeptThere {
  readonly accounts: readonly AccountRecord[];
  readonly setup: SetupView | null;
  readonly aside: readonly KeptAside[];
  readonly past: Past;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** About what is there of an address, or about all of it; null when there is nothing. */
export function aboutWhatIsThere(address: string | null, there: KeptThere): CaseAbout | null {
  const { accounts, setup, aside, past, now } = there;
  const isAsked = (each: string | undefined): boolean =>
    address === null || each?.toLowerCase() === address.toLowerCase();
  const waiting = aside.map((each) => each.setup);
  const shown = [setup, ...waiting].find((each) => each !== null && isAsked(each.address)) ?? null;
  const asked = accounts
    .filter((account) => isAsked(account.address))
    .map((record) => ({ record, view: accountView(record, false, past, now), history: past.entries(record.id) }));
  if (!shown && asked.length === 0) return null;
  const cause = asked.find(({ view }) => view.watch?.problem)?.view.watch?.problem;
  const ofAccounts = cause ? usualStamp(cause.code) : codeOfPage('list');
  const page = shown ? pageCode({ page: 'step', setup: shown, step: shown.current }) : ofAccounts;
  return { setup: shown, accounts: asked, page };
}
