// curl as a mail program that has got a token: logs in to IMAP by XOAUTH2 and looks into the mailbox.
import { spawn } from 'node:child_process';
import type { MailServer } from '../../shared/mail-provider.ts';
import { endOf } from './command-end.ts';
import type { TestAuthority } from './test-authority.ts';

/** What the server said to `STATUS`; rejects with curl's words when it was not let in. The token goes by standard input. */
export async function statusByToken(
  { host, port }: MailServer,
  authority: TestAuthority,
  address: string,
  token: string,
): Promise<string> {
  const child = spawn('curl', ['--silent', '--show-error', '--max-time', '15', '--config', '-'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines = {
    url: `imaps://${host}:${port}`,
    cacert: authority.file,
    user: address,
    'login-options': 'AUTH=XOAUTH2',
    'oauth2-bearer': token,
    request: 'STATUS INBOX (MESSAGES)',
  };
  child.stdin.end(
    Object.entries(lines)
      .map(([name, value]) => `${name} = "${value}"\n`)
      .join(''),
  );
  const { code, out, err } = await endOf(child);
  if (code !== 0) throw new Error(`curl ended with ${code}: ${err}`);
  return out;
}
