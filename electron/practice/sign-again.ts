// Changes an id token and signs it anew with the provider's own key (ES256, RFC 7515 and 7518): for tokens that are wrong in one thing
// only. Pure besides the signature's chance; must not log a token.
import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

export function signAgain(idToken: string, key: object, change: (claims: Claims) => Claims): string {
  const [head = '', body = ''] = idToken.split('.');
  const claims: Claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  const text = `${head}.${Buffer.from(JSON.stringify(change(claims))).toString('base64url')}`;
  const signature = sign('sha256', Buffer.from(text), {
    key: createPrivateKey({ key: key as JsonWebKey, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${signature.toString('base64url')}`;
}
