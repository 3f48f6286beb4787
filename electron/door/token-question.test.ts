// The one question whose answer holds a key, over the real socket: for whom, in which form, and what is never handed out.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt, Keys, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { askDoor } from './ask-door.ts';
import { doorPlace } from './door-place.ts';
import { type Door, openDoor } from './open-door.ts';
import { openTokenDesk, type TokenWays } from './token-question.ts';

let profile: string;
let door: Door | null = null;
const faults: unknown[] = [];
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'pk-token-'));
  door = await openDoor({ profile, logUnexpected: (error) => void faults.push(error) });
});
afterEach(() => {
  door?.close();
  rmSync(profile, { recursive: true, force: true });
});

const account = { id: 'a', address: 'pat@harbour.example' } as AccountRecord;
const keysWith = (token: string): Outcome<Keys> => ({
  ok: true,
  value: { accessToken: new Secret(token), renewal: null, validUntil: 9e15, clientSecret: null },
});
const ways = (fresh: TokenWays['fresh']): TokenWays => ({
  find: (asked) => (asked === account.address ? account : 'unknown'),
  fresh,
});
function serve(fresh: TokenWays['fresh']) {
  const desk = openTokenDesk(ways(fresh));
  door?.answer({ token: desk.question });
  return desk;
}
const ask = async (address: unknown = account.address): Promise<unknown> => {
  const answer = await askDoor(profile, 'token', { address }, 5_000);
  return answer !== 'nobody' && answer.ok ? answer.answer : answer;
};

/** As the launcher does: the line itself. */
function raw(question: string): Promise<string> {
  return new Promise((done) => {
    let said = '';
    const socket = connect(doorPlace(profile).path, () => socket.write(question));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
    });
    socket.on('close', () => done(said));
  });
}

test('a token, in the line that the launcher knows', async () => {
  serve(async () => keysWith('ab.C-d_e~f+g/h=='));
  expect(await ask()).toEqual({ kind: 'token', token: 'ab.C-d_e~f+g/h==' });
  expect(await raw(`{"postkeyDoor":1,"question":"token","input":{"address":"${account.address}"}}\n`)).toBe(
    '{"ok":true,"answer":{"kind":"token","token":"ab.C-d_e~f+g/h=="}}\n',
  );
});

test('a cause goes with what fills its words, and without what a server said', async () => {
  serve(async () => ({
    ok: false,
    problem: problemOf('sign-in-ended', { provider: 'Harbour' }, 'AADSTS50173: s3cret'),
  }));
  expect(await ask()).toEqual({ kind: 'problem', code: 'sign-in-ended', facts: { provider: 'Harbour' } });
  expect(await ask('kim@harbour.example')).toEqual({ kind: 'refused', why: 'unknown' });
});

test.each([
  ['a line end', 'abc\ndef'],
  ['a line end at its end', 'abc\n'],
  ['an escape sequence', 'abc\u001b[2J'],
  ['a blank', 'abc def'],
  ['a quote', 'abc"def'],
  ['nothing', ''],
  ['an equals sign in the middle', 'abc=def'],
])('a token with %s is not handed out', async (_what, token) => {
  serve(async () => keysWith(token));
  expect(await ask()).toEqual({ kind: 'refused', why: 'unprintable' });
});

test.each([[''], ['a'.repeat(401)], [7], [null]])('%j is no address', async (address) => {
  serve(async () => keysWith('abc'));
  expect(await ask(address)).toEqual({ ok: false, refusal: 'malformed' });
});

test('whoever goes away does not end the renewal', async () => {
  let attempt: Attempt | null = null;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const desk = serve(async (_account, given) => {
    attempt = given;
    await held;
    return keysWith('abc');
  });
  const socket = connect(doorPlace(profile).path);
  socket.write(`{"postkeyDoor":1,"question":"token","input":{"address":"${account.address}"}}\n`);
  await expect.poll(() => attempt).not.toBeNull();
  socket.destroy();
  await new Promise((resolve) => socket.once('close', resolve));
  const closed = desk.close();
  // Answered by a door that has seen the first one go.
  expect(await ask()).toEqual({ kind: 'refused', why: 'going' });
  expect((attempt as Attempt | null)?.signal.aborted).toBe(false);
  goOn();
  await closed;
});

test('closing: those who asked before have their answer, the others are told to ask again', async () => {
  let goOn: () => void = () => undefined;
  let isAsked = false;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const desk = serve(async () => {
    isAsked = true;
    await held;
    return keysWith('abc');
  });
  const first = ask();
  await expect.poll(() => isAsked).toBe(true);
  let isClosed = false;
  const closed = desk.close().then(() => {
    isClosed = true;
  });
  expect(await ask()).toEqual({ kind: 'refused', why: 'going' });
  expect(isClosed).toBe(false);
  goOn();
  expect(await first).toEqual({ kind: 'token', token: 'abc' });
  await closed;
});

test('a door that somebody else wants answers those who have asked, and no others', async () => {
  const leave = new AbortController();
  const desk = openTokenDesk(
    ways(async () => keysWith('abc')),
    leave.signal,
  );
  const first = desk.answer(account.address);
  leave.abort();
  expect(await desk.answer(account.address)).toEqual({ kind: 'refused', why: 'going' });
  expect(await first).toEqual({ kind: 'token', token: 'abc' });
});

test('fifty at once each have an answer', async () => {
  serve(async () => keysWith('abc'));
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"token","token":"abc"}']));
});

test('nothing of this was a bug', () => expect(faults).toEqual([]));
