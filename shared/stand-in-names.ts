// The names that stand in the place of an address, a person or an organisation in logs and case files. The same one always gets the
// same name, so that whoever knows an address can tell whether it is that one; nobody can read the address from its name. Pure.
import { sha256 } from './sha-256.ts';

export const standInKinds = ['mailbox', 'person', 'domain', 'organisation', 'tenant'] as const;
export type StandInKind = (typeof standInKinds)[number];

/** `mailbox-3f9a0c1d2e`: the first ten digits of the SHA-256 of the text in small letters, without blanks around it. */
export function standIn(kind: StandInKind, text: string): string {
  return `${kind}-${sha256(text.trim().toLowerCase()).slice(0, 10)}`;
}

/** An address anywhere in a text, also with its sign encoded, as in a link. Bounded, so that the work is linear. */
export const addressPattern =
  /(?<![\p{L}\p{N}._+~-])[\p{L}\p{N}][\p{L}\p{N}.+_'~-]{0,63}(?:@|%(?:25){0,3}40|&#64;|\(at\)|\[at\])[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/giu;

/** Each address replaced by its mailbox's name. */
export function nameMailboxes(text: string): string {
  return text.replace(addressPattern, (found) =>
    standIn('mailbox', found.replace(/%(?:25){0,3}40|&#64;|\(at\)|\[at\]/iu, '@')),
  );
}
