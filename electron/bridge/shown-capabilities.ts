// What a program is told the server can do: the real server's own list, without what the bridge stands in the way of, and with the ways to
// log in that it has itself. Pure.
import { saslMechanisms } from './sasl.ts';

/** Before anyone knows the server: what every login here can have. */
const imapUnknown = ['IMAP4rev1'];
/** Servers without these two are not met any more, and programs decide by them whether mail can stay on the server. */
const popUnknown = ['TOP', 'UIDL'];

/** The encryption is here, the logins are ours, and UNAUTHENTICATE (RFC 8437) would ask for a login that the bridge does not see. */
const isImapsOwn = (word: string): boolean =>
  /^(?:STARTTLS|LOGINDISABLED|UNAUTHENTICATE|SASL-IR|AUTH=.*|LOGIN-REFERRALS|CAPABILITY)$/iu.test(word);

const isPlain = (text: string): boolean => /^[\x21-\x7e](?:[\x20-\x7e]{0,500})$/u.test(text);

/** `offers`: null when nobody knows the server yet. */
export function imapBeforeLogin(offers: readonly string[] | null): readonly string[] {
  const kept = (offers?.length ? offers : imapUnknown).filter((word) => !isImapsOwn(word) && isWord(word));
  return [...kept, 'SASL-IR', ...saslMechanisms.map((name) => `AUTH=${name}`)];
}

export function imapAfterLogin(capabilities: readonly string[]): readonly string[] {
  return capabilities.filter((word) => !isImapsOwn(word) && isWord(word));
}

/** What would end the list early or begin another one is no capability. */
const isWord = (word: string): boolean => isPlain(word) && !/[ \]"()]/u.test(word);

/** AUTH-RESP-CODE (RFC 3206) tells programs that no other refusal is about the password. */
export function popBeforeLogin(offers: readonly string[] | null): readonly string[] {
  const own = /^(?:STLS|SASL|USER|APOP|RESP-CODES|AUTH-RESP-CODE|IMPLEMENTATION|UTF8|LANG)(?: |$)/iu;
  const kept = (offers?.length ? offers : popUnknown).filter(
    (line) => isPlain(line) && line !== '.' && !own.test(line),
  );
  return [...kept, 'USER', `SASL ${saslMechanisms.join(' ')}`, 'RESP-CODES', 'AUTH-RESP-CODE'];
}

export function smtpBeforeLogin(offers: readonly string[] | null): readonly string[] {
  const kept = (offers ?? []).filter(
    (line) => isPlain(line) && !/^(?:STARTTLS|AUTH|XCLIENT|XFORWARD)(?:[ =]|$)/iu.test(line),
  );
  return [...kept, `AUTH ${saslMechanisms.join(' ')}`];
}
