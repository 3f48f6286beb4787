// What goes into the log by itself: starts and ends, every change of the state, and whatever nobody caught. Nothing goes around the log's
// cleaning, not even to standard error.
import { app } from 'electron';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import type { StandIns } from '../../shared/stand-in-names.ts';
import { journalOf } from '../setup/journal.ts';
import { catchStrays, loudSwitches, loudVariables } from './catch-strays.ts';
import { cleanText, type Log, type LogLevel, makeLog } from './log.ts';
import { openStandIns, readStandIns } from './name-key.ts';

/** Nobody else writes down what passes through Postkey. To be called before Electron is ready: then Chromium has opened no file yet. */
export function silenceOthers(): void {
  for (const name of loudVariables) delete process.env[name];
  for (const name of loudSwitches) app.commandLine.removeSwitch(name);
}

export interface OpenedLog {
  readonly log: Log;
  readonly logUnexpected: Log['unexpected'];
  readonly names: StandIns;
}

/** Opens the log, and catches what would else end in Electron's own window or on standard error. */
export function openLog(profile: string, folder: string, level?: LogLevel): OpenedLog {
  const names = openStandIns(profile);
  const log = makeLog({ folder, onConsole: false, names, level });
  catchStrays(log);
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
  return { log, logUnexpected: log.unexpected, names };
}

/** For a command, which keeps no log: its answer alone is on standard output, and whatever else is said is cleaned as in the log. */
export function strayIntoStandardError(giveUp: (error: unknown) => void): void {
  const names = readStandIns(app.getPath('userData'));
  const write = (...values: unknown[]): void => {
    process.stderr.write(`${cleanText(values, names)}\n`);
  };
  const unexpected = (error: unknown): string => {
    giveUp(error);
    return '';
  };
  const log: Log = { info: write, warn: write, error: write, from: () => log, unexpected };
  catchStrays(log);
}

/** Hands each snapshot on, and writes down what changed with it. */
export function inJournal(
  log: Log,
  names: StandIns,
  announce: (state: PostkeyState) => void,
): (state: PostkeyState) => void {
  let before: PostkeyState | null = null;
  return (state) => {
    for (const { level, room, text } of journalOf(before, state, names)) log.from(room)[level](text);
    before = state;
    announce(state);
  };
}

/** One line, cleaned as in the log. */
export function toStandardError(what: string, error: unknown): void {
  const names = readStandIns(app.getPath('userData'));
  process.stderr.write(`${cleanText([what, error instanceof Error ? error.message : 'unknown'], names)}\n`);
}
