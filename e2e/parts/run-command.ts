// `postkey COMMAND …` as a person or a script runs it: the real app, no window, its two outputs and its exit code.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandEnd, endOf } from './command-end.ts';
import { electronOfThisRun, type PostkeyWish, switchesFor } from './postkey-app.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Resolves when it has ended. Chromium's notes about the test computer are kept out of its standard error. */
export function runCommand(
  words: readonly string[],
  { userData, network, executable, args = [] }: Pick<PostkeyWish, 'userData' | 'network' | 'args' | 'executable'>,
): Promise<CommandEnd> {
  const switches = [...switchesFor({ userData, ...(network ? { network } : {}) }), '--log-level=3'];
  const names = network ? ['--name-server', network.nameServer] : [];
  const child = spawn(executable ?? electronOfThisRun(), [...switches, root, ...words, ...names, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return endOf(child);
}
