// Days as a person writes them, for a wait that may last weeks. Pure but for the computer's time zone.
import { formatLocale } from '../setup/format-locale.ts';

const isSameYear = (one: number, other: number): boolean =>
  new Date(one).getFullYear() === new Date(other).getFullYear();

/** "Saturday, 21 November"; with its year where that is not this one. */
export function writeDay(language: string, instant: number, now: number): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isSameYear(instant, now) ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** "21 November", for narrow places. */
export function writeShortDay(language: string, instant: number, now: number): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    day: 'numeric',
    month: 'long',
    ...(isSameYear(instant, now) ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** By the calendar: "today", "yesterday", "3 days ago". */
export function writeDaysAgo(language: string, instant: number, now: number): string {
  const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
  // Rounded: a day of summer time's change has 23 or 25 hours.
  const days = Math.round((midnight(instant) - midnight(now)) / 86_400_000);
  return new Intl.RelativeTimeFormat(formatLocale(language), { numeric: 'auto' }).format(Math.min(0, days), 'day');
}

/** For a postmark, which knows neither year nor "p.m.": day and month, and the time. */
export function writePostmark(language: string, instant: number): { readonly date: string; readonly time: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(formatLocale(language), options).format(instant);
  return {
    date: part({ day: 'numeric', month: 'short' }).toLocaleUpperCase(language),
    time: part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}
