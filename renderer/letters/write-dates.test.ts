import { expect, it } from 'vitest';
import { writeDay, writeDaysAgo, writePostmark, writeShortDay } from './write-dates.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-23T09:00:00');

it.each([
  ['2026-11-23T00:01:00', 'today'],
  ['2026-11-22T23:59:00', 'yesterday'],
  ['2026-11-20T10:00:00', '3 days ago'],
  ['2026-03-20T10:00:00', '248 days ago'],
  // A clock that was set back.
  ['2026-11-25T10:00:00', 'today'],
])('%s is %s', (instant, words) => {
  expect(writeDaysAgo('en-GB', at(instant), now)).toBe(words);
});

it('writes a day without its year, until the year is another', () => {
  expect(writeDay('en-GB', at('2026-11-21T12:00:00'), now)).toMatch(/^Saturday,? 21 November$/u);
  expect(writeDay('en-GB', at('2025-12-30T12:00:00'), now)).toMatch(/^Tuesday,? 30 December 2025$/u);
  expect(writeShortDay('en-GB', at('2026-11-21T12:00:00'), now)).toBe('21 November');
});

it('writes a postmark', () => {
  expect(writePostmark('en-GB', at('2026-11-21T14:05:00'))).toEqual({ date: '21 NOV', time: '14:05' });
});
