// curl as a mail program that is told everything on its command line: reads the newest letter, sends one. Secrets go by standard input.
import { writeFileSync } from 'node:fs';
import type { Service } from '../../shared/mail-provider.ts';
import type { HomeFolder, ProgramEnd } from './home-folder.ts';
import { asMessage, type Letter } from './letters.ts';

export interface CurlLogin {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'plain';
  /** A file with whom to trust. */
  readonly trusts?: string;
  readonly user: string;
  readonly secret: { readonly token: string } | { readonly password: string };
}

const schemes: Readonly<Record<Service, string>> = { imap: 'imap', pop: 'pop3', smtp: 'smtp' };

function ask(
  home: HomeFolder,
  service: Service,
  login: CurlLogin,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ProgramEnd> {
  const { host, port, security, trusts, user, secret } = login;
  const lines = {
    url: `${schemes[service]}${security === 'tls' ? 's' : ''}://${host}:${port}/${path}`,
    ...(trusts === undefined ? {} : { cacert: trusts }),
    ...('token' in secret ? { user, 'oauth2-bearer': secret.token } : { user: `${user}:${secret.password}` }),
    ...more,
  };
  const config = Object.entries(lines).map(([name, value]) => `${name} = "${value}"\n`);
  if (security === 'starttls') config.push('ssl-reqd\n');
  return home.run('curl', ['--silent', '--show-error', '--max-time', '20', '--config', '-'], config.join(''));
}

/** Prints the newest letter of the Inbox. */
export async function readByCurl(home: HomeFolder, service: 'imap' | 'pop', login: CurlLogin): Promise<ProgramEnd> {
  if (service === 'imap') return ask(home, service, login, 'INBOX;MAILINDEX=*');
  const listed = await ask(home, service, login, '');
  const newest = /(\d+) \d+\s*$/u.exec(listed.said)?.[1];
  return newest === undefined ? listed : ask(home, service, login, newest);
}

export function sendByCurl(home: HomeFolder, login: CurlLogin, letter: Letter, to: string): Promise<ProgramEnd> {
  const file = home.at('~/letter.eml');
  writeFileSync(file, asMessage(letter, to));
  return ask(home, 'smtp', login, 'curl.example', { 'mail-from': to, 'mail-rcpt': to, 'upload-file': file });
}
