import { expect, it } from 'vitest';
import { noonOf, readLastDay, secretEndState } from './secret-end.ts';

const at = (year: number, month: number, date: number, hour = 10): number =>
  new Date(year, month - 1, date, hour).getTime();
const now = at(2026, 11, 23);

it.each([
  ['2027-05-31', '2027-05-31'],
  [' 2027/5/31 ', '2027-05-31'],
  ['2027.05.31.', '2027-05-31'],
  ['２０２７-０５-３１', '2027-05-31'],
  ['2028-02-29', '2028-02-29'],
  ['', null],
  ['2026-11-23', '2026-11-23'],
])('reads %j', (text, day) => {
  expect(readLastDay(text, now)).toEqual({ ok: true, day });
});

it.each([
  ['05/06/2027', 'date-odd'],
  ['31.05.2027', 'date-odd'],
  ['2027-02-29', 'date-odd'],
  ['2027-13-01', 'date-odd'],
  ['2027-05/31', 'date-odd'],
  ['next May', 'date-odd'],
  ['9999-12-31', 'date-odd'],
  ['2026-11-22', 'date-past'],
  ['2019-01-01', 'date-past'],
] as const)('refuses %j: %s', (text, refusal) => {
  expect(readLastDay(text, now)).toEqual({ ok: false, refusal });
});

it('speaks of it from thirty days before, through its last day, and after', () => {
  const stateOn = (...day: Parameters<typeof at>) => secretEndState('2027-05-31', at(...day));
  expect(stateOn(2027, 4, 30, 23)).toBeNull();
  expect(stateOn(2027, 5, 1, 0)).toBe('soon');
  expect(stateOn(2027, 5, 31, 23)).toBe('soon');
  expect(stateOn(2027, 6, 1, 0)).toBe('ended');
  expect(secretEndState(undefined, now)).toBeNull();
  expect(secretEndState('soon', now)).toBeNull();
});

it('writes the day that was meant, in every time zone', () => {
  const noon = noonOf('2027-05-31');
  expect(new Date(noon ?? 0).toDateString()).toBe('Mon May 31 2027');
  expect(noonOf('never')).toBeNull();
});
