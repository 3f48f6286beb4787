// Starts an Electron app once and says how long it took until its first page stood there. Looks from outside until the page has its
// final title, and asks it only then, so that the looking costs both apps the same and next to nothing.
import { type ChildProcess, spawn } from 'node:child_process';
import { electronOfThisRun, switchesFor } from '../parts/postkey-app.ts';
import { askPage, type PageTarget } from './ask-page.ts';

export interface StartWish {
  /** The app's folder. */
  readonly app: string;
  readonly userData: string;
  readonly args?: readonly string[];
  /** Whether this title means that the page stands there. */
  readonly isReady: (title: string) => boolean;
  /** Run in the page: epoch milliseconds of the moment that counts. */
  readonly moment: string;
}

const startMs = 60_000;
const lookEveryMs = 40;
const endMs = 10_000;

const now = (): number => performance.timeOrigin + performance.now();

/** Milliseconds from the start of the process. */
export async function startOnce({ app, userData, args = [], isReady, moment }: StartWish): Promise<number> {
  const switches = [...switchesFor({ userData }), '--remote-debugging-port=0'];
  const startedAt = now();
  const child = spawn(electronOfThisRun(), [...switches, app, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const origin = await debuggerOf(child);
    const page = await untilReady(origin, isReady);
    const at = await askPage(page, moment);
    if (typeof at !== 'number') throw new Error(`The page does not know the moment: ${JSON.stringify(at)}`);
    return at - startedAt;
  } finally {
    await end(child);
  }
}

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Electron does not start: ${said.slice(-2000)}`)), startMs);
    child.once('exit', (code) => reject(new Error(`Electron ended with ${code}: ${said.slice(-2000)}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//u.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

async function untilReady(origin: string, isReady: StartWish['isReady']): Promise<PageTarget> {
  const until = Date.now() + startMs;
  for (;;) {
    const list = (await (await fetch(`${origin}/json/list`)).json()) as readonly (PageTarget & { title: string })[];
    const page = list.find(({ type, title }) => type === 'page' && isReady(title));
    if (page !== undefined) return page;
    if (Date.now() > until) throw new Error(`No page is ready: ${list.map(({ title }) => title).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
