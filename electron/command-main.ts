// The packing list of the command line: the same parts as in `main.ts`, without a window and without changing anything that is kept.
import { resolve } from 'node:path';
import { type Preset, readPreset } from '../shared/preset.ts';
import { discoverCommand } from './cli/discover-command.ts';
import type { Command } from './cli/read-command.ts';
import { readCommandLine } from './desktop/command-line.ts';
import { onTheCommandLine, startMainWords } from './desktop/main-words.ts';
import { makeNetwork } from './desktop/network.ts';
import { readPresetFile } from './desktop/open-files.ts';
import { openRemembered } from './desktop/remembered.ts';
import type { OneStart } from './desktop/single-instance.ts';
import { systemClock } from './desktop/system-clock.ts';
import { makeDiscovery } from './discovery/make-discovery.ts';

interface TakenPreset {
  readonly preset: Preset | null;
  readonly caPem: string | null;
}

/** The preset named on the command line, else the one the window has taken; one that cannot be read is none. */
async function presetInForce(path: string | null, userData: string): Promise<TakenPreset> {
  if (path !== null) {
    const file = await readPresetFile(path);
    if (file === 'unreadable') return { preset: null, caPem: null };
    const read = readPreset(file.text);
    return { preset: read.ok ? read.preset : null, caPem: file.caPem };
  }
  const kept = openRemembered(userData, systemClock.now(), () => undefined).preset();
  if (!kept) return { preset: null, caPem: null };
  const read = readPreset(kept.text);
  return { preset: read.ok ? read.preset : null, caPem: kept.ca };
}

const toStandard =
  (stream: NodeJS.WriteStream) =>
  (text: string): void => {
    stream.write(text);
  };

/** What was written has arrived: outside Linux a pipe takes it later. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => stream.write('', () => done()));
}

export interface CommandParts {
  readonly start: OneStart;
  readonly userData: string;
  /** Unless `--lang` says another. */
  readonly language: string;
}

/** Carries a command out; the value is the exit code, and all that was said has arrived. */
export async function runCommand(command: Command, parts: CommandParts): Promise<number> {
  const code = await carryOut(command, parts);
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  return code;
}

async function carryOut(command: Command, { start, userData, language }: CommandParts): Promise<number> {
  const started = readCommandLine(start.words);
  const words = await startMainWords(started.language ?? language, onTheCommandLine);
  const say = (key: string, values?: Readonly<Record<string, string>>): string => words.find('cli', key, values);
  const err = toStandard(process.stderr);
  if (command.kind === 'wrong-use') {
    err(`${say(`wrongUse.${command.about}`)}\n`);
    return 2;
  }
  const path = started.presetPath === null ? null : resolve(start.folder, started.presetPath);
  const { preset, caPem } = await presetInForce(path, userData);
  const network = makeNetwork(systemClock.now);
  network.setExtraCa(caPem === null ? [] : [caPem]);
  const discovery = makeDiscovery({
    getOnce: network.getOnce,
    clock: systemClock,
    nameServer: started.nameServer,
  });
  const sayRefusal = (code: string): string => words.find('refusals', code);
  const out = toStandard(process.stdout);
  return discoverCommand(command, { discovery, preset, clock: systemClock, say, sayRefusal, out, err });
}
