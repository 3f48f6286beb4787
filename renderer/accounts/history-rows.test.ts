// The table tells the same as the picture: also when nobody looked.
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../shared/history.ts';
import { historyRows } from './history-rows.ts';

const hour = 3_600_000;
const seen = (from: number, until: number, state: HistoryEntry['state'] = 'well'): HistoryEntry => ({
  state,
  services: {},
  from: from * hour,
  until: until * hour,
});
const told = (history: readonly HistoryEntry[], now: number) =>
  historyRows(history, now * hour).map(({ state, from, until }) => [state, from / hour, until / hour]);

test('a pause of more than an hour is a line of its own, also the one up to now; the newest first', () => {
  expect(told([seen(0, 8), seen(8.25, 9, 'broken'), seen(20, 22)], 30)).toEqual([
    ['not-looked', 22, 30],
    ['well', 20, 22],
    ['not-looked', 9, 20],
    ['broken', 8.25, 9],
    ['well', 0, 8],
  ]);
});

test('the usual pace between two looks is no pause, nor is a clock that was set back', () => {
  expect(told([seen(0, 8), seen(9, 10, 'away')], 10.5)).toHaveLength(2);
  expect(told([seen(0, 8)], 2)).toHaveLength(1);
  expect(historyRows([], 5)).toEqual([]);
});
