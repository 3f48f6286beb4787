// What a library took for an access token, looked at once more: two of the three hand on whatever stood in the answer. Pure.
import { Secret } from '../setup/secret.ts';
import { TroubleFound } from './explain/sign-in-trouble.ts';

/** Where a provider does not say how long a token lives, or not in a number: an hour is what most mean. */
const assumedLifeMs = 3_600_000;

/** Throws a trouble for what is no text, or an empty one (RFC 6749 section 5.1). */
export function usableToken(found: unknown): Secret {
  if (typeof found !== 'string' || found === '') {
    throw new TroubleFound({ kind: 'token-wrong', why: 'malformed', clockOffMs: null });
  }
  return new Secret(found);
}

/** Epoch milliseconds; `found` as a library worked it out, which may be no number. */
export function validUntil(found: number | null | undefined, now: number): number {
  return typeof found === 'number' && Number.isFinite(found) ? found : now + assumedLifeMs;
}
