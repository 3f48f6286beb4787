// The days of a history in the computer's own calendar: each is the worst that was seen on it. Pure but for the time zone.
import { type HistoryDay, type HistoryEntry, type SeenState, seenStates } from '../../shared/history.ts';

const mostDays = 90;

const two = (value: number): string => String(value).padStart(2, '0');
const nameOf = (day: Date): string => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

/** By the calendar, not by 24 hours: where clocks change, a day has 23 or 25, and may begin at one. */
const beginOf = (day: Date, later = 0): Date => new Date(day.getFullYear(), day.getMonth(), day.getDate() + later);

/** `2026-11-24` in the computer's time zone. `at`: epoch milliseconds. */
export const dayOf = (at: number): string => nameOf(new Date(at));

/** The days with a look, at most the last 90, the oldest first. */
export function daysOf(entries: readonly HistoryEntry[]): readonly HistoryDay[] {
  const worst = new Map<string, SeenState>();
  for (const { state, from, until } of entries) {
    for (let day = beginOf(new Date(from)); day.getTime() <= until; day = beginOf(day, 1)) {
      const name = nameOf(day);
      const other = worst.get(name);
      if (other === undefined || seenStates.indexOf(state) < seenStates.indexOf(other)) worst.set(name, state);
    }
  }
  return [...worst]
    .map(([day, state]) => ({ day, state }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .slice(-mostDays);
}
