// Opens pages in the person's own browsers: the system's default by the system's own opener, another one by its executable.
// Opens nothing but https, or http on this very computer.
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { app, shell } from 'electron';
import { problemOf } from '../../shared/problem.ts';
import type { Browser, Outcome } from '../setup/outside-world.ts';

const openDeadlineMs = 10_000;

interface KnownBrowser extends Browser {
  readonly linux: readonly string[];
  readonly darwin?: string;
  readonly win32?: string;
}

const known: readonly KnownBrowser[] = [
  {
    id: 'firefox',
    name: 'Firefox',
    linux: ['firefox', 'firefox-esr'],
    darwin: '/Applications/Firefox.app/Contents/MacOS/firefox',
    win32: 'Mozilla Firefox\\firefox.exe',
  },
  {
    id: 'chrome',
    name: 'Chrome',
    linux: ['google-chrome', 'google-chrome-stable'],
    darwin: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    win32: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    id: 'chromium',
    name: 'Chromium',
    linux: ['chromium', 'chromium-browser'],
    darwin: '/Applications/Chromium.app/Contents/MacOS/Chromium',
  },
  {
    id: 'edge',
    name: 'Edge',
    linux: ['microsoft-edge'],
    darwin: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    win32: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    id: 'brave',
    name: 'Brave',
    linux: ['brave-browser', 'brave'],
    darwin: '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
    win32: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
  {
    id: 'vivaldi',
    name: 'Vivaldi',
    linux: ['vivaldi', 'vivaldi-stable'],
    darwin: '/Applications/Vivaldi.app/Contents/MacOS/Vivaldi',
    win32: 'Vivaldi\\Application\\vivaldi.exe',
  },
  { id: 'safari', name: 'Safari', linux: [], darwin: '/Applications/Safari.app/Contents/MacOS/Safari' },
];

function candidates(browser: KnownBrowser): readonly string[] {
  if (process.platform === 'darwin') return browser.darwin ? [browser.darwin] : [];
  if (process.platform === 'win32') {
    const { win32 } = browser;
    const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
    return win32 ? roots.flatMap((root) => (root ? [join(root, win32)] : [])) : [];
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return browser.linux.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function executable(browser: KnownBrowser): Promise<string | null> {
  for (const path of candidates(browser)) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/** True for what may be opened at all. */
export function mayOpen(url: string): boolean {
  try {
    const { protocol, hostname, username } = new URL(url);
    if (username !== '') return false;
    return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'));
  } catch {
    return false;
  }
}

/** The default browser's name, or an empty text where the system does not say one a person knows. */
function defaultName(): string {
  const name = app.getApplicationNameForProtocol('https://').replace(/\.(?:desktop|app|exe)$/iu, '');
  const plain = known.find((each) => name.toLowerCase().includes(each.id));
  return plain?.name ?? (/^[A-Z][A-Za-z ]{1,24}$/u.test(name) ? name : '');
}

export async function listBrowsers(): Promise<readonly Browser[]> {
  const found = await Promise.all(
    known.map(async (each) => ((await executable(each)) ? [{ id: each.id, name: each.name }] : [])),
  );
  return found.flat();
}

/** By the operating system's own opener; its value is the browser's name, or empty. */
export async function openInDefaultBrowser(url: string): Promise<Outcome<string>> {
  if (!mayOpen(url)) return { ok: false, problem: problemOf('browser-not-opened') };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), openDeadlineMs);
  });
  const opened = shell.openExternal(url).then(
    () => true as const,
    () => false as const,
  );
  const isOpen = await Promise.race([opened, tooLong]);
  clearTimeout(timer);
  return isOpen ? { ok: true, value: defaultName() } : { ok: false, problem: problemOf('browser-not-opened') };
}

/** In one of `listBrowsers`, by its id. */
export async function openInBrowserCalled(id: string, url: string): Promise<Outcome<string>> {
  const browser = known.find((each) => each.id === id);
  const path = browser ? await executable(browser) : null;
  if (!browser || !path || !mayOpen(url)) return { ok: false, problem: problemOf('browser-not-opened') };
  return new Promise((resolve) => {
    const child = spawn(path, [url], { detached: true, stdio: 'ignore', shell: false });
    child.once('error', () => resolve({ ok: false, problem: problemOf('browser-not-opened') }));
    child.once('spawn', () => {
      child.unref();
      resolve({ ok: true, value: browser.name });
    });
  });
}
