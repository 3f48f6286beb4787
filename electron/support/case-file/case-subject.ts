// What a case file is made of, and who is named in it. Pure.
import type { CaseFile } from '../../../shared/case-file.ts';
import type { StandIns } from '../../../shared/stand-in-names.ts';
import type { CaseAbout } from '../../setup/case-about.ts';
import type { KnownNames } from './hide-names.ts';

export interface CaseSubject extends CaseAbout {
  /** The newest last; only those that belong to it, or to nobody. */
  readonly log: readonly string[] | null;
  readonly madeAt: number;
  readonly stateOf: number | null;
  readonly by: CaseFile['by'];
}

/** The person's own, as file and log name them. */
export function mailboxesIn(
  { setup, accounts }: Pick<CaseSubject, 'setup' | 'accounts'>,
  names: StandIns,
): readonly { readonly address: string; readonly mailbox: string }[] {
  const all = [setup?.address, setup?.signsInAs, ...accounts.flatMap(({ view }) => [view.address, view.signsInAs])];
  const addresses = new Set(all.filter((each): each is string => each !== undefined));
  return [...addresses].map((address) => ({ address, mailbox: names.nameOf('mailbox', address) }));
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
