// Is the person who signed in the one whose mailbox was typed, or the declared delegate? Fails closed: unknown is not "yes". Pure.
import type { Person } from './outside-world.ts';

export type PersonVerdict = 'same' | 'alias' | 'other' | 'unknown';

const plain = (address: string): string => address.trim().normalize('NFC').toLowerCase();

/** Compares by the whole address without regard to case; only aliases the provider itself named count. */
export function comparePerson(expected: string, person: Person | null): PersonVerdict {
  if (!person || person.address === '') return 'unknown';
  if (plain(person.address) === plain(expected)) return 'same';
  if (person.aliases.some((alias) => plain(alias) === plain(expected))) return 'alias';
  return 'other';
}
