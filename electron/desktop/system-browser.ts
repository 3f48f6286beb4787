// Opens pages in the person's own browsers: the system's default by the system's own opener, another one by its own program.
// Opens nothing but https, or http on this very computer.
import { app, shell } from 'electron';
import { problemOf } from '../../shared/problem.ts';
import type { Browser, Outcome } from '../setup/outside-world.ts';
import { type InstalledBrowser, installedBrowsers } from './installed-browsers.ts';
import { mayOpen } from './may-open.ts';
import { startProgram } from './start-program.ts';

const openDeadlineMs = 10_000;

const find = (): Promise<readonly InstalledBrowser[]> =>
  installedBrowsers({ platform: process.platform, environment: process.env, language: app.getLocale() });

const opened = (taken: boolean, name: string): Outcome<string> =>
  taken ? { ok: true, value: name } : { ok: false, problem: problemOf('browser-not-opened') };

/** What the system calls its default for web pages: a desktop entry's id on Linux, a name elsewhere; empty when it says nothing. */
function defaultBrowser(): string {
  return app
    .getApplicationNameForProtocol('https://')
    .trim()
    .replace(/\.(?:desktop|app|exe)$/iu, '');
}

const isDefault = ({ id, name }: Browser, system: string): boolean =>
  system !== '' && (id === system || name.toLowerCase() === system.toLowerCase());

/** All but the default one, which "Sign in" opens anyway. */
export async function listBrowsers(): Promise<readonly Browser[]> {
  const system = defaultBrowser();
  return (await find()).filter((each) => !isDefault(each, system)).map(({ id, name }) => ({ id, name }));
}

/** By the operating system's own opener; its value is the browser's name, or empty. */
export async function openInDefaultBrowser(url: string): Promise<Outcome<string>> {
  if (!mayOpen(url)) return opened(false, '');
  const system = defaultBrowser();
  const name = (await find()).find((each) => isDefault(each, system))?.name ?? '';
  // Electron starts xdg-open too, but does not look how it ended; its exit code alone says that there is no browser.
  const taken = process.platform === 'linux' ? startProgram(['xdg-open', url]) : openExternal(url);
  return opened(await taken, name);
}

/** In one of `listBrowsers`, by its id. */
export async function openInBrowserCalled(id: string, url: string): Promise<Outcome<string>> {
  const browser = (await find()).find((each) => each.id === id);
  if (browser === undefined || !mayOpen(url)) return opened(false, '');
  return opened(await startProgram(browser.start(url)), browser.name);
}

async function openExternal(url: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), openDeadlineMs);
  });
  try {
    return await Promise.race([shell.openExternal(url).then(() => true), tooLong]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
