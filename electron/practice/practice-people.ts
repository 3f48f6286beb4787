// The people who have a mailbox in practice: everybody at one make-believe domain. Holds no password; any one opens.
import { readAddress } from '../../shared/account-draft.ts';

export interface PracticePerson {
  /** In lower case; also the account's id at the provider. */
  readonly address: string;
  readonly name: string;
}

export const practiceDomain = 'practice.example';

export const mainPerson: PracticePerson = { address: `pat@${practiceDomain}`, name: 'Pat Moreno' };

/** Who signs in when the failure `wrong-person` is played. */
export const otherPerson: PracticePerson = { address: `sam@${practiceDomain}`, name: 'Sam Lee' };

/** A mailbox nobody signs in to: everybody at practice's domain has been given access to it. */
export const sharedMailbox = `office@${practiceDomain}`;

/** The person with this address, or null when it is no address at practice's domain. A missing domain is added. */
export function findPerson(typed: string): PracticePerson | null {
  const text = typed.trim();
  const reading = readAddress(text.includes('@') || text === '' ? text : `${text}@${practiceDomain}`);
  if (!reading.ok || reading.value.domain !== practiceDomain) return null;
  const address = reading.value.text.toLowerCase();
  const known = [mainPerson, otherPerson].find((person) => person.address === address);
  return known ?? { address, name: nameFrom(address.slice(0, address.lastIndexOf('@'))) };
}

function nameFrom(localPart: string): string {
  return localPart
    .split(/[._+-]+/u)
    .filter((part) => part !== '')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' ');
}
