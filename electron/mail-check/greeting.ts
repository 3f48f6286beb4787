// The first words of a mail server: read before any library sees them, because these wait for their own kind of greeting
// until a timeout when another service answers. The judging part is pure.
import type { Service } from '../../shared/mail-provider.ts';
import type { LineWire } from './line-wire.ts';
import { MailStop, readReply } from './mail-failure.ts';

export type Spoken = 'imap' | 'pop' | 'smtp' | 'ftp' | 'ssh' | 'http';

export type GreetingVerdict =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'other'; readonly spoken: Spoken }
  | { readonly kind: 'unreadable' };

const ready: Readonly<Record<Service, RegExp>> = { imap: /^\* OK\b/iu, pop: /^\+OK\b/iu, smtp: /^220(?:[ -]|$)/u };
const refused: Readonly<Record<Service, RegExp>> = {
  imap: /^\* BYE\b/iu,
  pop: /^-ERR\b/iu,
  smtp: /^[45]\d\d(?:[ -]|$)/u,
};
const others: readonly (readonly [RegExp, Spoken])[] = [
  [/^\* (?:OK|BYE|PREAUTH)\b/iu, 'imap'],
  [/^(?:\+OK|-ERR)\b/iu, 'pop'],
  [/^220[ -].{0,200}FTP/iu, 'ftp'],
  [/^(?:220|421|554)[ -]/u, 'smtp'],
  [/^SSH-\d/u, 'ssh'],
  [/^HTTP\/\d/iu, 'http'],
];

/** What the first line says about who is there. */
export function judgeGreeting(service: Service, line: string): GreetingVerdict {
  const spoken = others.find(([pattern]) => pattern.test(line))?.[1];
  if (spoken !== undefined && spoken !== service) return { kind: 'other', spoken };
  if (ready[service].test(line)) return { kind: 'ready' };
  if (refused[service].test(line)) return { kind: 'refused' };
  // Also a PREAUTH greeting of IMAP: a session that asks for no login would prove nothing about the token.
  return { kind: 'unreadable' };
}

/** Reads the whole greeting; its lines, when the right service is ready. Throws `MailStop` otherwise. */
export async function readGreeting(wire: LineWire, service: Service): Promise<readonly string[]> {
  const first = await wire.readLine();
  const lines = [first];
  const verdict = judgeGreeting(service, first);
  if (verdict.kind === 'other') {
    throw new MailStop({
      kind: 'known',
      code: 'server-wrong-protocol',
      facts: { spoken: verdict.spoken },
      said: first,
    });
  }
  if (verdict.kind === 'unreadable') throw new MailStop({ kind: 'known', code: 'server-unreadable', said: first });
  if (service === 'smtp') lines.push(...(await restOfReply(wire, first)));
  if (verdict.kind === 'refused') {
    const reply = readReply(service, lines.join('\n').replace(/^\* /u, ''));
    throw new MailStop({ kind: 'reply', reply, greeting: true });
  }
  return lines;
}

/** The further lines of an SMTP reply that began with `first` (RFC 5321 section 4.2.1). */
export async function restOfReply(wire: LineWire, first: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let line = first; /^\d{3}-/u.test(line); ) {
    line = await wire.readLine();
    lines.push(line);
  }
  return lines;
}
