// `postkey check`: whom it asks, when it looks itself, its exit codes, and what it prints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckedAccount } from '../../shared/checked-account.ts';
import { type Asked, checkCommand, type LookedAlone } from './check-command.ts';

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

const well: CheckedAccount = {
  id: 'a',
  address: 'pat@harbour.example',
  provider: 'Microsoft 365',
  practice: false,
  health: 'well',
  services: { imap: 'passed', smtp: 'passed' },
  lastCheckAt: 1000,
  validUntil: 2000,
};
const ended: CheckedAccount = {
  ...well,
  id: 'b',
  address: 'kim@harbour.example',
  health: 'needs-you',
  code: '11-ENDED',
  cause: 'sign-in-ended',
  actor: 'you',
  retryHelps: false,
  facts: { provider: 'Microsoft' },
  services: {},
};

async function check(
  asked: readonly Asked[],
  alone: readonly LookedAlone[] = [],
  wish: { address?: string; json?: boolean } = {},
) {
  const said = { out: '', err: '' };
  const log: string[] = [];
  let now = 0;
  const [asks, looks] = [[...asked], [...alone]];
  const code = await checkCommand(
    { address: wish.address ?? null, json: wish.json ?? false },
    {
      ask: async () => {
        log.push('ask');
        return asks.shift() ?? 'not-yet';
      },
      lookAlone: async () => {
        log.push('look');
        return looks.shift() ?? 'taken';
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
  return { code, log, ...said };
}

test('the one that is open is asked; nobody looks twice', async () => {
  const { code, out, err, log } = await check([{ known: true, accounts: [well] }]);
  expect({ code, err, log }).toEqual({ code: 0, err: '', log: ['ask'] });
  expect(out).toBe('pat@harbour.example: works.\n');
});

test('none is open: it looks itself; a line for each, with state, code and what to do', async () => {
  const { code, out, log } = await check(['nobody'], [{ known: true, accounts: [well, ended] }]);
  expect({ code, log }).toEqual({ code: 1, log: ['ask', 'look'] });
  expect(out.trimEnd().split('\n')).toEqual([
    'pat@harbour.example: works.',
    expect.stringMatching(
      /^kim@harbour\.example: needs you, code 11-ENDED\. The provider no longer accepts .*Sign in again/u,
    ),
  ]);
});

test('a window that opens meanwhile is asked instead', async () => {
  const { code, log } = await check(['nobody', 'not-yet', { known: true, accounts: [well] }], ['taken']);
  expect({ code, log }).toEqual({ code: 0, log: ['ask', 'look', 'ask', 'ask'] });
});

test('JSON is one document with the promised fields and none besides', async () => {
  const { out } = await check([{ known: true, accounts: [well, ended] }], [], { json: true });
  expect(JSON.parse(out)).toEqual({
    accounts: [
      well,
      {
        id: 'b',
        address: 'kim@harbour.example',
        provider: 'Microsoft 365',
        practice: false,
        health: 'needs-you',
        code: '11-ENDED',
        cause: 'sign-in-ended',
        actor: 'you',
        retryHelps: false,
        services: {},
        lastCheckAt: 1000,
        validUntil: 2000,
      },
    ],
  });
});

test('an address nobody has is wrong use; no account at all is healthy', async () => {
  const unknown = await check([{ known: false, accounts: [] }], [], { address: 'x@y.example' });
  expect(unknown).toMatchObject({ code: 2, out: '', err: 'There is no account x@y.example in Postkey.\n' });
  expect(await check([{ known: true, accounts: [] }])).toMatchObject({ code: 0 });
  const json = await check([{ known: true, accounts: [] }], [], { json: true });
  expect(JSON.parse(json.out)).toEqual({ accounts: [] });
});

test('never waits without end', async () => {
  expect(await check([])).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/did not answer in time/u) });
  expect(await check(['too-late'])).toMatchObject({ code: 3 });
  expect(await check(['nobody'], ['no-place'])).toMatchObject({ code: 3, out: '' });
});

test('practice without a window, and keys a set-up is using', async () => {
  const practice: CheckedAccount = { ...well, practice: true, health: 'unknown', services: {}, lastCheckAt: null };
  const { code, out } = await check([{ known: true, accounts: [practice, { ...well, busy: true }] }]);
  expect(code).toBe(3);
  expect(out).toContain('while Postkey is open');
  expect(out).toContain('set-up');
});

const away: CheckedAccount = { ...well, id: 'c', health: 'noted', code: '10-NO-REPLY', cause: 'connection-timeout' };
const locked: CheckedAccount = {
  ...well,
  id: 'd',
  health: 'needs-you',
  code: '8-STORE-SHUT',
  cause: 'key-store-locked',
};
const unseen: CheckedAccount = { ...well, id: 'e', health: 'unknown', services: {}, lastCheckAt: null };

test.each([
  ['all work', [well, { ...well, health: 'noted' as const }], 0],
  ['a look was not possible now, and the last one was well', [{ ...well, busy: true }], 0],
  ['one has to be signed in again', [well, away, unseen, ended], 1],
  ['the key store is locked', [locked], 1],
  ['nobody has looked yet', [well, unseen], 3],
  ['a server is out of reach', [well, unseen, away], 4],
])('%s: the exit code says so', async (_what, accounts, code) => {
  expect((await check([{ known: true, accounts }])).code).toBe(code);
});
