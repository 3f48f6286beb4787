// The stretches of a history as lines of a table, the newest first, with the times in which nobody looked between them. Pure.
import type { HistoryEntry } from '../../shared/history.ts';
import type { DayState } from './day-bars.ts';

/** Looks come about every quarter of an hour: after so long, nobody looked. */
const gapMs = 3_600_000;

export interface HistoryRow extends Pick<HistoryEntry, 'cause' | 'from' | 'until'> {
  readonly state: DayState;
  readonly services: HistoryEntry['services'];
}

/** `history`: the oldest first. `now`: epoch milliseconds. */
export function historyRows(history: readonly HistoryEntry[], now: number): readonly HistoryRow[] {
  const rows = history.flatMap((entry, place): HistoryRow[] => {
    const next = history[place + 1]?.from ?? now;
    if (next - entry.until <= gapMs) return [entry];
    return [entry, { state: 'not-looked', services: {}, from: entry.until, until: next }];
  });
  return rows.reverse();
}
