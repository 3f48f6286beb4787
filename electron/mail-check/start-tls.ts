// Asks a plain connection for encryption: IMAP STARTTLS (RFC 9051 section 6.2.1), POP3 STLS (RFC 2595), SMTP STARTTLS (RFC 3207).
// Says nothing about the person; a server that does not offer it ends the ladder, there is no way on without.
import type { Service } from '../../shared/mail-provider.ts';
import { readGreeting, restOfReply } from './greeting.ts';
import type { LineWire } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';

/** The name given in EHLO: an address literal, since a computer's own name is nobody's business (RFC 5321 section 4.1.3). */
export const ehloName = '[127.0.0.1]';

const notOffered = (said: string): MailStop => new MailStop({ kind: 'known', code: 'encryption-not-offered', said });

/** Greeting, request and consent. Afterwards the socket stands still, ready for the handshake. Returns the greeting. */
export async function askForEncryption(wire: LineWire, service: Service): Promise<readonly string[]> {
  const greeting = await readGreeting(wire, service);
  await ask[service](wire);
  // Whoever wrote into the plain connection after the consent wants it read as if it had come encrypted (CVE-2011-0411).
  if (wire.detach().length > 0) {
    throw new MailStop({ kind: 'known', code: 'server-unreadable', facts: { reason: 'early-bytes' } });
  }
  return greeting;
}

const ask: Readonly<Record<Service, (wire: LineWire) => Promise<void>>> = {
  async imap(wire) {
    wire.write('S1 STARTTLS');
    let line = await wire.readLine();
    while (line.startsWith('* ')) line = await wire.readLine();
    if (!/^S1 OK\b/iu.test(line)) throw notOffered(line.replace(/^S1 /u, ''));
  },
  async pop(wire) {
    wire.write('STLS');
    const line = await wire.readLine();
    if (!/^\+OK\b/iu.test(line)) throw notOffered(line);
  },
  async smtp(wire) {
    wire.write(`EHLO ${ehloName}`);
    const first = await wire.readLine();
    const lines = [first, ...(await restOfReply(wire, first))];
    if (!first.startsWith('2') || !lines.some((line) => /^\d{3}[ -]STARTTLS\b/iu.test(line))) throw notOffered(first);
    wire.write('STARTTLS');
    const line = await wire.readLine();
    if (!/^220\b/u.test(line)) throw notOffered(line);
  },
};
