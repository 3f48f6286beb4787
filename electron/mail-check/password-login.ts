// How a password is put on the wire: SASL PLAIN (RFC 4616) and LOGIN, over encrypted connections only, which the ladder sees to.
// The results hold the password: use them in the very call that sends them.
import type { Secret } from '../setup/secret.ts';
import { MailStop } from './mail-failure.ts';

export type PasswordMechanism = 'PLAIN' | 'LOGIN';

/** PLAIN where offered, which is the standard one; null when the server offers neither. */
export function choosePasswordMechanism(offered: readonly string[]): PasswordMechanism | null {
  const names = new Set(offered.map((name) => name.toUpperCase()));
  if (names.has('PLAIN')) return 'PLAIN';
  return names.has('LOGIN') ? 'LOGIN' : null;
}

/** PLAIN's one message, base64 in one line; nobody is impersonated. */
export function plainResponse(loginName: string, password: Secret): string {
  return Buffer.from(`\0${loginName}\0${password.open()}`, 'utf8').toString('base64');
}

/** The server lets nobody in with a password. */
export function passwordNotTaken(offered: readonly string[], said?: string): MailStop {
  const facts = { offered: offered.join(' ').slice(0, 100) };
  return new MailStop({ kind: 'known', code: 'password-not-taken', facts, ...(said === undefined ? {} : { said }) });
}
