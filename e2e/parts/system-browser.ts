// The person's own browser: a real Chromium with a window, made the system's default for the app under test, so that the app
// reaches it only through the operating system's opener (xdg-open). Playwright plays the person in it over CDP.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { pollUntil } from './poll-until.ts';
import type { TestAuthority } from './test-authority.ts';

export interface SystemBrowser {
  /** What the app's environment needs so that `xdg-open` leads here. */
  readonly env: Readonly<Record<string, string>>;
  /** The newest page at this address that was not handed out before; waits for it. `prefix`: the beginning of its address. */
  openedPage(prefix: string): Promise<Page>;
  /** A tab that the person opens by hand. */
  visit(url: string): Promise<Page>;
  /** How many tabs stand there now. */
  countPages(prefix: string): number;
  /** Closes every tab but an empty one, for the next test. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--window-position=0,0',
  '--window-size=900,800',
];

/** Chromium is told this one key to trust; the authority itself is in no list of the system's. */
function keyHash(authority: TestAuthority): string {
  const { publicKey } = new X509Certificate(authority.server.cert);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** Makes the default handler of web addresses: its own folders of settings, a launcher, and a script that both names lead to. */
function makeDefault(folder: string, command: readonly string[]): Readonly<Record<string, string>> {
  const [bin, config, data] = ['bin', 'config', 'data/applications'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const each of [bin, config, data]) mkdirSync(each, { recursive: true });
  const script = join(bin, 'chromium');
  writeFileSync(script, `#!/bin/sh\nexec ${quoted(command)} "$@" >>'${join(folder, 'opener.log')}' 2>&1\n`, {
    mode: 0o755,
  });
  const name = 'test-chromium.desktop';
  writeFileSync(
    join(data, name),
    `[Desktop Entry]\nType=Application\nName=Chromium\nExec=${script} %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;\n`,
  );
  writeFileSync(
    join(config, 'mimeapps.list'),
    `[Default Applications]\nx-scheme-handler/http=${name}\nx-scheme-handler/https=${name}\n`,
  );
  return {
    XDG_CONFIG_HOME: config,
    XDG_DATA_HOME: join(folder, 'data'),
    BROWSER: script,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  };
}

/** `folder` is made, for this browser alone. */
export async function openSystemBrowser(folder: string, authority: TestAuthority): Promise<SystemBrowser> {
  const profile = join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  const command = [
    process.env['POSTKEY_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    `--user-data-dir=${profile}`,
    `--ignore-certificate-errors-spki-list=${keyHash(authority)}`,
    '--remote-debugging-port=0',
    ...quiet,
  ];
  const env = makeDefault(folder, command);
  const log = openSync(join(folder, 'chromium.log'), 'w');
  const [program = '', ...rest] = command;
  const started = spawn(program, [...rest, 'about:blank'], { stdio: ['ignore', log, log] });
  const browser = await connect(profile, started);
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium shows no window');
  return { env, ...handing(context), stop: () => stop(browser, started) };
}

async function connect(profile: string, started: ChildProcess): Promise<Browser> {
  const portFile = join(profile, 'DevToolsActivePort');
  const port = await pollUntil('Chromium listens for its debugger', () => {
    if (started.exitCode !== null) throw new Error(`Chromium ended with ${started.exitCode}`);
    // There at first, then filled.
    return existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined;
  });
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
}

function handing(context: BrowserContext): Omit<SystemBrowser, 'env' | 'stop'> {
  const handedOut = new WeakSet<Page>();
  const at = (prefix: string): Page[] => context.pages().filter((page) => page.url().startsWith(prefix));
  const take = (page: Page): Page => {
    handedOut.add(page);
    return page;
  };
  return {
    async openedPage(prefix) {
      return take(
        await pollUntil(`a tab at ${prefix}`, () =>
          at(prefix)
            .filter((page) => !handedOut.has(page))
            .at(-1),
        ),
      );
    },
    async visit(url) {
      const page = take(await context.newPage());
      await page.goto(url);
      return page;
    },
    countPages: (prefix) => at(prefix).length,
    async clear() {
      const [first, ...others] = context.pages();
      const kept = first ?? (await context.newPage());
      await Promise.all(others.map((page) => page.close()));
      if (kept.url() !== 'about:blank') await kept.goto('about:blank');
      await context.clearCookies();
    },
  };
}

async function stop(browser: Browser, started: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => started.once('exit', resolve));
  await browser.close();
  if (started.exitCode === null && started.signalCode === null) {
    started.kill('SIGTERM');
    await ended;
  }
}
