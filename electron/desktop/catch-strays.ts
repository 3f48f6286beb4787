// Leads everything that would else go around the log into it: what nobody caught, what a library says on the console, Node's own warnings.
// Standard output and standard error then hold only what a command says there itself.
import type { Log } from './log.ts';

const levels = {
  debug: 'info',
  dir: 'info',
  error: 'error',
  info: 'info',
  log: 'info',
  trace: 'warn',
  warn: 'warn',
} as const;

export function catchStrays(log: Pick<Log, 'from' | 'unexpected'>): void {
  process.on('unhandledRejection', (error) => log.unexpected(error));
  process.on('uncaughtException', (error) => log.unexpected(error));
  // Node's own listener writes to standard error.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.from('node').warn(warning));
  const said = log.from('console');
  for (const [name, level] of Object.entries(levels) as [keyof typeof levels, 'info' | 'warn' | 'error'][]) {
    console[name] = said[level];
  }
}

/** Where others' programs would write keys or protocols when the surroundings tell them to; before anything else is loaded. */
export const loudVariables = ['DEBUG', 'SSLKEYLOGFILE', 'ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_FILE'] as const;
/** Chromium's switches for the same: every sign-in address with its answer would stand in such a file. */
export const loudSwitches = [
  'log-net-log',
  'net-log-capture-mode',
  'ssl-key-log-file',
  'enable-logging',
  'log-file',
] as const;
