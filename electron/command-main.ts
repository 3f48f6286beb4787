// The packing list of the command line: the same parts as in `main.ts`, without a window and without changing anything that is kept.
import { resolve } from 'node:path';
import { discoverCommand } from './cli/discover-command.ts';
import { explainCommand } from './cli/explain-command.ts';
import { helpText } from './cli/help-answer.ts';
import { presetOfFile } from './cli/preset-in-force.ts';
import type { Command } from './cli/read-command.ts';
import { readCommandLine } from './desktop/command-line.ts';
import { onTheCommandLine, startMainWords, toCheck, toExplain, toHandOver, toPolicy } from './desktop/main-words.ts';
import { makeNetwork } from './desktop/network.ts';
import { readKept } from './desktop/read-kept.ts';
import { readPresetFile } from './desktop/read-preset-file.ts';
import type { OneStart } from './desktop/single-instance.ts';
import { readStandardInput } from './desktop/standard-input.ts';
import { systemClock } from './desktop/system-clock.ts';
import { makeDiscovery } from './discovery/make-discovery.ts';
import { organisationHere } from './organisation-here.ts';

const toStandard =
  (stream: NodeJS.WriteStream) =>
  (text: string): void => {
    stream.write(text);
  };

/** Whoever reads may go before the end, as `head` does; without a listener that would end in an error's window. */
function letGo(stream: NodeJS.WriteStream): void {
  stream.on('error', () => undefined);
}

/** What was written has arrived, or nobody is there to take it. Outside Linux a pipe takes it later. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => stream.write('', () => done()));
}

export interface CommandParts {
  readonly start: OneStart;
  readonly userData: string;
  /** The system's; `--lang` and the person's wish go before it. */
  readonly language: string;
  readonly version: string;
}

/** Carries a command out; the value is the exit code, and all that was said has arrived. */
export async function runCommand(command: Command, parts: CommandParts): Promise<number> {
  letGo(process.stdout);
  letGo(process.stderr);
  const code = await carryOut(command, parts);
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  return code;
}

function wordsFor({ kind }: Command): Parameters<typeof startMainWords>[1] {
  if (kind === 'explain') return toExplain;
  if (kind === 'policy') return toPolicy;
  if (kind === 'handover') return toHandOver;
  return kind === 'check' || kind === 'accounts' || kind === 'token' ? toCheck : onTheCommandLine;
}

async function carryOut(command: Command, { start, userData, language, version }: CommandParts): Promise<number> {
  const started = readCommandLine(start.words);
  const kept = await readKept(userData);
  const wish = started.language ?? kept.preferences.language ?? language;
  const words = await startMainWords(wish, wordsFor(command));
  const say = (key: string, values?: Readonly<Record<string, string>>): string => words.find('cli', key, values);
  const sayRefusal = (code: string): string => words.find('refusals', code);
  const [out, err] = [toStandard(process.stdout), toStandard(process.stderr)];
  if (command.kind === 'help' || command.kind === 'version') {
    out(command.kind === 'help' ? helpText(command.about, say) : `Postkey ${version}\n`);
    return 0;
  }
  if (command.kind === 'wrong-use') {
    const { about } = command;
    const values = about === 'unknown' ? { word: command.word } : { usage: say(`usage.${about}`) };
    err(`${say(about === 'unknown' ? 'wrongUse.unknown' : 'wrongUse.command', values)}\n`);
    return 2;
  }
  if (command.kind === 'check' || command.kind === 'accounts') {
    const { runAccounts, runCheck } = await import('./check-main.ts');
    const parts = { userData, version, find: words.find, out, err };
    return command.kind === 'check' ? runCheck(command, parts) : runAccounts(command, parts);
  }
  if (command.kind === 'bridge') {
    const { runBridge } = await import('./bridge-main.ts');
    const sayBridge = (key: string, values?: Readonly<Record<string, string | number>>) =>
      words.find('cli', key, values);
    return runBridge(command, { userData, version, language: words.language(), say: sayBridge, out, err });
  }
  if (command.kind === 'token') {
    const { runToken } = await import('./token-main.ts');
    return runToken(command, { userData, find: words.find, out, err });
  }
  if (command.kind === 'forget') {
    const { runForget } = await import('./forget-main.ts');
    return runForget(command, { userData, say, out, err });
  }
  if (command.kind === 'policy') {
    const { runPolicy } = await import('./policy-main.ts');
    const find = (key: string, values?: Readonly<Record<string, string | number>>) => words.find('policy', key, values);
    const sayHere: typeof find = (key, values) => words.find('cli', key, values);
    return runPolicy(command, {
      userData,
      folder: start.folder,
      find,
      say: sayHere,
      language: words.language(),
      out,
      err,
    });
  }
  if (command.kind === 'handover') {
    const { runHandover } = await import('./handover-main.ts');
    return runHandover(command, { userData, folder: start.folder, kept, find: words.find, out, err });
  }
  if (command.kind === 'report') {
    const { runReport } = await import('./report-main.ts');
    return runReport(command, { userData, folder: start.folder, version, kept, language: words.language, out, err });
  }
  if (command.kind === 'explain') {
    const { explain } = await import('./support/explain.ts');
    return explainCommand(command, { explain, find: words.find, readInput: readStandardInput, out, err });
  }
  const path = started.presetPath === null ? null : resolve(start.folder, started.presetPath);
  const taken =
    path === null
      ? { ok: true as const, ...(await organisationHere(userData, kept.preset)) }
      : presetOfFile((await readPresetFile(path, 'anywhere')).file);
  if (!taken.ok) {
    const { refusal, place } = taken;
    const values = { file: path ?? '', place, reason: sayRefusal(refusal) };
    err(`${say(place === '' ? 'wrongUse.preset' : 'wrongUse.presetAt', values)}\n`);
    return 2;
  }
  const network = makeNetwork(systemClock.now);
  network.setExtraCa(taken.ca);
  const discovery = makeDiscovery({ getOnce: network.getOnce, clock: systemClock, nameServer: started.nameServer });
  const { preset } = taken;
  return discoverCommand(command, { discovery, preset, clock: systemClock, say, sayRefusal, out, err });
}
