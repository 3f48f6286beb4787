// Reads an OAuth error out of a redirect or an endpoint's JSON. Pure; trusts nothing about its shape.
import { harmlessText } from './harmless-text.ts';
import type { ProviderError } from './sign-in-trouble.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The AADSTS numbers of a text, in order. */
export function aadstsNumbers(description: string): readonly number[] {
  return [...description.matchAll(/AADSTS(\d{5,7})/gu)].map((match) => Number(match[1]));
}

/**
 * `fields` is a redirect's parameters or an endpoint's JSON object. Null when it holds no `error`. Google's older APIs put an
 * object there (`{"error": {"status": …, "message": …}}`), which is read too. `hidden`: values that must not be quoted.
 */
export function readProviderError(fields: unknown, hidden: readonly string[]): ProviderError | null {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
  const given = fields as Record<string, unknown>;
  const nested =
    typeof given['error'] === 'object' && given['error'] !== null ? (given['error'] as Record<string, unknown>) : null;
  const error = nested ? text(nested['status']) || text(nested['code']) : text(given['error']);
  if (error === '') return null;
  const description = nested ? text(nested['message']) : text(given['error_description']);
  const listed = Array.isArray(given['error_codes'])
    ? given['error_codes'].filter((each) => Number.isInteger(each))
    : [];
  return {
    error: harmlessText(error, hidden).slice(0, 80),
    description: harmlessText(description, hidden),
    subError: (text(given['suberror']) || text(given['error_subtype'])).slice(0, 80),
    numbers: [...new Set([...(listed as number[]), ...aadstsNumbers(description)])],
  };
}
