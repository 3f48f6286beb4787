// Dates as a calendar file (RFC 5545), for any calendar program. Pure but for the time zone; finds no words and knows no account.

export interface CalendarDate {
  /** Stable, so that a file taken again replaces and does not double; without any address. */
  readonly uid: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly title: string;
  readonly text: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What is nearer is an hour, what is farther a day: whoever plans for weeks ahead thinks in days. */
const wholeDaysFrom = 2 * dayMs;
/** A whole day's reminder comes at nine in the morning. */
const remindAt = 9;

/** `dates`: at least one, a calendar must not be empty (section 3.6). `madeAt`: epoch milliseconds. `language`: BCP 47, of the words. The text ends each line with CR LF. */
export function calendarFile(dates: readonly CalendarDate[], madeAt: number, language: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Postkey//Postkey//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...dates.flatMap((date) => eventLines(date, madeAt, language)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, at, title, text }: CalendarDate, madeAt: number, language: string): readonly string[] {
  const inLanguage = /^[a-z0-9-]{1,35}$/iu.test(language) ? `;LANGUAGE=${language}` : '';
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${inUtc(madeAt)}`,
    // Of two files the newer one counts (section 3.8.7.4 counts revisions; minutes do that without a memory).
    `SEQUENCE:${Math.max(0, Math.floor((madeAt - Date.UTC(2026, 0, 1)) / 60_000))}`,
    ...whenLines(at, madeAt),
    `SUMMARY${inLanguage}:${escaped(title)}`,
    `DESCRIPTION${inLanguage}:${escaped(text)}`,
    // Nobody is busy at that time.
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...alarmLines(at, madeAt, `DESCRIPTION${inLanguage}:${escaped(title)}`),
    'END:VEVENT',
  ];
}

const isWholeDay = (at: number, madeAt: number): boolean => at - madeAt >= wholeDaysFrom;

/** A day without an end is that day (section 3.6.1), the computer's own. */
function whenLines(at: number, madeAt: number): readonly string[] {
  return isWholeDay(at, madeAt) ? [`DTSTART;VALUE=DATE:${localDay(at)}`] : [`DTSTART:${inUtc(at)}`, 'DURATION:PT15M'];
}

/** A week before, or a day before where a week is too late; none where that is too late, too. */
function alarmLines(at: number, madeAt: number, description: string): readonly string[] {
  const days = [7, 1].find((each) => at - madeAt > (each + 1) * dayMs);
  if (days === undefined) return [];
  // Counted from the day's midnight (section 3.8.6.3).
  const trigger = days === 1 ? `-PT${24 - remindAt}H` : `-P${days - 1}DT${24 - remindAt}H`;
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', description, `TRIGGER:${trigger}`, 'END:VALARM'];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `20261124` (section 3.3.4) in the computer's time zone. */
function localDay(at: number): string {
  const day = new Date(at);
  return `${String(day.getFullYear()).padStart(4, '0')}${two(day.getMonth() + 1)}${two(day.getDate())}`;
}

/** `20261124T021500Z` (section 3.3.5, form 2). */
const inUtc = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/[-:]/gu, '')
    .replace(/\.\d{3}/u, '');

/** Section 3.3.11; control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\n/gu, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** At most 75 octets a line, never inside a character (section 3.1). */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > 75) {
      rows.push(row);
      // The fold's own space counts.
      [row, octets] = ['', 1];
    }
    row += sign;
    octets += size;
  }
  return [...rows, row].join('\r\n ');
}

/** In UTF-8. */
function octetsOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
