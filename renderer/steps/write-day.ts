// A day without a time, in the person's own way of writing it. Pure but for the computer's time zone.
import { noonOf } from '../../shared/secret-end.ts';

/** "31 May 2027" from `2027-05-31`; undefined when it is no day. */
export function writeDay(locale: string, day: string): string | undefined {
  const noon = noonOf(day);
  return noon === null ? undefined : new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(noon);
}
