// The calendar file read back by the letter of RFC 5545: a strict reader of its own, so that no program is needed.
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Throws where the text is not as sections 3.1, 3.4 and 3.6 want it. */
function readStrictly(text: string): readonly Property[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end');
  if (/[^\r]\n|\r[^\n]/u.test(text)) throw new Error('A line end is not CR LF');
  const rows = text.slice(0, -2).split('\r\n');
  for (const row of rows) {
    if (Buffer.byteLength(row) > 75) throw new Error(`Too long: ${row}`);
    if (Buffer.from(row).toString('utf8').includes('\u{fffd}')) throw new Error('A character was cut');
  }
  const lines = rows.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const open: string[] = [];
  const properties = lines.map((line) => {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^;:",]+)*):(.*)$/u.exec(line);
    if (!match) throw new Error(`No content line: ${line}`);
    const [, name = '', parameters = '', value = ''] = match;
    if (/\p{Cc}/u.test(value)) throw new Error('A control character');
    if (name === 'BEGIN') open.push(value);
    if (name === 'END' && open.pop() !== value) throw new Error(`${value} ends before what is in it`);
    const pairs = parameters
      .split(';')
      .slice(1)
      .map((pair) => pair.split('=') as [string, string]);
    return { name, parameters: Object.fromEntries(pairs), value };
  });
  if (!lines.includes('BEGIN:VEVENT')) throw new Error('A calendar without a component');
  if (open.length > 0) throw new Error(`${open.join()} has no end`);
  for (const name of ['VERSION', 'PRODID']) expect(properties.filter((each) => each.name === name)).toHaveLength(1);
  return properties;
}

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/gu, (_all, sign: string) => (/n/iu.test(sign) ? '\n' : sign));
const dayMs = 86_400_000;
const madeAt = Date.UTC(2026, 10, 24, 2, 15);
const dayHere = (when: number): string => new Intl.DateTimeFormat('sv').format(when).replaceAll('-', '');
const at = Date.UTC(2027, 4, 31, 21, 59, 59, 999);
const date = { uid: 'idle-7c9e@postkey', at, title: 'The sign-in ends', text: 'Sign in again.' };
const valuesOf = (text: string, name: string): readonly string[] =>
  readStrictly(text)
    .filter((each) => each.name === name)
    .map(({ value }) => value);

test('a date weeks ahead is a whole day of this computer’s calendar, with a reminder a week before at nine', () => {
  const text = calendarFile([date], madeAt, 'en');
  expect(valuesOf(text, 'UID')).toEqual(['idle-7c9e@postkey']);
  expect(valuesOf(text, 'DTSTAMP')).toEqual(['20261124T021500Z']);
  const [start] = readStrictly(text).filter(({ name }) => name === 'DTSTART');
  expect(start).toMatchObject({ parameters: { VALUE: 'DATE' }, value: dayHere(at) });
  // A day lasts to its end by itself: an end of its own would be the day after, and many programs get that wrong.
  expect(valuesOf(text, 'DTEND')).toEqual([]);
  expect(valuesOf(text, 'DURATION')).toEqual([]);
  expect(valuesOf(text, 'TRIGGER')).toEqual(['-P6DT15H']);
  expect(valuesOf(text, 'ACTION')).toEqual(['DISPLAY']);
  expect(valuesOf(text, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT', 'VALARM']);
});

test.each([
  ['in nine days', 9 * dayMs, 'DATE', ['-P6DT15H']],
  ['in six days', 6 * dayMs, 'DATE', ['-PT15H']],
  ['in two days', 2 * dayMs, 'DATE', []],
  ['in an hour', 3_600_000, undefined, []],
])('%s: a reminder that lies ahead, or none', (_when, ahead, value, triggers) => {
  const text = calendarFile([{ ...date, at: madeAt + ahead }], madeAt, 'en');
  expect(valuesOf(text, 'TRIGGER')).toEqual(triggers);
  const [start] = readStrictly(text).filter(({ name }) => name === 'DTSTART');
  expect(start?.parameters['VALUE']).toBe(value);
  if (value === undefined) expect(start?.value).toBe('20261124T031500Z');
});

test('each event has once what section 3.6.1 demands, and each reminder what 3.6.6 demands', () => {
  const dates = [1, 4, 40].map((days) => ({ ...date, uid: `u${days}`, at: madeAt + days * dayMs }));
  const text = calendarFile(dates, madeAt, 'en');
  const parts: Record<string, string[]>[] = [];
  const open: Record<string, string[]>[] = [];
  for (const { name, value } of readStrictly(text)) {
    if (name === 'BEGIN') open.push({ of: [value] });
    else if (name === 'END') parts.push(open.pop() ?? {});
    else (open.at(-1) ?? {})[name] = [...(open.at(-1)?.[name] ?? []), value];
  }
  const events = parts.filter((part) => part['of']?.[0] === 'VEVENT');
  const alarms = parts.filter((part) => part['of']?.[0] === 'VALARM');
  expect([events.length, alarms.length]).toEqual([3, 2]);
  const once = ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'DESCRIPTION', 'TRANSP', 'CLASS'];
  for (const event of events) expect(once.filter((name) => event[name]?.length !== 1)).toEqual([]);
  for (const alarm of alarms) expect(Object.keys(alarm).sort()).toEqual(['ACTION', 'DESCRIPTION', 'TRIGGER', 'of']);
  expect(new Set(events.map((event) => event['UID']?.[0])).size).toBe(3);
});

test('a newer file has a higher number, for the same date', () => {
  const numbers = [madeAt, madeAt + 60_000].map((when) =>
    Number(valuesOf(calendarFile([date], when, 'en'), 'SEQUENCE')[0]),
  );
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
});

test.each([
  'Harbour Schools; Ålesund, „Hafen“ \\ Kai',
  'eine Zeile\r\nnoch eine\nund noch eine',
  'BEGIN:VALARM\r\nATTACH:https://bad.example\r\nEND:VALARM',
  'ä'.repeat(200),
  '🔑'.repeat(120),
  'مهمة'.repeat(60),
])('%j is written so that it reads the same again, and stays one value', (words) => {
  const text = calendarFile([{ ...date, title: words, text: words }], madeAt, 'de-AT');
  const [summary] = valuesOf(text, 'SUMMARY');
  expect(unescaped(summary ?? '')).toBe(words.replace(/\r\n?/gu, '\n'));
  expect(valuesOf(text, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT', 'VALARM']);
});

test('control characters and an odd language do no harm', () => {
  const text = calendarFile([{ ...date, title: 'a\u0000b\u001bc' }], madeAt, 'x:y\r\nz');
  expect(valuesOf(text, 'SUMMARY')).toEqual(['a b c']);
});
