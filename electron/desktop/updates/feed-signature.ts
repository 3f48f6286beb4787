// Whether the makers of Postkey wrote what a feed says. Hash and address of every file stand in the signed text, so that whoever holds the
// web server, or the road to it, can withhold an update and nothing else. Pure.
import { createPublicKey, verify } from 'node:crypto';

/** What `.sig` beside the feed holds: 64 bytes of Ed25519 (RFC 8032) in base64. */
const signatureForm = /^[A-Za-z0-9+/]{86}==$/u;
/** The public key: 32 bytes, in base64. */
const keyForm = /^[A-Za-z0-9+/]{43}=$/u;

export const isFeedKey = (key: string): boolean => keyForm.test(key);

/** False for whatever is not exactly that. */
export function isSignedBy(key: string, text: Uint8Array, signature: string): boolean {
  const written = signature.trim();
  if (!isFeedKey(key) || !signatureForm.test(written)) return false;
  const x = Buffer.from(key, 'base64').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, text, publicKey, Buffer.from(written, 'base64'));
}
