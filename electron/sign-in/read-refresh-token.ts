// Reads what a grant kept for renewing, in the form the Google and OpenID adapters share.
import type { Secret } from '../setup/secret.ts';
import { TroubleFound } from './explain/sign-in-trouble.ts';

/** The refresh token; throws a trouble when there is none in it. */
export function readRefreshToken(renewal: Secret): string {
  let read: unknown;
  try {
    read = JSON.parse(renewal.open());
  } catch {
    read = null;
  }
  const token = typeof read === 'object' && read !== null && 'refreshToken' in read ? read.refreshToken : null;
  if (typeof token !== 'string' || token === '') throw new TroubleFound({ kind: 'renewal-unusable' });
  return token;
}
