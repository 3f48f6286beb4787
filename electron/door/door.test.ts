// The door over real sockets: who may have it, what it answers, and what it refuses.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { askDoor } from './ask-door.ts';
import { doorPlace, makeDoorFolder } from './door-place.ts';
import { doorQuestion } from './door-questions.ts';
import { holdDoor, makeWayQuestion } from './hold-door.ts';
import { type Door, openDoor } from './open-door.ts';

let profile: string;
let doors: (Door | null)[] = [];
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'pk-door-'));
});
afterEach(() => {
  for (const door of doors) door?.close();
  doors = [];
  rmSync(profile, { recursive: true, force: true });
});

const faults: unknown[] = [];
const parts = () => ({ profile, logUnexpected: (error: unknown) => void faults.push(error) });
async function opened(): Promise<Door | null> {
  const door = await openDoor(parts());
  doors.push(door);
  return door;
}

/** What comes back for raw text. */
function say(text: string): Promise<string> {
  return new Promise((done) => {
    let said = '';
    const socket = connect(doorPlace(profile).path, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (more: string) => {
      said += more;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(said));
  });
}

const echo = doorQuestion(z.strictObject({ word: z.string() }), 5_000, ({ word }) => ({ word }));

describe('who has it', () => {
  test('one process at a time; free again when it is closed, and nothing is left', async () => {
    const door = await opened();
    expect(door).not.toBeNull();
    expect(await openDoor(parts())).toBeNull();
    door?.close();
    expect(readdirSync(join(profile, 'door'))).toEqual([]);
    expect(await opened()).not.toBeNull();
  });

  test('for its owner alone', async () => {
    await opened();
    const { path, folder } = doorPlace(profile);
    expect(statSync(folder ?? '').mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('twenty at once: one gets it, though a dead one lies there', async () => {
    await leaveDead();
    const all = await Promise.all(Array.from({ length: 20 }, () => openDoor(parts())));
    doors.push(...all);
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  test('what a killed process left is cleared away', async () => {
    await leaveDead();
    const door = await opened();
    door?.answer({ echo });
    expect(await askDoor(profile, 'echo', { word: 'a' }, 5_000)).toEqual({ ok: true, answer: { word: 'a' } });
  });

  test('a folder too deep for a socket: a short one of the user’s own', async () => {
    const deep = join(profile, 'd'.repeat(120));
    mkdirSync(deep);
    const { path, folder } = doorPlace(deep);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
    expect(folder).not.toContain(profile);
    const door = await openDoor({ ...parts(), profile: deep });
    doors.push(door);
    door?.answer({ echo });
    expect(await askDoor(deep, 'echo', { word: 'deep' }, 5_000)).toMatchObject({ ok: true });
    expect(lstatSync(folder ?? '').mode & 0o777).toBe(0o700);
    door?.close();
    rmSync(folder ?? '', { recursive: true });
  });

  test('a folder that is a link to another is refused, one that is open to others is closed', () => {
    const [real, link, wide] = ['real', 'link', 'wide'].map((name) => join(profile, name)) as [string, string, string];
    mkdirSync(real);
    symlinkSync(real, link);
    expect(() => makeDoorFolder(link)).toThrow();
    mkdirSync(wide, { mode: 0o777 });
    makeDoorFolder(wide);
    expect(statSync(wide).mode & 0o777).toBe(0o700);
  });

  test('on Windows a pipe named after the profile', () => {
    expect(doorPlace('C:\\Users\\Pat\\Postkey', 'win32')).toEqual({
      path: expect.stringMatching(/^\\\\\.\\pipe\\postkey-[0-9a-f]{20}$/u),
      folder: null,
    });
  });
});

describe('what it answers', () => {
  test('its questions, each in its form; nothing else', async () => {
    const door = await opened();
    const early = askDoor(profile, 'echo', { word: 'early' }, 5_000);
    door?.answer({ echo });
    expect(await early).toEqual({ ok: true, answer: { word: 'early' } });
    expect(await askDoor(profile, 'echo', { word: 7 }, 5_000)).toEqual({ ok: false, refusal: 'malformed' });
    expect(await askDoor(profile, 'toString', {}, 5_000)).toEqual({ ok: false, refusal: 'malformed' });
    expect(await askDoor(profile, 'constructor', {}, 5_000)).toEqual({ ok: false, refusal: 'unknown-question' });
    expect(await askDoor(profile, 'token', {}, 5_000)).toEqual({ ok: false, refusal: 'unknown-question' });
  });

  test.each([
    ['no JSON', 'hello\n', 'malformed'],
    ['another form', '{"postkeyDoor":2,"question":"echo"}\n', 'malformed'],
    ['a field too much', '{"postkeyDoor":1,"question":"echo","input":{},"as":"root"}\n', 'malformed'],
    ['a line without end', 'x'.repeat(40_000), 'too-large'],
  ])('%s is refused', async (_what, text, refusal) => {
    (await opened())?.answer({ echo });
    expect(JSON.parse(await say(text))).toEqual({ ok: false, refusal });
  });

  test('a bug is told as one and goes to the log, not to the asker', async () => {
    const door = await opened();
    const broken = doorQuestion(z.strictObject({}), 5_000, () => Promise.reject(new Error('inner words')));
    door?.answer({ broken });
    expect(await askDoor(profile, 'broken', {}, 5_000)).toEqual({ ok: false, refusal: 'unexpected' });
    expect(faults.splice(0)).toHaveLength(1);
  });

  test('an answer that takes too long ends, and so does the work', async () => {
    const door = await opened();
    let ended = false;
    const never = doorQuestion(z.strictObject({}), 30, (_input, { signal }) => {
      signal.addEventListener('abort', () => {
        ended = true;
      });
      return new Promise(() => undefined);
    });
    door?.answer({ never });
    expect(await askDoor(profile, 'never', {}, 5_000)).toEqual({ ok: false, refusal: 'too-late' });
    expect(ended).toBe(true);
  });

  test('nobody there, and one who goes away in the middle', async () => {
    expect(await askDoor(profile, 'echo', {}, 5_000)).toBe('nobody');
    const door = await opened();
    const waits = doorQuestion(z.strictObject({}), 5_000, () => {
      door?.close();
      return new Promise(() => undefined);
    });
    door?.answer({ waits });
    expect(await askDoor(profile, 'waits', {}, 5_000)).toBe('nobody');
  });
});

test('a command that has the door makes way for the window', async () => {
  const command = await opened();
  command?.answer({
    [makeWayQuestion]: doorQuestion(z.strictObject({}), 5_000, () => {
      command.close();
      return {};
    }),
  });
  const door = await holdDoor(parts());
  doors.push(door);
  expect(door).not.toBeNull();
});

/** A socket file whose process was killed. */
async function leaveDead(): Promise<void> {
  const { path, folder } = doorPlace(profile);
  makeDoorFolder(folder ?? '');
  const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('listening'))`;
  const child: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  if (!existsSync(path)) throw new Error('nothing was left behind');
}

test('a live one of another program is never cleared away', async () => {
  const { path, folder } = doorPlace(profile);
  makeDoorFolder(folder ?? '');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  expect(await openDoor(parts())).toBeNull();
  expect(existsSync(path)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});
