import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Keys } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { makeAesCipher } from './aes-cipher.test-part.ts';
import { makeTokenVault } from './make-token-vault.ts';

const now = () => Date.UTC(2030, 0, 31, 10, 0, 0);
let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'postkey-vault-'));
  folder = join(home, 'vault');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const keysOf = (renewal: string | null, access = 'access-text'): Keys => ({
  renewal: renewal === null ? null : new Secret(renewal),
  accessToken: new Secret(access),
  validUntil: 123,
  clientSecret: new Secret('client-secret-text'),
});
const cipher = makeAesCipher(Buffer.alloc(32, 1));
const vaultOf = (own = cipher) => makeTokenVault({ cipher: own, folder, now });
const file = (name: string) => join(folder, name);
const opened = async (vault = vaultOf()): Promise<string | null | undefined> => {
  const outcome = await vault.open('pat');
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value?.renewal?.open();
};

test('what is kept opens again, with every part, in another process', async () => {
  expect(await vaultOf().keep('pat', keysOf('renewal-text'))).toEqual({
    ok: true,
    value: { store: 'gnome-keyring', kept: 'sealed' },
  });
  const outcome = await vaultOf().open('pat');
  if (!outcome.ok || outcome.value === null) throw new Error('not opened');
  expect(outcome.value.renewal?.open()).toBe('renewal-text');
  expect(outcome.value.accessToken.open()).toBe('access-text');
  expect(outcome.value.clientSecret?.open()).toBe('client-secret-text');
  expect(outcome.value.validUntil).toBe(123);
});

