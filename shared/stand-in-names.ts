// The names that stand in the place of an address, a person or an organisation in logs and case files. On one computer the same one
// always gets the same name. The name is made with a key that never leaves that computer: without it nobody can find an address by
// trying all there are. Pure.

export const standInKinds = ['mailbox', 'person', 'domain', 'organisation', 'tenant'] as const;
export type StandInKind = (typeof standInKinds)[number];

export interface StandIns {
  /** `mailbox-3f9a0c1d2e`; the text counts in small letters, without blanks around it. */
  nameOf(kind: StandInKind, text: string): string;
  /** Each address in a text replaced by its mailbox's name. */
  inText(text: string): string;
}

/** `digest`: hexadecimal digits of a text, made with a key that nobody else has. */
export function makeStandIns(digest: (text: string) => string): StandIns {
  const nameOf = (kind: StandInKind, text: string): string =>
    `${kind}-${digest(text.trim().toLowerCase()).slice(0, 10)}`;
  return {
    nameOf,
    inText: (text) =>
      text.replace(addressPattern, (found) =>
        nameOf('mailbox', found.replace(/%(?:25){0,3}40|&#64;|\(at\)|\[at\]/iu, '@')),
      ),
  };
}

/** An address anywhere in a text, also with its sign encoded, as in a link. Bounded, so that the work is linear. */
export const addressPattern =
  /(?<![\p{L}\p{N}._+~-])[\p{L}\p{N}][\p{L}\p{N}.+_'~-]{0,63}(?:@|%(?:25){0,3}40|&#64;|\(at\)|\[at\])[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/giu;
