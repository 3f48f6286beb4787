// When an account is due: the usual pace, sooner in weather, and before its token ends.
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { dueAt } from './keep-watch.ts';

const at = 1_800_000_000_000;
const minute = 60_000;
const seen = { lastCheckAt: at, nextCheckAt: at, services: {} };

test('never looked at: now', () => expect(dueAt(undefined, 0)).toBe(0));
test('well: after a quarter of an hour', () =>
  expect(dueAt({ ...seen, validUntil: at + 60 * minute }, 0)).toBe(at + 15 * minute));
test('a token that ends soon is renewed five minutes before', () => {
  expect(dueAt({ ...seen, validUntil: at + 12 * minute }, 0)).toBe(at + 7 * minute);
});
test('a token that is always nearly over does not make a storm', () => {
  expect(dueAt({ ...seen, validUntil: at + 10 }, 0)).toBe(at + minute);
});
test('weather is looked at again after 1, 2, 4, 8 minutes, then at the usual pace', () => {
  const weather = { ...seen, problem: problemOf('connection-timeout') };
  expect([1, 2, 3, 4, 5, 9].map((times) => (dueAt(weather, times) - at) / minute)).toEqual([1, 2, 4, 8, 15, 15]);
});
test('what only a person can mend is looked at in the usual pace', () => {
  expect(dueAt({ ...seen, problem: problemOf('sign-in-ended'), validUntil: at }, 0)).toBe(at + 15 * minute);
});
