// A command that has taken the door, over real sockets: others wait, are answered meanwhile, and a window gets the door after it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { behindOwnDoor, type OwnDoor } from './behind-own-door.ts';
import { askDoor } from './door/ask-door.ts';
import { doorQuestion } from './door/door-questions.ts';
import { holdDoor } from './door/hold-door.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'pk-behind-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const here = { here: doorQuestion(z.strictObject({}), 5_000, () => ({ here: true })) };

/** A command that works until it is told to end. */
async function working() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let door: OwnDoor | null = null;
  const result = behindOwnDoor(profile, async (own) => {
    door = own;
    own.answer(here);
    await ended;
    return 'worked';
  });
  await expect.poll(() => door).not.toBeNull();
  return { end, result, wayMade: () => (door as OwnDoor | null)?.wayMade.aborted };
}

test('one at a time; what is asked meanwhile is answered; free afterwards', async () => {
  const first = await working();
  expect(await behindOwnDoor(profile, async () => 'second')).toBe('taken');
  expect(await askDoor(profile, 'here', {}, 5_000)).toEqual({ ok: true, answer: { here: true } });
  first.end();
  expect(await first.result).toBe('worked');
  expect(await askDoor(profile, 'here', {}, 5_000)).toBe('nobody');
  expect(await behindOwnDoor(profile, async () => 'third')).toBe('third');
});

test('a window that opens meanwhile says so, and has the door once the work has ended', async () => {
  const command = await working();
  expect(command.wayMade()).toBe(false);
  const holding = holdDoor({ profile, logUnexpected: () => undefined });
  await expect.poll(command.wayMade).toBe(true);
  command.end();
  expect(await command.result).toBe('worked');
  const door = await holding;
  expect(door).not.toBeNull();
  expect(await behindOwnDoor(profile, async () => 'command')).toBe('taken');
  door?.close();
});

test('work that throws gives the door back', async () => {
  await expect(behindOwnDoor(profile, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(await behindOwnDoor(profile, async () => 'next')).toBe('next');
});

test('where no door can be made, it is said', async () => {
  writeFileSync(join(profile, 'door'), 'a file in its place');
  expect(await behindOwnDoor(profile, async () => 'never')).toBe('no-place');
});
