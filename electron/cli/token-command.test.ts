// `postkey token`: whom it asks, when it answers itself, and that standard output holds a token or nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCode } from '../../shared/read-code.ts';
import { tokenRefusals } from '../../shared/token-answer.ts';
import { Secret } from '../setup/secret.ts';
import { type AskedToken, type TokenAlone, tokenCommand, tokenStamps } from './token-command.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../shared/words/en/${name}.json`), 'utf8'));
const folders: Readonly<Record<string, unknown>> = { cli: read('cli'), problems: read('problems') };

function find(namespace: string, key: string, values: Readonly<Record<string, string>> = {}): string {
  const sentence = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], folders[namespace]);
  if (typeof sentence !== 'string') throw new Error(`There are no words for ${namespace}:${key}`);
  return sentence.replace(/\{\{(\w+)\}\}/gu, (_place, name: string) => values[name] ?? `(${name}?)`);
}

const good: AskedToken & object = { kind: 'token', token: new Secret('ab.cd') };
const address = 'pat@harbour.example';

async function token(asked: readonly AskedToken[], alone: readonly TokenAlone[] = []) {
  const said = { out: '', err: '' };
  const log: string[] = [];
  let now = 0;
  const [asks, answers] = [[...asked], [...alone]];
  const code = await tokenCommand(
    { address },
    {
      ask: async () => {
        log.push('ask');
        return asks.shift() ?? 'not-yet';
      },
      answerAlone: async () => {
        log.push('alone');
        return answers.shift() ?? 'taken';
      },
      clock: {
        now: () => now,
        after: (ms, call) => {
          now += ms;
          call();
          return () => undefined;
        },
      },
      find,
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    },
  );
  return { code, log, waited: now, ...said };
}

test('the one that is open is asked: the token and a line end, and nothing else', async () => {
  expect(await token([good])).toEqual({ code: 0, log: ['ask'], waited: 0, out: 'ab.cd\n', err: '' });
});

test('none is open: it answers itself', async () => {
  expect(await token(['nobody'], [good])).toMatchObject({ code: 0, log: ['ask', 'alone'], out: 'ab.cd\n', err: '' });
});

test('another one that has the door, or is giving it back, is waited for', async () => {
  const { code, log, out } = await token(['not-yet', 'nobody', { kind: 'refused', why: 'going' }, good], ['taken']);
  expect({ code, log, out }).toEqual({ code: 0, log: ['ask', 'ask', 'alone', 'ask', 'ask'], out: 'ab.cd\n' });
});

test('never waits without end', async () => {
  const late = await token([]);
  expect(late).toMatchObject({ code: 1, out: '', waited: 60_000 });
  expect(late.err).toContain('TOKEN-LATE');
});

test.each([
  ['too-late', 'TOKEN-LATE'],
  ['not-understood', 'TOKEN-OTHER'],
  [{ kind: 'problem', code: 'sign-in-ended', facts: { provider: 'Harbour' } }, '11-ENDED'],
  [{ kind: 'problem', code: 'session-over', facts: {} }, '11-SESSION'],
  [{ kind: 'problem', code: 'offline', facts: {} }, '10-OFFLINE'],
  [{ kind: 'problem', code: 'key-store-locked', facts: {} }, '11-STORE-SHUT'],
  ...tokenRefusals
    .filter((why) => why !== 'going')
    .map((why): [AskedToken, string] => [{ kind: 'refused', why }, tokenStamps[why]]),
] satisfies readonly [AskedToken, string][])(
  '%j: one line on standard error, with the code %s',
  async (asked, stamp) => {
    const { code, out, err } = await token([asked]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^pat@harbour\.example: no token, code [^\n]+\n$/u);
    expect(err).toContain(`code ${stamp}. `);
    expect(err).not.toContain('?)');
  },
);

test('where no door can be made', async () => {
  const { code, err } = await token(['nobody'], ['no-place']);
  expect(code).toBe(1);
  expect(err).toContain('TOKEN-FOLDER');
});

test('each code is one refusal’s alone, and a helpdesk finds it', () => {
  const stamps = Object.values(tokenStamps);
  expect(new Set(stamps).size).toBe(stamps.length);
  expect(stamps.filter((stamp) => readCode(stamp).kind !== 'found')).toEqual([]);
});