test('the folder is for its owner alone and no secret stands in a file', async () => {
  await vaultOf().keep('pat', keysOf('renewal-text'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual(['pat.json']);
  expect(statSync(file('pat.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(file('pat.json'), 'utf8')).not.toMatch(/renewal|access|client/u);
});

test('nothing kept is null, not a problem', async () => {
  expect(await vaultOf().open('nobody')).toEqual({ ok: true, value: null });
});

test('the renewal token before stays until the new one was used to renew', async () => {
  const vault = vaultOf();
  await vault.keep('pat', keysOf('first'));
  await vault.keep('pat', keysOf('second'));
  await vault.keep('pat', keysOf('second', 'another access token'));
  const before = await vault.openPrevious('pat');
  expect(before.ok && before.value?.renewal?.open()).toBe('first');
  await vault.keep('pat', keysOf('third'));
  const later = await vault.openPrevious('pat');
  expect(later.ok && later.value?.renewal?.open()).toBe('second');
});

test('when the newest text is damaged, the one before is used and the damage is kept', async () => {
  await vaultOf().keep('pat', keysOf('first'));
  await vaultOf().keep('pat', keysOf('second'));
  const record = JSON.parse(readFileSync(file('pat.json'), 'utf8'));
  writeFileSync(file('pat.json'), JSON.stringify({ ...record, sealed: record.sealed.replace(/^..../u, 'AAAA') }));
  expect(await opened()).toBe('first');
  expect((await vaultOf().keep('pat', keysOf('third'))).ok).toBe(true);
  expect(await opened()).toBe('third');
  expect(readdirSync(folder)).toEqual(['pat.json', 'pat.unreadable-2030-01-31T10-00-00-000Z.json']);
});

test.each([
  ['half a file', (text: string) => text.slice(0, text.length / 2)],
  ['an empty file', () => ''],
  ['a newer version', (text: string) => text.replace('"v":1', '"v":2')],
  ['something else', () => '[1,2,3]'],
  ['a field too many', (text: string) => text.replace('{', '{"more":1,')],
  ['two megabytes', (text: string) => text + ' '.repeat(2_000_001)],
])('%s is moved aside, byte for byte, and reported', async (_name, damage) => {
  await vaultOf().keep('pat', keysOf('first'));
  const damaged = damage(readFileSync(file('pat.json'), 'utf8'));
  writeFileSync(file('pat.json'), damaged);
  const aside = 'pat.unreadable-2030-01-31T10-00-00-000Z.json';
  expect(await vaultOf().open('pat')).toEqual({
    ok: false,
    problem: { code: 'record-unreadable', facts: { file: aside } },
  });
  expect(readFileSync(file(aside), 'utf8')).toBe(damaged);
  expect(await vaultOf().open('pat')).toEqual({ ok: true, value: null });
});

test('a pipe in the place of a record is not waited for', async () => {
  await vaultOf().keep('sam', keysOf('of sam'));
  execFileSync('mkfifo', [file('pat.json')]);
  expect(await vaultOf().open('pat')).toMatchObject({ ok: false, problem: { code: 'record-unreadable' } });
  expect((await vaultOf().keep('pat', keysOf('first'))).ok).toBe(true);
});

test("another account's record does not open under this name", async () => {
  await vaultOf().keep('sam', keysOf('of sam'));
  renameSync(file('sam.json'), file('pat.json'));
  expect(await vaultOf().open('pat')).toMatchObject({ ok: false, problem: { code: 'record-unreadable' } });
});

test('a record of another key is set aside, but one of a shut store stays where it is', async () => {
  await vaultOf().keep('pat', keysOf('first'));
  const shut = makeAesCipher(Buffer.alloc(32, 1));
  shut.setAvailable(false);
  expect(await vaultOf(shut).open('pat')).toMatchObject({ ok: false, problem: { code: 'key-store-locked' } });
  expect(readdirSync(folder)).toEqual(['pat.json']);
  expect(await opened()).toBe('first');
  expect(await vaultOf(makeAesCipher(Buffer.alloc(32, 2))).open('pat')).toMatchObject({
    ok: false,
    problem: { code: 'record-unreadable' },
  });
  expect(readdirSync(folder)).toHaveLength(1);
});

test('without a key store nothing is written, and only this session keeps it', async () => {
  const none = makeAesCipher(Buffer.alloc(32, 1));
  none.setAvailable(false);
  const vault = vaultOf(none);
  expect(await vault.selfTest()).toMatchObject({ ok: false, problem: { code: 'no-key-store' } });
  expect(await vault.keep('pat', keysOf('first'))).toMatchObject({ ok: false, problem: { code: 'no-key-store' } });
  expect(vault.keepForSession('pat', keysOf('first'))).toEqual({ store: 'none', kept: 'this-session' });
  expect(await opened(vault)).toBe('first');
  expect(await opened(vaultOf(none))).toBeUndefined();
  expect(readdirSync(home)).toEqual([]);
});

test('the self test writes, reads and leaves nothing behind', async () => {
  expect(await vaultOf().selfTest()).toEqual({ ok: true, value: { store: 'gnome-keyring', kept: 'sealed' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('a disk that refuses is a problem with its errno, and the record before stays', async () => {
  await vaultOf().keep('pat', keysOf('first'));
  writeFileSync(join(home, 'in the way'), '');
  const blocked = makeTokenVault({ cipher, folder: join(home, 'in the way', 'vault'), now });
  expect(await blocked.keep('pat', keysOf('second'))).toEqual({
    ok: false,
    problem: { code: 'not-saved', facts: { errno: 'ENOTDIR' } },
  });
  expect(await opened()).toBe('first');
});

test.skipIf(process.platform !== 'linux' || !isRoot())('a full disk is a problem with its errno', async () => {
  // /dev/full cannot hold a folder, so a tiny file system is what a full disk is made of.
  const mount = mkdtempSync(join(tmpdir(), 'postkey-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', mount], { stdio: 'ignore' });
  } catch {
    rmSync(mount, { recursive: true });
    return;
  }
  try {
    const vault = makeTokenVault({ cipher, folder: join(mount, 'vault'), now });
    expect((await vault.keep('pat', keysOf('first'))).ok).toBe(true);
    expect(await vault.keep('pat', keysOf('x'.repeat(50_000)))).toEqual({
      ok: false,
      problem: { code: 'not-saved', facts: { errno: 'ENOSPC' } },
    });
    expect(await opened(vault)).toBe('first');
  } finally {
    execFileSync('umount', [mount]);
    rmSync(mount, { recursive: true });
  }
});

test('what a killed write left is used when whole and cleared when not', async () => {
  await vaultOf().keep('pat', keysOf('first'));
  await vaultOf().keep('sam', keysOf('x'));
  const older = readFileSync(file('pat.json'));
  await vaultOf().keep('pat', keysOf('second'));
  renameSync(file('pat.json'), file('pat.new.json'));
  writeFileSync(file('pat.json'), older);
  expect(await opened()).toBe('second');
  writeFileSync(file('pat.new.json'), '{"v":1,"sealed":"abc');
  expect(await opened()).toBe('second');
  expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
});

test('writers of one account take turns', async () => {
  const vault = vaultOf();
  const names = Array.from({ length: 12 }, (_, index) => `renewal-${index}`);
  const outcomes = await Promise.all(names.map((name) => vault.keep('pat', keysOf(name))));
  expect(outcomes.every((each) => each.ok)).toBe(true);
  expect(await opened(vault)).toBe('renewal-11');
});

test('forgetting removes the record, the one before, what was set aside and the copy of the session', async () => {
  const vault = vaultOf();
  await vault.keep('pat', keysOf('first'));
  await vault.keep('pat', keysOf('second'));
  writeFileSync(file('pat.unreadable-2029-01-01T00-00-00-000Z.json'), 'old');
  await vault.keep('pat2', keysOf('of another'));
  vault.keepForSession('pat', keysOf('third'));
  expect((await vault.forget('pat')).ok).toBe(true);
  expect(await opened(vault)).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['pat2.json']);
});

test('an id that is no plain name is a bug, not a path', async () => {
  await expect(vaultOf().open('../pat')).rejects.toThrow('account id');
});

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

test('looking finds no trace of what was forgotten', async () => {
  const vault = vaultOf();
  await vault.keep('pat', keysOf('first'));
  await vault.keep('patricia', keysOf('another'));
  writeFileSync(file('pat.unreadable-2030.json'), '{}');
  vault.keepForSession('pat', keysOf('third'));
  expect(await vault.traces('pat')).toEqual({ ok: true, value: ['pat.json', 'pat.unreadable-2030.json', 'memory'] });
  await vault.forget('pat');
  expect(await vault.traces('pat')).toEqual({ ok: true, value: [] });
  expect(readdirSync(folder)).toEqual(['patricia.json']);
});
