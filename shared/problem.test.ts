// The codes for the telephone: each means one cause, and none can be heard or read as another.
import { expect, it } from 'vitest';
import { problems } from './problem.ts';
import { isMistakable } from './spoken-words.test-part.ts';

const shorts = Object.values(problems).map(({ short }) => short);

it('every short code is capitals, digits and hyphens, and no longer than a breath', () => {
  expect(shorts.filter((short) => !/^[A-Z0-9]+(?:-[A-Z0-9]+){0,2}$/u.test(short) || short.length > 12)).toEqual([]);
});

it('no two causes share a code', () => {
  expect(shorts.filter((short, at) => shorts.indexOf(short) !== at)).toEqual([]);
});

it('the test itself sees codes that can be mistaken', () => {
  expect(isMistakable('NO-TLS', 'N0-TLS')).toBe(true);
  expect(isMistakable('NAME', 'MANE')).toBe(true);
  expect(isMistakable('LOCKED', 'BLOCKED')).toBe(true);
  expect(isMistakable('FAULT', 'VAULT')).toBe(true);
  expect(isMistakable('POP-OFF', 'IMAP-OFF')).toBe(false);
});

it('no two codes differ only by letters that look or sound alike', () => {
  const pairs = shorts.flatMap((one, at) =>
    shorts.slice(at + 1).flatMap((other) => (isMistakable(one, other) ? [`${one} ${other}`] : [])),
  );
  expect(pairs).toEqual([]);
});
