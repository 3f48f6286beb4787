// Reads the query of a redirect (RFC 6749 section 4.1.2, RFC 9207) into an answer, and compares its state. Pure; trusts nothing,
// keeps every parameter that came once, and must never log what it reads.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { RedirectAnswer } from '../../setup/outside-world.ts';

export type ReadRedirect =
  | { readonly kind: 'answer'; readonly state: string; readonly answer: RedirectAnswer }
  /** A code or an error without `state`: nobody can tell whose it is. */
  | { readonly kind: 'stateless'; readonly holds: 'code' | 'error'; readonly answer: RedirectAnswer }
  /** A parameter that decides something came twice; RFC 6749 section 3.1 forbids it. */
  | { readonly kind: 'doubled' }
  | { readonly kind: 'nothing' };

const decisive = new Set([
  'state',
  'code',
  'iss',
  'error',
  'error_description',
  'error_subtype',
  'error_subcode',
  'error_uri',
]);
const mostParameters = 64;

/** `query` without its question mark. An empty parameter counts as absent (RFC 6749 section 3.1). */
export function readRedirectAnswer(query: string): ReadRedirect {
  const single = new Map<string, string>();
  const doubled = new Set<string>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(query)) {
    count += 1;
    if (count > mostParameters) return { kind: 'nothing' };
    if (single.has(name)) doubled.add(name);
    single.set(name, value);
  }
  for (const name of doubled) {
    if (decisive.has(name)) return { kind: 'doubled' };
    single.delete(name);
  }
  for (const [name, value] of single) if (value === '') single.delete(name);

  const holds = (['error', 'code'] as const).find((name) => single.has(name));
  if (holds === undefined) return { kind: 'nothing' };
  const answer: RedirectAnswer = Object.fromEntries(single);
  const state = single.get('state');
  return state === undefined ? { kind: 'stateless', holds, answer } : { kind: 'answer', state, answer };
}

/** Compares in constant time, whatever the lengths. */
export function isSameState(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
