// Finds in the table of causes what a mail server's refusal stands for. Pure; the table is `shared/causes/mail-replies.json`, and no
// pattern in it could backtrack.
import { type MailReplyEntry, mailReplyEntries } from '../../shared/mail-reply-entry.ts';
import { findPhrase, phraseParts, squeezed } from '../../shared/squeeze.ts';
import type { ServerReply } from './mail-failure.ts';

const isPlain = ({ causes }: MailReplyEntry): boolean => causes.length === 1;

interface Phrase {
  readonly entry: MailReplyEntry;
  readonly parts: readonly string[];
}

let prepared: readonly Phrase[] | undefined;

/** Made when first needed: nobody waits for it at the start. */
function phrases(): readonly Phrase[] {
  prepared ??= mailReplyEntries.flatMap((entry) =>
    (entry.says ?? []).map((said) => ({ entry, parts: phraseParts(said) })),
  );
  return prepared;
}

function bySaying(text: string, wanted: (entry: MailReplyEntry) => boolean): MailReplyEntry | undefined {
  const bare = squeezed(text).text;
  return phrases().find(({ entry, parts }) => wanted(entry) && findPhrase(bare, parts) !== undefined)?.entry;
}

function byCode({ status, code }: ServerReply): MailReplyEntry | undefined {
  if (code === undefined) return undefined;
  const kind = /^\d/u.test(status) ? 'smtp' : 'brackets';
  return mailReplyEntries.find((entry) => entry[kind]?.includes(code));
}

/** A vendor's own words that mean one thing: more telling than any code or challenge that comes with them. */
export function entryByPlainWords({ text }: ServerReply): MailReplyEntry | undefined {
  return bySaying(text, isPlain);
}

/** Words and codes that are looked at after the challenge, which knows more about the token. What says one thing goes first. */
export function entryByReply(reply: ServerReply): MailReplyEntry | undefined {
  const coded = byCode(reply);
  if (coded && isPlain(coded)) return coded;
  return (
    bySaying(reply.text, (entry) => !isPlain(entry)) ??
    coded ??
    mailReplyEntries.find(({ statuses }) => statuses?.includes(reply.status))
  );
}

export function entryByChallenge(status: string): MailReplyEntry | undefined {
  return mailReplyEntries.find(({ challenges }) => challenges?.includes(status));
}
