import { expect, test } from 'vitest';
import { TroubleFound } from './explain/sign-in-trouble.ts';
import { usableToken, validUntil } from './usable-token.ts';

test('a text is a token', () => expect(usableToken('abc').open()).toBe('abc'));

test.each([undefined, null, '', 7, {}])('%j is none', (found) => {
  expect(() => usableToken(found)).toThrow(TroubleFound);
});

test.each([
  [5_000, 5_000],
  [0, 0],
  [Number.NaN, 3_600_001],
  [Number.POSITIVE_INFINITY, 3_600_001],
  [null, 3_600_001],
  [undefined, 3_600_001],
])('a life until %j is one until %j', (found, until) => expect(validUntil(found, 1)).toBe(until));
