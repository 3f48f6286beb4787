// Google sends a request that it does not take to a page of its own, with what is wrong as base64 of a small binary record.
import { harmlessText } from '../explain/harmless-text.ts';
import type { ProviderError } from '../explain/sign-in-trouble.ts';

/** The record's first two texts: the error's word, and a sentence for the app's maker. Null when no word is in it. */
export function readAuthError(authError: string): ProviderError | null {
  const decoded = Buffer.from(authError.slice(0, 4000), 'base64').toString('utf8');
  // The length and tag bytes between the texts are control characters or at most one letter long.
  const error = /(?<![a-z])[a-z]{3,}(?:_[a-z]+)+/u.exec(decoded)?.[0];
  if (!error) return null;
  const rest = decoded.slice(decoded.indexOf(error) + error.length);
  const sentence = /[A-Z\p{Lu}][\p{L}\p{M}\p{P}\p{N} ]{8,}/u.exec(rest)?.[0] ?? '';
  return { error, description: harmlessText(sentence), subError: '', numbers: [] };
}
