// Postkey itself: the real Electron with the real bundles, started as a person starts it, in folders of its own.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { pollUntil } from './poll-until.ts';
import { whereItWaits } from './where-it-waits.ts';

export interface PostkeyWish {
  /** Where Postkey keeps what it remembers; the same folder again is the same Postkey after a restart. */
  readonly userData: string;
  /** Options of Postkey's own: `--preset FILE`, `--practice`, `--address ADDRESS`, `--lang xx`. */
  readonly args?: readonly string[];
  /** Besides the test session's, the system browser's for one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where names are looked up and the web is found; without it nothing but this computer exists. */
  readonly network?: { readonly nameServer: string; readonly switch: string };
  /** `none`: a computer without a key store. */
  readonly keyStore?: 'real' | 'none';
  /** Instead of the run's own Electron, as machine-policy.ts makes it. */
  readonly executable?: string;
  /** What main writes to its standard error, line by line as it comes. */
  readonly onSaid?: (text: string) => void;
}

export interface RunningPostkey {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
  /** As a person quits; resolves when the process is gone. */
  quit(): Promise<void>;
  /** As a power cut. */
  kill(): Promise<void>;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const holdUntilDriven = join(root, 'scripts', 'stand-in-launcher', 'hold-until-driven.cjs');

/** The Electron that the set-up found; named by scripts/set-up/prepare.mjs. */
export function electronOfThisRun(): string {
  const executable = process.env['POSTKEY_ELECTRON'];
  if (!executable) throw new Error('POSTKEY_ELECTRON is not set: start the journeys with npm test -- --only e2e');
  return executable;
}

/** Nothing a journey does may ask anybody outside this computer. */
const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1';
/** The discard port: a name service that is never there. */
const noNameServer = '127.0.0.1:9';

/** Postkey's own deadline for what must still be written is shorter. */
const quitMs = 20_000;

/** Switches of Chromium's, before the app's folder. */
export function switchesFor(wish: Pick<PostkeyWish, 'userData' | 'keyStore' | 'network'>): string[] {
  const isRoot = process.getuid?.() === 0;
  const keyStore = wish.keyStore === 'none' ? 'basic' : process.env['POSTKEY_TEST_KEY_STORE'];
  return [
    // Chromium's sandbox refuses to work for root.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--user-data-dir=${wish.userData}`,
    wish.network?.switch ?? nowhere,
    ...(keyStore ? [`--password-store=${keyStore}`] : []),
  ];
}

function cleanEnv(more: Readonly<Record<string, string>>): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...more })) if (value !== undefined) env[name] = value;
  // Would make Electron behave as plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return env;
}

/** Runs inside Electron. Whether hold-until-driven.cjs was there to hear it. */
function goOnDriven(): boolean {
  const held = globalThis as { goOnDriven?: () => void };
  held.goOnDriven?.();
  return held.goOnDriven !== undefined;
}

/** Resolves when the window shows its first page. */
export async function startPostkey(wish: PostkeyWish): Promise<RunningPostkey> {
  mkdirSync(wish.userData, { recursive: true });
  const app = await _electron.launch({
    executablePath: wish.executable ?? electronOfThisRun(),
    args: [
      ...switchesFor(wish),
      '-r',
      holdUntilDriven,
      root,
      '--name-server',
      wish.network?.nameServer ?? noNameServer,
      ...(wish.args ?? []),
    ],
    env: cleanEnv(wish.env ?? {}),
    cwd: root,
    timeout: 30_000,
  });
  const child = app.process();
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
  child.stderr?.on('data', (chunk: Buffer) => wish.onSaid?.(chunk.toString()));
  try {
    await pollUntil('Postkey is held back until now', () => app.evaluate(goOnDriven));
    const window = await app.firstWindow();
    await window.getByRole('heading', { level: 1 }).waitFor();
    return {
      app,
      window,
      userData: wish.userData,
      async quit() {
        if (child.exitCode !== null || child.signalCode !== null) return;
        // A quit that hangs is told as that, and does not take the journeys after it along.
        let timer: NodeJS.Timeout | undefined;
        const tooLong = new Promise<'too-long'>((resolve) => {
          timer = setTimeout(() => resolve('too-long'), quitMs);
        });
        const closed = app.close().then(() => ended);
        const how = await Promise.race([closed, ended, tooLong]).finally(() => clearTimeout(timer));
        if (how !== 'too-long') return;
        const where = whereItWaits(child.pid);
        child.kill('SIGKILL');
        await ended;
        throw new Error(`Postkey had not quit after ${quitMs / 1000} seconds\n${where}`);
      },
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    throw error;
  }
}
