// Postkey as the package installed it. Its fuses allow no inspector, so Playwright sees its window through Chromium's own debugger.
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { pollUntil } from '../parts/poll-until.ts';
import type { OrdinaryPerson } from './ordinary-person.ts';

export interface InstalledPostkey {
  readonly window: Page;
  /** As the system ends programs when a person logs out. */
  quit(): Promise<void>;
}

const endMs = 20_000;

/** Nothing may ask anybody outside this computer; what a person would never type stands here. */
const switches = [
  '--disable-gpu',
  '--password-store=gnome-libsecret',
  '--remote-debugging-port=0',
  '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1',
  '--name-server=127.0.0.1:9',
];

/** `program`: what the person starts. Resolves when the window shows its first page. */
export async function startInstalled(
  person: OrdinaryPerson,
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<InstalledPostkey> {
  const child = person.run([program, ...switches, ...words], env);
  try {
    const browser = await chromium.connectOverCDP(await debuggerOf(child), { noDefaults: true });
    const window = await pollUntil('the window is there', () =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((page) => page.url().startsWith('app://')),
    );
    await window.getByRole('heading', { level: 1 }).waitFor();
    return { window, quit: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Postkey does not start: ${said.slice(-2000)}`)), 30_000);
    child.once('exit', (code) => reject(new Error(`Postkey ended with ${code}: ${said.slice(-2000)}`)));
    child.stdout?.resume();
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\/\/\S+)/u.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

/** The message bus was started first and ends by itself with the program it was started for, its newest child. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').map(Number);
  const program = children.at(-1) || child.pid;
  const kill = (signal: NodeJS.Signals): void => {
    if (program !== undefined && existsSync(`/proc/${program}`)) process.kill(program, signal);
  };
  const timer = setTimeout(() => kill('SIGKILL'), endMs);
  kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
