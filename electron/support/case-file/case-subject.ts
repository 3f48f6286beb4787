// What a case file is made of, and who is named in it. Pure.
import type { AccountView } from '../../../shared/account-state.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { HistoryEntry } from '../../../shared/history.ts';
import type { SetupView } from '../../../shared/setup-state.ts';
import { standIn } from '../../../shared/stand-in-names.ts';
import type { AccountRecord } from '../../setup/memory.ts';
import type { KnownNames } from './hide-names.ts';

export interface CaseSubject {
  readonly setup: SetupView | null;
  readonly accounts: readonly {
    readonly view: AccountView;
    readonly record: AccountRecord;
    readonly history: readonly HistoryEntry[];
  }[];
  /** The code of the page that was shown. */
  readonly page: string | null;
  /** The newest last; only those that belong to it, or to nobody. */
  readonly log: readonly string[] | null;
  readonly madeAt: number;
  readonly stateOf: number | null;
  readonly by: CaseFile['by'];
}

/** As the log names them. */
export function mailboxesIn({ setup, accounts }: Pick<CaseSubject, 'setup' | 'accounts'>): readonly string[] {
  const addresses = [setup?.address, ...accounts.map(({ view }) => view.address)];
  return addresses.flatMap((address) => (address === undefined ? [] : [standIn('mailbox', address)]));
}

/** Everybody and everything in the subject that has a name. */
export function namesIn(
  subject: Pick<CaseSubject, 'setup' | 'accounts'>,
  organisations: readonly string[],
): KnownNames {
  const { setup, accounts } = subject;
  const present = (all: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(all.filter((each): each is string => each !== undefined && each.trim() !== '')),
  ];
  const guest = setup?.person;
  return {
    addresses: present([
      setup?.address,
      setup?.signsInAs,
      guest?.typed,
      guest?.expected,
      guest?.signedInAs,
      ...(guest?.alsoKnownAs ?? []),
      ...accounts.flatMap(({ view }) => [view.address, view.signsInAs]),
    ]).filter((each) => each.includes('@')),
    persons: present([guest?.name, setup?.approval?.person?.name]),
    organisations: present([
      ...organisations,
      setup?.provider?.organisation,
      setup?.registration?.organisation,
      ...accounts.flatMap(({ view, record }) => [view.organisation, record.registration.organisation]),
    ]),
    tenants: present([
      setup?.approval?.tenant,
      setup?.provider?.is.tenant,
      ...accounts.map(({ record }) => record.provider.tenant),
    ]).filter((tenant) => !['common', 'organizations', 'consumers'].includes(tenant)),
  };
}
