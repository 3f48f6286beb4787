// The launcher with the real shell at a real door: what it prints, whom it asks, and what it never lets through.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doorPlace } from './door/door-place.ts';
import { type Door, openDoor } from './door/open-door.ts';
import { openTokenDesk } from './door/token-question.ts';
import { launcherFile, layOut } from './launcher.test-part.ts';
import type { AccountRecord } from './setup/memory.ts';
import { Secret } from './setup/secret.ts';

const address = 'Pat.O+mail@harbour.example';
const token = `ey.${'aB9-_~+/'.repeat(300)}==`;
const nobodyUser = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

let folder: string;
let profile: string;
let door: Door | null = null;
let server: Server | null = null;
let asked: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pk-launch-'));
  profile = join(folder, 'profile');
  mkdirSync(profile);
  asked = [];
});
afterEach(async () => {
  door?.close();
  door = null;
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

async function openReal(at = profile): Promise<void> {
  door = await openDoor({
    profile: at,
    logUnexpected: (error) => {
      throw error;
    },
  });
  const desk = openTokenDesk({
    find: (wish) => {
      asked.push(wish);
      return wish === address ? ({ id: 'a' } as AccountRecord) : 'unknown';
    },
    fresh: async () => ({
      ok: true,
      value: { accessToken: new Secret(token), renewal: null, validUntil: 9e15, clientSecret: null },
    }),
  });
  door?.answer({ token: desk.question });
}

/** Whoever listens there says this, whatever was asked. */
async function openFalse(answer: string | Buffer): Promise<void> {
  const { path, folder: place } = doorPlace(profile);
  mkdirSync(place ?? '', { mode: 0o700 });
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      asked.push(chunk.toString());
      socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server?.listen(path, resolve));
}

const wordsFor = (words: readonly string[] = [address]): string[] => [`--user-data-dir=${profile}`, 'token', ...words];
const program = (...words: readonly string[]): string =>
  ['program', ...(isRoot ? ['--no-sandbox'] : []), '--log-level=3', '--disable-gpu', ...words, 'unset']
    .map((word) => `[${word}]`)
    .join('');

describe('the quick way', () => {
  test('the token and a line end, and no program is started', async () => {
    await openReal();
    expect(await layOut(folder).run(wordsFor())).toEqual({ code: 0, out: `${token}\n`, err: '' });
    expect(asked).toEqual([address]);
  });

  test('finds the profile as Electron does', async () => {
    const home = join(folder, 'home');
    const own = join(home, process.platform === 'darwin' ? 'Library/Application Support' : '.config', 'Postkey');
    mkdirSync(own, { recursive: true });
    await openReal(own);
    const { run } = layOut(folder);
    expect((await run(['token', address], { env: { HOME: home } })).out).toBe(`${token}\n`);
    if (process.platform !== 'linux') return;
    const config = join(folder, 'config');
    renameSync(join(home, '.config'), config);
    expect((await run(['token', address], { env: { HOME: home, XDG_CONFIG_HOME: config } })).out).toBe(`${token}\n`);
  });

  test('what the environment says to Perl or of languages changes nothing', async () => {
    await openReal();
    const env = { LC_ALL: 'xx_XX.UTF-8', PERL5OPT: '-MNoSuchModule', PERL_UNICODE: 'SDA', PERL5LIB: folder };
    expect(await layOut(folder).run(wordsFor(), { env })).toEqual({ code: 0, out: `${token}\n`, err: '' });
  });

  test('twenty at once', async () => {
    await openReal();
    const { run } = layOut(folder);
    const ends = await Promise.all(Array.from({ length: 20 }, () => run(wordsFor())));
    expect(ends).toEqual(ends.map(() => ({ code: 0, out: `${token}\n`, err: '' })));
  });

  test('whoever does not take the token does not get it a second time', async () => {
    await openReal();
    const { run, program: write } = layOut(folder);
    write(`touch '${folder}/started'`);
    expect((await run(wordsFor(), { deaf: true })).code).toBe(1);
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });
});

describe('left to the program', () => {
  test.each([
    ['an address with a quote', ['a"b@harbour.example']],
    ['an address with a backslash', ['a\\b@harbour.example']],
    ['an address with a line end', ['a\nb@harbour.example']],
    ['an address beyond ASCII', ['päm@harbour.example']],
    ['no address', []],
    ['two addresses', [address, 'b@harbour.example']],
    ['an option it does not know', [address, '--json']],
  ])('%s', async (_what, words) => {
    await openReal();
    expect(await layOut(folder).run(wordsFor(words))).toEqual({ code: 0, out: program(...wordsFor(words)), err: '' });
    expect(asked).toEqual([]);
  });

  test('no door', async () => {
    expect((await layOut(folder).run(wordsFor())).out).toBe(program(...wordsFor()));
  });

  test('a refusal, for which it has the words', async () => {
    await openReal();
    const words = wordsFor(['kim@harbour.example']);
    expect((await layOut(folder).run(words)).out).toBe(program(...words));
  });

  test('a door too deep for an address', async () => {
    profile = join(folder, 'd'.repeat(120));
    expect((await layOut(folder).run(wordsFor())).out).toBe(program(...wordsFor()));
  });

  const line = (text: string): string => `{"ok":true,"answer":{"kind":"token","token":"${text}"}}\n`;
  test.each([
    ['a line end in the token', line('abc\\ndef')],
    ['a real line end in the token', line('abc\ndef')],
    ['an escape sequence', line('abc\u001b[31mdef')],
    ['a carriage return', line('abc\rdef')],
    ['a NUL', line('abc\0def')],
    ['letters beyond ASCII', line('äbc')],
    ['no token', line('')],
    ['a field more', '{"ok":true,"answer":{"kind":"token","token":"abc","x":1}}\n'],
    ['a second line', `${line('abc')}rm -rf\n`],
    ['blanks', ' {"ok":true,"answer":{"kind":"token","token":"abc"}}\n'],
    ['half a line', line('abc').slice(0, -4)],
    ['garbage', Buffer.from([0, 255, 10, 254])],
    ['nothing', ''],
    ['a giant', `${'x'.repeat(200_000)}\n`],
    ['a refusal', '{"ok":false,"refusal":"busy"}\n'],
  ])('whoever answers with %s', async (_what, answer) => {
    await openFalse(answer);
    expect(await layOut(folder).run(wordsFor())).toEqual({ code: 0, out: program(...wordsFor()), err: '' });
    expect(asked).toEqual([`{"postkeyDoor":1,"question":"token","input":{"address":"${address}"}}\n`]);
  });

  test('whoever does not answer in time', async () => {
    const { path, folder: place } = doorPlace(profile);
    mkdirSync(place ?? '', { mode: 0o700 });
    server = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => server?.listen(path, resolve));
    const { run } = layOut(folder, (text) => text.replace('alarm 30;', 'alarm 1;'));
    expect(await run(wordsFor())).toEqual({ code: 0, out: program(...wordsFor()), err: '' });
  });
});

