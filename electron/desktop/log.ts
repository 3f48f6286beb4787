// The log file: what happened, for whoever helps. Everything written, to whichever place, first loses its secrets in one hook here.
import { randomInt } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
// The part of electron-log without Electron: the main part opens a channel of its own to every window.
import electronLog from 'electron-log/node';
import { redact } from './redact.ts';

export interface Log {
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  /** Writes a bug; answers a short reference that a person can read out and that stands in the entry. */
  unexpected(error: unknown): string;
}

export interface LogParts {
  /** Made when missing, for its owner alone; holds `postkey.log` and the one before. */
  readonly folder: string;
  /** Also on standard output. */
  readonly onConsole: boolean;
}

const longestEntry = 20_000;

export function makeLog({ folder, onConsole }: LogParts): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const log = electronLog.create({ logId: 'postkey' });
  // Own path and mode, not those electron-log would find for itself.
  log.transports.file.setAppName('Postkey');
  log.transports.file.resolvePathFn = () => join(folder, 'postkey.log');
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.format = '{iso} {level} {text}';
  log.transports.console.level = onConsole ? 'info' : false;
  // One text, cleaned: no transport ever sees the values themselves.
  log.hooks.push((message) => ({ ...message, data: [cleanText(message.data)] }));

  return {
    info: log.info,
    warn: log.warn,
    error: log.error,
    unexpected: (error) => {
      const reference = newReference();
      log.error(`Unexpected [${reference}]`, error);
      return reference;
    },
  };
}

function cleanText(values: readonly unknown[]): string {
  const text = formatWithOptions({ depth: 4, maxStringLength: 4000, breakLength: 160 }, '', ...values).trimStart();
  // Cut after cleaning: half a token has no shape to be known by.
  return redact(text.slice(0, 10 * longestEntry)).slice(0, longestEntry);
}

/** Five signs that cannot be mistaken for each other on the telephone. */
function newReference(): string {
  const signs = 'ACDEFHJKLMNPRTUVWXY34679';
  return Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
}
