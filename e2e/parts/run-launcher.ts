// `launcher/postkey …` of this checkout, as a mail program calls it.
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandEnd, endOf } from './command-end.ts';
import { switchesFor } from './postkey-app.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const launcher = join(root, 'launcher', 'postkey');

/** The switches that name a value: the others it gives by itself. */
export function launcherSwitches(userData: string): string[] {
  return switchesFor({ userData }).filter((word) => word.includes('='));
}

/** `quick`: with nothing in reach that could start a program, so that only a door answers. */
export function runLauncher(
  words: readonly string[],
  { userData, quick = false }: { readonly userData: string; readonly quick?: boolean },
): Promise<CommandEnd> {
  const child = spawn(launcher, [...launcherSwitches(userData), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: quick ? { PATH: '/none' } : process.env,
  });
  return endOf(child);
}
