// What must not go over the wire as it is: it would end a field or a line early, and the rest be read as fields of its own. Pure.
import type { MailLogin } from '../setup/outside-world.ts';

const breakers = ['\0', '\x01', '\r', '\n'];
const breaksTheWire = (text: string): boolean => breakers.some((breaker) => text.includes(breaker));

/** Which part of a login cannot be sent; null when all can. */
export function unsendablePart(login: MailLogin): 'loginName' | 'host' | 'token' | 'password' | null {
  const { by, secret, loginName, server } = login;
  if (loginName === '' || breaksTheWire(loginName)) return 'loginName';
  if (breaksTheWire(server.host)) return 'host';
  if (by === 'password') return secret.open() === '' || breaksTheWire(secret.open()) ? 'password' : null;
  // A bearer token is printable ASCII (RFC 6750 section 2.1).
  return /^[\x21-\x7e]+$/u.test(secret.open()) ? null : 'token';
}
