// What every sign-in needs anew: state, nonce and the PKCE pair (RFC 7636). None of it may outlive its try or be logged.
import { createHash, randomBytes } from 'node:crypto';

export interface FreshTry {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** S256 of the verifier. */
  readonly challenge: string;
}

const random = (): string => randomBytes(32).toString('base64url');

export function freshTry(): FreshTry {
  const verifier = random();
  return {
    state: random(),
    nonce: random(),
    verifier,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
  };
}
