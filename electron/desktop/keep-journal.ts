// What goes into the log by itself: starts and ends, every change of the state, and whatever nobody caught. Nothing goes around the log's
// cleaning, not even to standard error.
import { app } from 'electron';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { journalOf } from '../setup/journal.ts';
import { cleanText, type Log, makeLog } from './log.ts';

/** Opens the log, and catches what would else end in Electron's own window or on standard error. */
export function openLog(folder: string): Log {
  const log = makeLog({ folder, onConsole: false });
  process.on('unhandledRejection', (error) => log.unexpected(error));
  process.on('uncaughtException', (error) => log.unexpected(error));
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    log.error(`window gone: ${reason} ${exitCode}`);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log.warn(`process gone: ${type} ${reason} ${exitCode}`);
  });
  const { electron, chrome } = process.versions;
  log.info(
    `start Postkey ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}, ${process.platform} ${process.arch}`,
  );
  app.on('will-quit', () => log.info('end'));
  return log;
}

/** Hands each snapshot on, and writes down what changed with it. */
export function inJournal(log: Log, announce: (state: PostkeyState) => void): (state: PostkeyState) => void {
  let before: PostkeyState | null = null;
  return (state) => {
    for (const { level, text } of journalOf(before, state)) log[level](text);
    before = state;
    announce(state);
  };
}

/** One line, cleaned as in the log. */
export function toStandardError(what: string, error: unknown): void {
  process.stderr.write(`${cleanText([what, error instanceof Error ? error.message : 'unknown'])}\n`);
}