describe('whose door it is', () => {
  const good = '{"ok":true,"answer":{"kind":"token","token":"abc"}}\n';

  test('a link in place of the folder is not followed', async () => {
    await openFalse(good);
    const { folder: place } = doorPlace(profile);
    renameSync(place ?? '', join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), place ?? '');
    expect((await layOut(folder).run(wordsFor())).out).toBe(program(...wordsFor()));
    expect(asked).toEqual([]);
  });

  test('a folder that others may write to is not asked at', async () => {
    await openFalse(good);
    chmodSync(doorPlace(profile).folder ?? '', 0o770);
    expect((await layOut(folder).run(wordsFor())).out).toBe(program(...wordsFor()));
    expect(asked).toEqual([]);
  });

  test.runIf(isRoot)('a folder of another user is not asked at', async () => {
    await openFalse(good);
    chownSync(doorPlace(profile).folder ?? '', nobodyUser.uid, nobodyUser.gid);
    expect((await layOut(folder).run(wordsFor())).out).toBe(program(...wordsFor()));
    expect(asked).toEqual([]);
  });

  test.runIf(isRoot)('another user does not get in', async () => {
    chmodSync(profile, 0o755);
    await openReal();
    const { run } = layOut(folder);
    const end = await run(wordsFor(), { as: nobodyUser });
    expect(end.out).not.toContain(token);
    expect(end.out).toMatch(/^\[program\]/u);
    // The folder was open, and the socket: the owner of the folder is another one all the same.
    chmodSync(doorPlace(profile).folder ?? '', 0o755);
    chmodSync(doorPlace(profile).path, 0o666);
    expect((await run(wordsFor(), { as: nobodyUser })).out).toMatch(/^\[program\]/u);
    expect(asked).toEqual([]);
  });

  test.runIf(isRoot && process.platform === 'linux')('another user who listens in one’s own folder', async () => {
    const { path, folder: place } = doorPlace(profile);
    mkdirSync(place ?? '', { mode: 0o700 });
    chownSync(place ?? '', nobodyUser.uid, nobodyUser.gid);
    for (const each of [folder, profile]) chmodSync(each, 0o755);
    const other = layOut(folder);
    other.tool(
      'listen',
      `exec perl -MSocket -e 'socket(S,AF_UNIX,SOCK_STREAM,0);bind(S,pack_sockaddr_un($ARGV[0]))or die;listen(S,9);print "in\\n";close STDOUT;sleep 60' '${path}'`,
    );
    const child = spawn(join(folder, 'bin/listen'), [], { ...nobodyUser, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve));
      chownSync(place ?? '', 0, 0);
      expect((await other.run(wordsFor())).out).toBe(program(...wordsFor()));
    } finally {
      child.kill();
    }
  });
});

test('passes the shells and their critic', () => {
  for (const shell of ['dash', 'bash']) {
    if (existsSync(`/bin/${shell}`)) execFileSync(`/bin/${shell}`, ['-n', launcherFile]);
  }
  if (existsSync('/usr/bin/shellcheck')) execFileSync('/usr/bin/shellcheck', [launcherFile]);
});
