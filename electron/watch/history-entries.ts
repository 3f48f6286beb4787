// A year of looks as stretches of one state: how a look is added, what is merged, what is thinned. Pure; knows no file.
import type { WatchView } from '../../shared/account-state.ts';
import { type HistoryEntry, type SeenState, seenStates } from '../../shared/history.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { problems } from '../../shared/problem.ts';
import { dayOf } from './history-days.ts';

const hourMs = 3_600_000;
/** Looks further apart than this are two stretches: nobody knows what was between them. */
const gapMs = hourMs;
const dayMs = 24 * hourMs;
const yearMs = 366 * dayMs;
const leapMs = 31 * dayMs;
/** Some 150 bytes each. */
export const mostEntries = 2000;
/** Thinned to this, so that it is not done at each look. */
const thinnedTo = 1800;
/** No look was made before there was a Postkey: a clock that says so is wrong. */
const firstYear = Date.UTC(2026, 0, 1);

export interface KeptHistory {
  /** By time, none reaching into the next. */
  readonly entries: readonly HistoryEntry[];
  /** What was seen later than now, because the clock was set back; put back when that was a mistake. */
  readonly ahead?: { readonly since: number; readonly entries: readonly HistoryEntry[] } | undefined;
}

/** The worst first: weather is nobody's fault, and what only you can mend needs you. */
export function seenState({ problem }: Pick<WatchView, 'problem'>): SeenState {
  if (!problem) return 'well';
  if (isWeather(problem)) return 'away';
  return problems[problem.code].actor === 'you' ? 'needed-you' : 'broken';
}

/** The history with one look more. Its time is `watch.lastCheckAt`. */
export function withLook(history: KeptHistory, watch: WatchView): KeptHistory {
  if (watch.lastCheckAt < firstYear) return history;
  const { entries, ahead } = atThisTime(history, watch.lastCheckAt);
  // A clock that is put right by seconds or minutes does not run backwards here.
  const at = Math.max(watch.lastCheckAt, entries.at(-1)?.until ?? 0);
  const kept = thinned(ofTheYear(joined(entries, watch, at)));
  return ahead ? { entries: kept, ahead } : { entries: kept };
}

function joined(entries: readonly HistoryEntry[], watch: WatchView, at: number): readonly HistoryEntry[] {
  const cause = watch.problem?.code;
  const seen = { state: seenState(watch), ...(cause ? { cause } : {}), services: watch.services, from: at, until: at };
  const last = entries.at(-1);
  const goesOn = last !== undefined && at - last.until <= gapMs && isSame(last, seen);
  return goesOn ? [...entries.slice(0, -1), { ...last, until: at }] : [...entries, seen];
}

function isSame(one: HistoryEntry, other: HistoryEntry): boolean {
  const { imap, pop, smtp } = other.services;
  return (
    one.state === other.state &&
    one.cause === other.cause &&
    one.services.imap === imap &&
    one.services.pop === pop &&
    one.services.smtp === smtp
  );
}

/**
 * A clock set back by more than an hour: what lies ahead is put by, and comes back when the clock does (a computer that wakes with
 * a wrong clock puts it right within minutes). Once an hour was lived through in the new time, that is the time.
 */
function atThisTime({ entries, ahead }: KeptHistory, at: number): KeptHistory {
  if (ahead) {
    const isBack = at >= (ahead.entries.at(-1)?.until ?? 0) - gapMs;
    if (isBack) return { entries: [...entries.filter((each) => each.until < ahead.since), ...ahead.entries] };
    if (at - ahead.since >= hourMs) return { entries };
    return at >= ahead.since - gapMs ? { entries, ahead } : setBack(entries, at, ahead.entries);
  }
  return (entries.at(-1)?.until ?? 0) <= at + gapMs ? { entries } : setBack(entries, at, []);
}

function setBack(entries: readonly HistoryEntry[], at: number, ahead: readonly HistoryEntry[]): KeptHistory {
  const earlier = entries
    .filter((each) => each.from <= at)
    .map((each) => (each.until > at ? { ...each, until: at } : each));
  const later = ahead.length > 0 ? ahead : entries.filter((each) => each.until > at);
  return { entries: earlier, ahead: { since: at, entries: later } };
}

function ofTheYear(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const begin = believedTime(entries) - yearMs;
  if ((entries[0]?.from ?? begin) >= begin) return entries;
  return entries
    .filter((each) => each.until >= begin)
    .map((each) => (each.from < begin ? { ...each, from: begin } : each));
}

/**
 * The time by which a year is counted: the newest, but for a clock that has leapt by more than a month. Until a day was lived
 * through in the new time that may be a mistake, and nothing is dropped for it.
 */
function believedTime(entries: readonly HistoryEntry[]): number {
  const newest = entries.at(-1)?.until ?? 0;
  for (let at = entries.length - 1; at > 0; at -= 1) {
    const [before, after] = [entries[at - 1]?.until ?? 0, entries[at]?.from ?? 0];
    if (newest - after >= dayMs) break;
    if (after - before > leapMs) return before;
  }
  return newest;
}

/** Too many: the oldest go first, but never the worst of a day, so that no day looks better than it was. */
function thinned(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  if (entries.length <= mostEntries) return entries;
  const worst = new Map<string, HistoryEntry>();
  for (const each of entries) {
    const day = dayOf(each.from);
    const other = worst.get(day);
    if (!other || isWorse(each, other)) worst.set(day, each);
  }
  let tooMany = entries.length - thinnedTo;
  return entries.filter((each) => {
    const day = dayOf(each.from);
    // One that reaches into another day may be that day's only one.
    if (tooMany <= 0 || worst.get(day) === each || dayOf(each.until) !== day) return true;
    tooMany -= 1;
    return false;
  });
}

const isWorse = (one: HistoryEntry, other: HistoryEntry): boolean =>
  seenStates.indexOf(one.state) < seenStates.indexOf(other.state);
