// The past on a real disk: what it answers at once, what it finds after a restart, and what a bad disk or a bad file may not do.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ladder } from '../../shared/ladder.ts';
import { type KeptPast, makePast } from './make-past.ts';
import { accountOf, day, hour, lookAt, minute, start } from './watched.test-part.ts';

let home: string;
let folder: string;
let refused: unknown[];
let now: number;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'postkey-past-'));
  folder = join(home, 'history');
  refused = [];
  now = start;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const open = (): KeptPast => makePast({ folder, now: () => now, failed: (error) => refused.push(error) });
const account = accountOf();
const file = (): string => join(folder, 'a.json');

const ladder: Ladder = {
  service: 'imap',
  server: { host: 'mail.harbour.example', port: 993, security: 'tls' },
  loginName: 'pat',
  rungs: {
    name: { kind: 'passed', ms: 1 },
    connection: { kind: 'passed', ms: 2 },
    certificate: { kind: 'passed', ms: 3 },
    login: { kind: 'broken', ms: 4 },
    mailbox: { kind: 'not-tried' },
  },
  state: 'broken',
  totalMs: 10,
  problem: { code: 'login-refused', facts: { host: 'mail.harbour.example' }, serverSaid: 'NO' },
};

test('what was seen is answered at once, and found again after a restart', async () => {
  const past = open();
  past.saw(account, lookAt(start, 'login-refused', { imap: 'broken' }));
  past.saw(account, {
    ...lookAt(start + 20 * minute),
    ladders: [ladder],
    renewedAt: start,
    renewalEndsAt: start + day,
  });
  past.keepTold('a', ['needs:login-refused']);
  expect(past.entries('a')).toHaveLength(2);
  expect(past.days('a').at(-1)?.state).toBe('broken');
  await past.settled();
  const again = open();
  for (const each of [past, again]) {
    expect(each.ladders('a')).toEqual([ladder]);
    expect(each.told('a')).toEqual(['needs:login-refused']);
    expect(each.endings(account)[0]).toMatchObject({ at: start + day });
  }
  expect(again.entries('a')).toEqual(past.entries('a'));
  expect(again.days('a')).toEqual(past.days('a'));
  expect(refused).toEqual([]);
});

test('is for its owner alone, and its stretches know no address', async () => {
  const past = open();
  past.saw(account, lookAt(start, 'sign-in-ended'));
  await past.settled();
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readFileSync(file(), 'utf8')).not.toContain('@');
});

test('a snapshot costs nothing: what did not change is the same object', () => {
  const past = open();
  past.saw(account, lookAt(start));
  expect(past.days('a')).toBe(past.days('a'));
  expect(past.entries('a')).toBe(past.entries('a'));
});

test.each([
  ['no JSON', '{"v":1,"entr'],
  ['another thing', '[1,2]'],
  ['another version', '{"v":9,"entries":[]}'],
  ['nothing', ''],
])('a file with %s is moved aside, kept, and the past begins anew', async (_what, text) => {
  mkdirSync(folder);
  writeFileSync(file(), text);
  const past = open();
  expect(past.entries('a')).toEqual([]);
  past.saw(account, lookAt(start));
  await past.settled();
  expect(open().entries('a')).toHaveLength(1);
  const aside = readdirSync(folder).find((name) => name.includes('unreadable')) ?? '';
  expect(readFileSync(join(folder, aside), 'utf8')).toBe(text);
});

test('one bad entry costs only itself', () => {
  mkdirSync(folder);
  const good = { state: 'well', services: {}, from: start, until: start };
  const bad = [
    { ...good, state: 'fine' },
    { ...good, cause: 'no-such-cause' },
    { ...good, from: start + 1 },
    null,
    { ...good, more: 1 },
  ];
  writeFileSync(file(), JSON.stringify({ v: 1, entries: [...bad, good], ladders: 'x', facts: { renewedAt: 'x' } }));
  const past = open();
  expect(past.entries('a')).toEqual([good]);
  expect(past.ladders('a')).toEqual([]);
});

test('a file that is far too large is not read into memory', () => {
  mkdirSync(folder);
  writeFileSync(file(), `{"v":1,"entries":[${' '.repeat(3_000_000)}]}`);
  expect(open().entries('a')).toEqual([]);
  expect(existsSync(file())).toBe(false);
});

test('a pipe in the place of the file is not waited for', () => {
  mkdirSync(folder);
  execFileSync('mkfifo', [file()]);
  expect(open().entries('a')).toEqual([]);
  expect(existsSync(file())).toBe(false);
});

test('a disk that refuses is reported, and the watch goes on; later all of it is written', async () => {
  writeFileSync(folder, 'a file where the folder should be');
  const past = open();
  past.saw(account, lookAt(start));
  await past.settled();
  expect(refused.length).toBeGreaterThan(0);
  expect(past.entries('a')).toHaveLength(1);
  rmSync(folder);
  past.saw(account, lookAt(start + 2 * hour));
  await past.settled();
  expect(open().entries('a')).toHaveLength(2);
});

test.runIf(existsSync('/dev/full'))('a full disk: what was there stays whole, and nothing half is left', async () => {
  const past = open();
  past.saw(account, lookAt(start));
  await past.settled();
  symlinkSync('/dev/full', `${file()}.new`);
  past.saw(account, lookAt(start + 2 * hour));
  await past.settled();
  expect(refused).toMatchObject([{ code: 'ENOSPC' }]);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(open().entries('a')).toHaveLength(1);
  expect(past.entries('a')).toHaveLength(2);
});

test('forgotten, nothing is left, though something was still to be written', async () => {
  mkdirSync(folder);
  writeFileSync(file(), 'broken');
  const past = open();
  past.saw(account, lookAt(start));
  past.saw(accountOf({ id: 'ab' }), lookAt(start));
  await past.forget('a');
  await past.settled();
  expect(readdirSync(folder)).toEqual(['ab.json']);
  expect(past.entries('a')).toEqual([]);
});

test('of many looks at many accounts, the last of each is on the disk', async () => {
  const past = open();
  const ids = Array.from({ length: 30 }, (_, index) => `id-${index}`);
  for (let at = start; at < start + day; at += 15 * minute) {
    for (const id of ids) past.saw(accountOf({ id }), lookAt(at));
  }
  await past.settled();
  const again = open();
  for (const id of ids) expect(again.entries(id).at(-1)?.until).toBe(start + day - 15 * minute);
});

test('hours without a network are told as away, and keep what the last look saw', () => {
  const past = open();
  past.saw(account, { ...lookAt(start), ladders: [ladder] });
  now = start + 15 * minute;
  past.wasOffline(account);
  expect(past.entries('a').map(({ state, cause }) => [state, cause])).toEqual([
    ['well', undefined],
    ['away', 'offline'],
  ]);
  expect(past.ladders('a')).toEqual([ladder]);
});

test('an id that could be a path is a bug', () => {
  expect(() => open().entries('../a')).toThrow('account id');
});
