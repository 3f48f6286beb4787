// Days are the computer's own: in each time zone, and where clocks change.
import { afterEach, expect, test } from 'vitest';
import type { HistoryEntry, SeenState } from '../../shared/history.ts';
import { dayOf, daysOf } from './history-days.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const stretch = (from: string, until: string, state: SeenState = 'well'): HistoryEntry => ({
  state,
  services: {},
  from: Date.parse(from),
  until: Date.parse(until),
});
const names = (entries: readonly HistoryEntry[]): readonly string[] => daysOf(entries).map(({ day }) => day);

test.each([
  ['UTC', ['2026-11-24', '2026-11-25']],
  ['Asia/Tokyo', ['2026-11-25']],
  ['America/Los_Angeles', ['2026-11-24']],
])('a stretch from 22:00 to 02:00 UTC, in %s', (place, expected) => {
  process.env['TZ'] = place;
  expect(names([stretch('2026-11-24T22:00Z', '2026-11-25T02:00Z')])).toEqual(expected);
});

test.each([
  // 25 hours, 23 hours, and a day that begins at one.
  ['Europe/Berlin', '2026-10-24T12:00Z', '2026-10-27T12:00Z', 4],
  ['Europe/Berlin', '2027-03-27T12:00Z', '2027-03-30T12:00Z', 4],
  ['Asia/Beirut', '2027-03-27T12:00Z', '2027-03-29T21:30Z', 4],
  ['America/Santiago', '2026-09-05T12:00Z', '2026-09-08T12:00Z', 4],
])('each day once, in %s from %s', (place, from, until, count) => {
  process.env['TZ'] = place;
  const found = names([stretch(from, until)]);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toHaveLength(count);
  expect(found[0]).toBe(dayOf(Date.parse(from)));
  expect(found.at(-1)).toBe(dayOf(Date.parse(until)));
});

test('a day is as bad as its worst stretch', () => {
  process.env['TZ'] = 'UTC';
  const entries = [
    stretch('2026-11-24T01:00Z', '2026-11-24T02:00Z'),
    stretch('2026-11-24T03:00Z', '2026-11-24T03:00Z', 'broken'),
    stretch('2026-11-24T04:00Z', '2026-11-25T04:00Z', 'away'),
    stretch('2026-11-26T04:00Z', '2026-11-26T04:00Z', 'needed-you'),
  ];
  expect(daysOf(entries)).toEqual([
    { day: '2026-11-24', state: 'broken' },
    { day: '2026-11-25', state: 'away' },
    { day: '2026-11-26', state: 'needed-you' },
  ]);
});

test('the last ninety days with a look', () => {
  process.env['TZ'] = 'UTC';
  const days = names([
    stretch('2026-01-01T00:00Z', '2026-06-30T00:00Z'),
    stretch('2026-11-01T00:00Z', '2026-11-01T00:00Z'),
  ]);
  expect(days).toHaveLength(90);
  expect(days[0]).toBe('2026-04-03');
  expect(days.at(-1)).toBe('2026-11-01');
});
