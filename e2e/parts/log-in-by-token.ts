// Another program that has got hold of a token: logs in to IMAP with it, past Postkey. What the server says is the truth about the token.
import { connect } from 'node:tls';
import type { MailServer } from '../../shared/mail-provider.ts';
import type { TestAuthority } from './test-authority.ts';

/** Resolves with whether the mailbox opened (RFC 7628 is not needed for that: XOAUTH2, as most programs do). */
export function opensByToken(
  { host, port }: MailServer,
  authority: TestAuthority,
  address: string,
  token: string,
): Promise<boolean> {
  const bearer = Buffer.from(`user=${address}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, ca: authority.pem, servername: host });
    let said = '';
    socket.setEncoding('utf8');
    socket.setTimeout(15_000, () => socket.destroy(new Error(`The mail server said only: ${said}`)));
    socket.once('error', reject);
    socket.on('data', (text: string) => {
      said += text;
      if (/^\* OK/u.test(said) && !said.includes('a1')) socket.write(`a1 AUTHENTICATE XOAUTH2 ${bearer}\r\n`);
      // The reason for a refusal comes as a challenge, which wants an answer.
      if (/^\+ /mu.test(text)) socket.write('\r\n');
      const end = /^a1 (OK|NO|BAD)/mu.exec(said);
      if (!end) return;
      socket.end();
      resolve(end[1] === 'OK');
    });
  });
}
