// What a window answers at its door, over the real socket: looks, case files and tokens, and no more.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkAnswerSchema } from '../shared/checked-account.ts';
import { reportAnswerSchema } from '../shared/reported-case.ts';
import { askDoor } from './door/ask-door.ts';
import { Secret } from './setup/secret.ts';
import { account, startPostkey, stopPostkeys } from './setup/small-postkey.test-part.ts';
import { holdWindowDoor, type MakeReport, questionsOf, type WindowDoor } from './window-door.ts';

let profile: string;
let door: WindowDoor;
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'pk-window-'));
  door = await holdWindowDoor({
    profile,
    logUnexpected: (error) => {
      throw error;
    },
  });
});
afterEach(() => {
  door.close();
  stopPostkeys();
  rmSync(profile, { recursive: true, force: true });
});

const made: MakeReport = async ({ page, accounts }, language) => ({
  written: { html: `${language} ${page} ${accounts.length}`, text: '' },
  finding: null,
});
const ask = async (question: string, input: unknown): Promise<unknown> => {
  const answer = await askDoor(profile, question, input, 5_000);
  return answer !== 'nobody' && answer.ok ? answer.answer : answer;
};

test('a look, and a case file in the language of whoever asks', async () => {
  door.serve(startPostkey({ accounts: [account] }).postkey, made);
  const checked = checkAnswerSchema.parse(await ask('check', { address: 'PAT@harbour.example' }));
  expect(checked).toMatchObject({ known: true, accounts: [{ address: 'pat@harbour.example', health: 'unknown' }] });
  expect(await ask('check', { address: 'kim@harbour.example' })).toEqual({ known: false, accounts: [] });
  const told = reportAnswerSchema.parse(await ask('report', { address: null, language: 'de' }));
  expect(told).toEqual({ kind: 'made', html: 'de LIST 1' });
  expect(await ask('report', { address: 'kim@harbour.example', language: 'de' })).toEqual({ kind: 'nothing' });
});

test('a case file with something in it that must not leave is not handed out', async () => {
  door.serve(startPostkey({ accounts: [account] }).postkey, async () => ({
    written: null,
    finding: { what: 'secret', group: 'Log', line: 3 },
  }));
  const told = reportAnswerSchema.parse(await ask('report', { address: null, language: 'en' }));
  expect(told).toEqual({ kind: 'refused', finding: { what: 'secret', group: 'Log', line: 3 } });
});

test.each([
  ['a field too much', 'report', { address: null, language: 'en', as: 'root' }, 'malformed'],
  ['a path as a language', 'report', { address: null, language: '../../x' }, 'malformed'],
  ['a giant address', 'check', { address: 'a'.repeat(500) }, 'malformed'],
  ['a request of the window', 'account.remove', { id: account.id }, 'malformed'],
  ['another question', 'keys', {}, 'unknown-question'],
] as const)('%s is refused', async (_what, question, input, refusal) => {
  door.serve(startPostkey({ accounts: [account] }).postkey, made);
  expect(await ask(question, input)).toEqual({ ok: false, refusal });
});

test('a token for the account that is asked for', async () => {
  const { postkey, small } = startPostkey({ accounts: [account] });
  door.serve(postkey, made);
  const address = 'PAT@harbour.example';
  expect(await ask('token', { address })).toMatchObject({ kind: 'problem', code: 'sign-in-ended' });
  const keys = { accessToken: new Secret('ab.cd'), renewal: null, validUntil: 9e15, clientSecret: null };
  await small.world.vault.keep(account.id, keys);
  expect(await ask('token', { address })).toEqual({ kind: 'token', token: 'ab.cd' });
  expect(await ask('token', { address: 'kim@harbour.example' })).toEqual({ kind: 'refused', why: 'unknown' });
});

test('there are three questions, and one alone hands out a key', () => {
  const { postkey } = startPostkey();
  expect(Object.keys(questionsOf(postkey, made))).toEqual(['check', 'report', 'bridge', 'token']);
});
