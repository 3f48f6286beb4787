// The last ninety days of an account as bars, and what the history says of one of them. Pure but for the computer's calendar.
import type { AccountView, WatchView } from '../../shared/account-state.ts';
import type { HistoryEntry, SeenState } from '../../shared/history.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { problems } from '../../shared/problem.ts';

export type DayState = SeenState | 'not-looked';

export interface DayBar {
  /** `2026-11-24` */
  readonly day: string;
  /** Its noon, epoch milliseconds: for writing the date. */
  readonly at: number;
  readonly state: DayState;
}

const shownDays = 90;

/** What a look alone says of its day. The network being away is weather, not a fault. */
export function dayOf(watch: WatchView | undefined): DayState {
  if (watch === undefined) return 'not-looked';
  const states = Object.values(watch.services);
  if (watch.problem !== undefined) {
    if (isWeather(watch.problem)) return 'away';
    return problems[watch.problem.code].actor === 'you' ? 'needed-you' : 'broken';
  }
  if (states.includes('broken')) return 'broken';
  return states.includes('unreachable') ? 'away' : 'well';
}

const two = (value: number): string => String(value).padStart(2, '0');

function keyOf(noon: Date): string {
  return `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}

/** The oldest first, today last; days of which nothing is known were not looked at. */
export function dayBars({ days, watch }: Pick<AccountView, 'days' | 'watch'>, now: number): readonly DayBar[] {
  const known = new Map(days.map(({ day, state }) => [day, state]));
  const today = new Date(now);
  return Array.from({ length: shownDays }, (_, place) => {
    const back = shownDays - 1 - place;
    const noon = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back, 12);
    const day = keyOf(noon);
    const seen = known.get(day);
    // The first look of a day is shown before its day is written down.
    const isToday = back === 0 && seen === undefined && watch !== undefined && isSameDay(watch.lastCheckAt, now);
    return { day, at: noon.getTime(), state: isToday ? dayOf(watch) : (seen ?? 'not-looked') };
  });
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** How many days of each state, those of none left out; in the order in which they are said. */
export function countDays(bars: readonly DayBar[]): readonly (readonly [SeenState, number])[] {
  return (['well', 'away', 'needed-you', 'broken'] as const).flatMap((state) => {
    const count = bars.filter((bar) => bar.state === state).length;
    return count === 0 ? [] : [[state, count] as const];
  });
}

/** Why a day is shown as it is: the newest stretch of its state that has a cause; undefined where none is known. */
export function entryOfDay(history: readonly HistoryEntry[], { at, state }: DayBar): HistoryEntry | undefined {
  const noon = new Date(at);
  const begin = new Date(noon.getFullYear(), noon.getMonth(), noon.getDate()).getTime();
  const end = new Date(noon.getFullYear(), noon.getMonth(), noon.getDate() + 1).getTime();
  return history
    .filter((entry) => entry.state === state && entry.cause && entry.from < end && entry.until >= begin)
    .at(-1);
}

/** Well now, and something was wrong today or yesterday; null when there is nothing to say. */
export function healedWhen(account: Pick<AccountView, 'days' | 'watch'>, now: number): 'today' | 'yesterday' | null {
  if (dayOf(account.watch) !== 'well') return null;
  const [yesterday, today] = dayBars(account, now).slice(-2);
  const wasWrong = (bar: DayBar | undefined): boolean => bar?.state === 'broken' || bar?.state === 'needed-you';
  if (wasWrong(today)) return 'today';
  return wasWrong(yesterday) ? 'yesterday' : null;
}
