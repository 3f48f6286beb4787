// The codes for the telephone: each means one cause, and none can be heard or read as another.
import { expect, it } from 'vitest';
import { problems } from './problem.ts';

const shorts = Object.values(problems).map(({ short }) => short);

it('every short code is capitals, digits and hyphens, and no longer than a breath', () => {
  expect(shorts.filter((short) => !/^[A-Z0-9]+(?:-[A-Z0-9]+){0,2}$/u.test(short) || short.length > 12)).toEqual([]);
});

it('no two causes share a code', () => {
  expect(shorts.filter((short, at) => shorts.indexOf(short) !== at)).toEqual([]);
});

/** Letters that look alike on paper, and letters that sound alike on a telephone. */
const alike = ['O0Q', 'I1LJ', 'S5', 'B8', 'Z2', 'G6', 'UV', 'BDEGPTVCZ', 'MN', 'FSX', 'AHK', 'QU', 'IY'];

const areAlike = (one: string, other: string): boolean =>
  one === other || alike.some((group) => group.includes(one) && group.includes(other));

function isMistakable(one: string, other: string): boolean {
  const [bare, otherBare] = [one.replaceAll('-', ''), other.replaceAll('-', '')];
  return bare.length === otherBare.length && [...bare].every((letter, at) => areAlike(letter, otherBare[at] ?? ''));
}

it('the test itself sees codes that can be mistaken', () => {
  expect(isMistakable('NO-TLS', 'N0-TLS')).toBe(true);
  expect(isMistakable('NAME', 'MANE')).toBe(true);
  expect(isMistakable('POP-OFF', 'IMAP-OFF')).toBe(false);
});

it('no two codes differ only by letters that look or sound alike', () => {
  const pairs = shorts.flatMap((one, at) =>
    shorts.slice(at + 1).flatMap((other) => (isMistakable(one, other) ? [`${one} ${other}`] : [])),
  );
  expect(pairs).toEqual([]);
});
