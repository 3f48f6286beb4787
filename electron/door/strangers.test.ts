// Who else may come to the door: another user of the computer, one who says nothing, many at once, and a door that somebody else made.
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { askDoor } from './ask-door.ts';
import { doorPlace, isOwnDoorFolder } from './door-place.ts';
import { doorQuestion } from './door-questions.ts';
import { type Door, openDoor } from './open-door.ts';

let profile: string;
let door: Door | null = null;
let sockets: Socket[] = [];
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'pk-door-'));
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  door?.close();
  door = null;
  rmSync(profile, { recursive: true, force: true });
});

const unexpected: unknown[] = [];
async function opened(silentMs?: number): Promise<void> {
  const logUnexpected = (error: unknown): void => void unexpected.push(error);
  door = await openDoor({ profile, logUnexpected, ...(silentMs === undefined ? {} : { silentMs }) });
  door?.answer({ echo: doorQuestion(z.strictObject({}), 5_000, () => ({ here: true })) });
}

function connected(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(doorPlace(profile).path);
    sockets.push(socket);
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

const nobodyUser = 65_534;
const isRoot = process.getuid?.() === 0;

/** What a program of another user meets at the door; it runs where that user may be. */
function asAnotherUser(path: string): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'pk-other-'));
  chmodSync(place, 0o755);
  const node = join(place, 'node');
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
  const script = `require('node:net').connect(${JSON.stringify(path)}).on('connect', () => { console.log('in'); process.exit() })
    .on('error', (error) => console.log(error.code))`;
  const child = spawn(node, ['-e', script], { uid: nobodyUser, gid: nobodyUser, cwd: '/', env: {} });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      rmSync(place, { recursive: true, force: true });
      resolve(said.trim());
    });
  });
}

test.runIf(isRoot)('another user of the computer does not get in, wherever the profile may lie', async () => {
  chmodSync(profile, 0o755);
  await opened();
  const { path, folder } = doorPlace(profile);
  expect(await asAnotherUser(path)).toBe('EACCES');
  // The socket keeps him out too, were the folder ever open.
  chmodSync(folder ?? '', 0o755);
  expect(await asAnotherUser(path)).toBe('EACCES');
});

test.runIf(isRoot)('a door in a folder of another user is not asked', async () => {
  const { path, folder } = doorPlace(profile);
  mkdirSync(folder ?? '', { mode: 0o700 });
  const heard: string[] = [];
  const server = createServer((socket) => socket.on('data', (chunk) => heard.push(chunk.toString())));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  expect(isOwnDoorFolder(folder ?? '')).toBe(true);
  chownSync(folder ?? '', nobodyUser, nobodyUser);
  expect(isOwnDoorFolder(folder ?? '')).toBe(false);
  expect(await askDoor(profile, 'echo', {}, 5_000)).toBe('nobody');
  expect(heard).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
});

test('a folder that others may write to is not asked', () => {
  const { folder } = doorPlace(profile);
  mkdirSync(folder ?? '');
  chmodSync(folder ?? '', 0o777);
  expect(isOwnDoorFolder(folder ?? '')).toBe(false);
  expect(isOwnDoorFolder(join(profile, 'none'))).toBe(false);
});

test('one who says nothing is sent away, and so is one who stops in the middle', async () => {
  await opened(80);
  for (const beginning of ['', '{"postkeyDoor":1,']) {
    const socket = await connected();
    socket.write(beginning);
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
    });
    await new Promise((resolve) => socket.once('close', resolve));
    expect(JSON.parse(said)).toEqual({ ok: false, refusal: 'malformed' });
  }
  expect(await askDoor(profile, 'echo', {}, 5_000)).toEqual({ ok: true, answer: { here: true } });
});

test('many who say nothing keep nobody out for longer than that', async () => {
  await opened(80);
  await Promise.all(Array.from({ length: 100 }, () => connected().catch(() => undefined)));
  await expect
    .poll(() => askDoor(profile, 'echo', {}, 5_000), { timeout: 8_000 })
    .toEqual({ ok: true, answer: { here: true } });
});

test('a giant line from whoever answers ends the asking', async () => {
  const { path, folder } = doorPlace(profile);
  mkdirSync(folder ?? '', { mode: 0o700 });
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const pour = (): void => {
      while (!socket.destroyed && socket.write('x'.repeat(1_000_000)));
    };
    socket.on('drain', pour);
    pour();
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  expect(await askDoor(profile, 'echo', {}, 10_000)).toBe('nobody');
  await new Promise((resolve) => server.close(resolve));
});

test('nothing of this was a bug', () => expect(unexpected).toEqual([]));
