// The log file: what happened, for whoever helps, one line for each event. Everything written, to whichever place, first loses its
// secrets and addresses in one hook here.
import { randomInt } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
// The part of electron-log without Electron: the main part opens a channel of its own to every window.
import electronLog from 'electron-log/node';
import type { StandIns } from '../../shared/stand-in-names.ts';
import { endsInSecretName, hidden, redact } from './redact.ts';

type Write = (...values: unknown[]) => void;

export interface Log {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** The same log; its lines say that they come from there. */
  from(room: string): Log;
  /** Writes a bug; answers a short reference that a person can read out and that stands in the entry. */
  unexpected(error: unknown): string;
}

/** Nothing below it is written. */
export type LogLevel = 'error' | 'warn' | 'info';

export interface LogParts {
  /** Made when missing, for its owner alone; holds `postkey.log` and the one before. */
  readonly folder: string;
  /** Also on standard output. */
  readonly onConsole: boolean;
  /** `info` unless given: everything. */
  readonly level?: LogLevel | undefined;
  /** What stands in an address's place. */
  readonly names: Pick<StandIns, 'inText'>;
}

const longestEntry = 6_000;
const mostOfValue = 100_000;
const shown = { depth: 4, maxStringLength: 4000, breakLength: Number.POSITIVE_INFINITY } as const;

export function makeLog({ folder, onConsole, names, level = 'info' }: LogParts): Log {
  makeFolder(folder);
  const log = electronLog.create({ logId: 'postkey' });
  // Own path and mode, not those electron-log would find for itself.
  log.transports.file.setAppName('Postkey');
  log.transports.file.resolvePathFn = () => join(folder, 'postkey.log');
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  // The person's own clock, with its zone.
  log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {z} {level} {text}';
  log.transports.file.level = level;
  log.transports.console.level = onConsole ? level : false;
  // One text, cleaned: no transport ever sees the values themselves.
  let before = '';
  log.hooks.push((message) => {
    const [room, ...values] = message.data as [string, ...unknown[]];
    const text = cleanText(values, names, before);
    before = endOf(asText(values.at(-1)));
    return { ...message, data: [`${room} ${text}`] };
  });

  const from = (room: string): Log => ({
    info: (...values) => log.info(room, ...values),
    warn: (...values) => log.warn(room, ...values),
    error: (...values) => log.error(room, ...values),
    from,
    unexpected: (error) => {
      const reference = newReference();
      log.error(`${room} Unexpected [${reference}]`, error);
      return reference;
    },
  });
  return from('postkey');
}

/** A disk that refuses costs the log and nothing else: who starts Postkey to see why must not be kept out by it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  } catch {
    // Nowhere to say it.
  }
}

/**
 * One line for each event, whatever was in it; each value is cleaned by itself before all of them are once more, together. `before`:
 * how the event before ended, for a secret that comes in two.
 */
export function cleanText(values: readonly unknown[], names: LogParts['names'], before = ''): string {
  const [first = '', ...rest] = values.map(asText);
  const isRest = isSplit(before, first) || (/[=:]\s*$/u.test(before) && endsInSecretName(before));
  const texts = [isRest ? first.replace(/^\s*\S+/u, hidden) : first, ...rest];
  const clean = hideSplit(texts).map((text) => (text === hidden ? text : redact(text)));
  // Cut after cleaning: half a token has no shape to be known by.
  return names
    .inText(redact(clean.join(' ')))
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' | ')
    .replace(/[\u0000-\u001f\u007f]/gu, ' ')
    .slice(0, longestEntry);
}

function asText(value: unknown): string {
  return (typeof value === 'string' ? value : look(value)).slice(0, mostOfValue);
}

function look(value: unknown): string {
  try {
    return inspect(value, shown);
  } catch {
    return '(cannot be shown)';
  }
}

/** A name in one value and its secret in the next, or a secret cut in two: both halves are shapeless alone. */
function hideSplit(texts: readonly string[]): readonly string[] {
  const split = new Set<number>();
  for (const [at, text] of texts.entries()) {
    const next = texts[at + 1];
    if (next === undefined || next === '') continue;
    if (endsInSecretName(text)) split.add(at + 1);
    if (isSplit(text, next)) split.add(at).add(at + 1);
  }
  return texts.map((text, at) => (split.has(at) ? hidden : text));
}

/** How a text ends: enough to know a secret's beginning, or its name. */
function endOf(text: string): string {
  return text.slice(-4000);
}

function isSplit(text: string, next: string): boolean {
  const [end = '', begin = ''] = [/\S{1,4000}$/u.exec(text)?.[0], /^\S{1,4000}/u.exec(next)?.[0]];
  return end !== '' && begin !== '' && redact(`${end}${begin}`) !== `${redact(end)}${redact(begin)}`;
}

/** Five signs that cannot be mistaken for each other on the telephone. */
function newReference(): string {
  const signs = 'ACDEFHJKLMNPRTUVWXY34679';
  return Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
}
