// Kills the real process, with the real vault, at many points of a renewal, and shows that a usable renewal token is always on disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { makeAesCipher } from './aes-cipher.test-part.ts';
import { makeTokenVault } from './make-token-vault.ts';
import type { RotatingServer } from './rotating-server.test-part.ts';
import { startRotatingServer } from './rotating-server.test-part.ts';

const home = mkdtempSync(join(tmpdir(), 'postkey-kill-'));
const program = join(home, 'renewing-process.mjs');
const key = Buffer.alloc(32, 7);
const closers: (() => Promise<void> | void)[] = [];

// Bundled, as it ships: a process that starts in a third of the time is killed three times as often.
beforeAll(async () => {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./renewing-process.test-part.ts', import.meta.url)),
      outDir: home,
      rolldownOptions: { output: { entryFileNames: 'renewing-process.mjs', codeSplitting: false } },
    },
  });
}, 60_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Scene {
  readonly server: RotatingServer;
  start(dieAtCall: number): ReturnType<typeof spawn>;
  /** What a fresh process would find. */
  tokenOnDisk(): Promise<string>;
}

async function setScene(manner: 'lenient' | 'harsh'): Promise<Scene> {
  const folder = mkdtempSync(join(home, 'vault-'));
  const server = await startRotatingServer(manner);
  closers.push(server.close);
  const vault = () => makeTokenVault({ cipher: makeAesCipher(key), folder, now: () => Date.now() });
  const accessToken = new Secret('access');
  const kept = await vault().keep('account', {
    renewal: new Secret(server.first),
    accessToken,
    validUntil: 1,
    clientSecret: null,
  });
  expect(kept.ok).toBe(true);
  return {
    server,
    start: (dieAtCall) =>
      spawn(process.execPath, [program, folder, key.toString('hex'), server.url, String(dieAtCall)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    tokenOnDisk: async () => {
      const opened = await vault().open('account');
      if (!opened.ok || opened.value?.renewal == null)
        throw new Error(`Nothing usable on disk: ${JSON.stringify(opened)}`);
      return opened.value.renewal.open();
    },
  };
}

/** True for a process that was killed, false for one that came to its end. */
async function ended(child: ReturnType<typeof spawn>): Promise<boolean> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The renewing process failed with ${code ?? signal}`);
  return signal === 'SIGKILL';
}

/** Starts, waits for the first renewal to be kept, kills a random moment later; answers whether a renewal was under way. */
async function killAtRandom(scene: Scene): Promise<boolean> {
  const child = scene.start(0);
  await new Promise<void>((kept) => scene.server.onKept(() => kept()));
  await new Promise((later) => setTimeout(later, Math.random() * 12));
  child.kill('SIGKILL');
  await ended(child);
  await scene.server.idle();
  return scene.server.newest() !== scene.server.newestKept();
}

test('a usable token is on disk after each of 60 kills at random moments', { timeout: 60_000 }, async () => {
  const lane = async (): Promise<number> => {
    const scene = await setScene('lenient');
    let underWay = 0;
    for (let kill = 0; kill < 30; kill += 1) {
      if (await killAtRandom(scene)) underWay += 1;
      expect(scene.server.usable(await scene.tokenOnDisk())).toBe(true);
    }
    return underWay;
  };
  const [one, other] = await Promise.all([lane(), lane()]);
  // The kills must really have met renewals half way, else this test shows nothing.
  expect(one + other).toBeGreaterThan(5);
});

test('a usable token is on disk wherever a write is cut, call by call', { timeout: 60_000 }, async () => {
  const scene = await setScene('lenient');
  let call = 1;
  while (await ended(scene.start(call))) {
    expect(scene.server.usable(await scene.tokenOnDisk())).toBe(true);
    call += 1;
  }
  expect(call).toBeGreaterThan(8);
});

test('with a provider that kills the old token at once, nothing that was kept is lost', {
  timeout: 60_000,
}, async () => {
  let scene = await setScene('harsh');
  for (let kill = 0; kill < 12; kill += 1) {
    await killAtRandom(scene);
    const onDisk = scene.server.number(await scene.tokenOnDisk());
    // Between the provider's answer and the disk nobody can help: then, and only then, the person signs in again.
    expect(onDisk).toBeGreaterThanOrEqual(scene.server.newestKept());
    if (onDisk !== scene.server.newest()) scene = await setScene('harsh');
  }
});
