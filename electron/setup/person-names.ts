// The names under which a mail server may know the person who signed in: the address that was typed, and what the provider itself said.
// Pure; guesses nothing. Somebody else's mailbox is opened under its own name and no other.
import { readAddress } from '../../shared/account-draft.ts';
import type { MailProvider, Service } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';

export type Names = Pick<SetupView, 'address' | 'signsInAs' | 'person' | 'typed' | 'foundNames'> & {
  readonly provider?: { readonly is: MailProvider } | undefined;
};

/** An address as the provider's rule wants it: whole, or what stands before the @. */
export function byRule(address: string, provider: MailProvider, service: Service): string {
  if ((provider.loginNames?.[service] ?? provider.loginName) === 'address') return address;
  const read = readAddress(address);
  return read.ok ? read.value.localPart : address;
}

const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** Whether a server would take both for the same. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** No line's end, no space: nothing that a server could read as more than a name. */
const isName = (name: string): boolean => /^[^\s\p{Cc}]{1,320}$/u.test(name);

/** Each once; empty where a shared mailbox is read, which has no name but its own. */
export function personNames({ address = '', signsInAs, person, provider }: Names, service: Service): readonly string[] {
  if (!provider || (signsInAs && service !== 'smtp')) return [];
  const said = [person?.signedInAs ?? '', ...(person?.alsoKnownAs ?? []), signsInAs ?? address];
  const names: string[] = [];
  for (const name of said.map((each) => byRule(each, provider.is, service))) {
    if (isName(name) && !names.some((each) => isSameName(each, name))) names.push(name);
  }
  return names;
}

/** At most so many are tried beside the expected one. */
const mostOtherNames = 3;

/** What else to try where `refused` was not taken, the likeliest first. What the person typed over it stands alone. */
export function otherNames(names: Names, service: Service, refused: string): readonly string[] {
  if (names.typed?.loginNames[service]) return [];
  return personNames(names, service)
    .filter((name) => !isSameName(name, refused))
    .slice(0, mostOtherNames);
}
