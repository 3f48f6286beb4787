// What becomes of looks over a year: merged, told apart, thinned, and not lost to a wrong clock.
import { expect, test } from 'vitest';
import type { ProblemCode } from '../../shared/problem.ts';
import { daysOf } from './history-days.ts';
import { type KeptHistory, mostEntries, withLook } from './history-entries.ts';
import { day, hour, lookAt, minute, start } from './watched.test-part.ts';

const empty: KeptHistory = { entries: [] };
type Look = readonly [at: number, code?: ProblemCode];
const after = (looks: readonly Look[], from = empty): KeptHistory =>
  looks.reduce((history, [at, code]) => withLook(history, lookAt(at, code)), from);
const shown = ({ entries }: KeptHistory): readonly unknown[] =>
  entries.map(({ state, from, until }) => [state, (from - start) / minute, (until - start) / minute]);

test('looks that see the same are one stretch, another one begins another', () => {
  const history = after([
    [start],
    [start + 15 * minute],
    [start + 30 * minute, 'connection-timeout'],
    [start + 45 * minute, 'sign-in-ended'],
    [start + 60 * minute, 'smtp-off'],
    [start + 75 * minute],
  ]);
  expect(shown(history)).toEqual([
    ['well', 0, 15],
    ['away', 30, 30],
    ['needed-you', 45, 45],
    ['broken', 60, 60],
    ['well', 75, 75],
  ]);
  expect(history.entries[2]).toMatchObject({ cause: 'sign-in-ended', services: {} });
});

test('another cause or another service is another stretch', () => {
  const history = withLook(after([[start]]), lookAt(start + minute, undefined, { imap: 'passed', smtp: 'passed' }));
  expect(history.entries).toHaveLength(2);
  expect(
    after([
      [start, 'offline'],
      [start + minute, 'server-busy'],
    ]).entries,
  ).toHaveLength(2);
});

test('what was between two looks more than an hour apart, nobody says', () => {
  expect(shown(after([[start], [start + 60 * minute], [start + 121 * minute]]))).toEqual([
    ['well', 0, 60],
    ['well', 121, 121],
  ]);
});

test('a year is kept and no more', () => {
  const history = after([[start], [start + 200 * day], [start + 400 * day], [start + 401 * day]]);
  expect(shown(history)).toEqual([
    ['well', 200 * 1440, 200 * 1440],
    ['well', 400 * 1440, 400 * 1440],
    ['well', 401 * 1440, 401 * 1440],
  ]);
});

test('one stretch of more than a year is cut at its old end', () => {
  let history = empty;
  for (let at = start; at <= start + 400 * day; at += hour) history = withLook(history, lookAt(at));
  expect(history.entries).toHaveLength(1);
  expect(history.entries[0]?.from).toBe(start + 34 * day);
});

test('flapping is thinned, the oldest first, and no day looks better or worse for it', () => {
  let history = empty;
  const whole = new Map<string, string>();
  for (let each = 0; each < 9000; each += 1) {
    // One bad look a day among many that change all the time.
    const flapping = each % 2 === 0 ? 'connection-timeout' : undefined;
    const code = each % 200 === 0 ? 'sign-in-ended' : flapping;
    history = withLook(history, lookAt(start + each * 7 * minute, code));
    expect(history.entries.length).toBeLessThanOrEqual(mostEntries);
    const [last] = history.entries.slice(-1);
    for (const { day: name, state } of daysOf(last ? [last] : [])) {
      if (whole.get(name) !== 'needed-you') whole.set(name, state === 'well' ? (whole.get(name) ?? 'well') : state);
    }
  }
  expect(history.entries.at(-1)?.until).toBe(start + 8999 * 7 * minute);
  const kept = history.entries.map(({ from }) => from);
  expect(kept).toEqual([...kept].sort((one, other) => one - other));
  expect(daysOf(history.entries).map(({ day: name, state }) => [name, state])).toEqual([...whole].slice(-90));
});

test('a clock put right by minutes makes no second line of time', () => {
  expect(shown(after([[start], [start - 5 * minute], [start + 10 * minute]]))).toEqual([['well', 0, 10]]);
});

test('a computer that woke in the past for some minutes loses nothing', () => {
  const before = after([[start, 'sign-in-ended'], [start + 30 * minute, 'sign-in-ended'], [start + 45 * minute]]);
  const wrong = after([[start - 3 * hour], [start - 3 * hour + 10 * minute]], before);
  expect(wrong.entries.every(({ until }) => until <= start)).toBe(true);
  expect(shown(after([[start + 60 * minute]], wrong))).toEqual([
    ['needed-you', 0, 30],
    ['well', 45, 60],
  ]);
});

test('a clock that ran days ahead is believed no longer once an hour was lived through after it was set back', () => {
  const ahead = after([[start], [start + 3 * day], [start + 3 * day + 15 * minute]]);
  const right = after([[start + 30 * minute], [start + 60 * minute], [start + 95 * minute]], ahead);
  expect(shown(right)).toEqual([['well', 0, 95]]);
  expect(right.entries.every(({ until }) => until <= start + 95 * minute)).toBe(true);
  expect(right.ahead).toBeUndefined();
});

test('a clock that ran years ahead for an hour costs none of the year, and one that is right after years does', () => {
  const year = after(
    Array.from({ length: 30 }, (_, at): Look => (at % 2 ? [start + at * day, 'imap-off'] : [start + at * day])),
  );
  const now = start + 30 * day;
  const wrong = after([[now + 900 * day], [now + 900 * day + 15 * minute], [now + 900 * day + 50 * minute]], year);
  expect(wrong.entries).toHaveLength(31);
  expect(after([[now]], wrong).entries.slice(0, 30)).toEqual(year.entries);
  const right = after([[now + 900 * day + 23 * hour], [now + 901 * day + hour]], wrong);
  expect(right.entries.every(({ from }) => from >= now + 900 * day)).toBe(true);
});

test('a clock from before there was a Postkey writes nothing', () => {
  const history = after([[start]]);
  expect(withLook(history, lookAt(0))).toBe(history);
});
