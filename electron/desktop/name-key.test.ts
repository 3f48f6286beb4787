import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStandIns, readStandIns } from './name-key.ts';

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'postkey-names-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const pat = 'pat@harbour.example';

test('one profile names an address the same for ever, another one otherwise', () => {
  const name = openStandIns(profile).nameOf('mailbox', pat);
  expect(name).toMatch(/^mailbox-[0-9a-f]{10}$/u);
  expect(openStandIns(profile).nameOf('mailbox', ' PAT@harbour.example')).toBe(name);
  expect(readStandIns(profile).nameOf('mailbox', pat)).toBe(name);
  const other = mkdtempSync(join(tmpdir(), 'postkey-names-'));
  expect(openStandIns(other).nameOf('mailbox', pat)).not.toBe(name);
  rmSync(other, { recursive: true });
});

test('the key is for its owner, and looking makes none', () => {
  readStandIns(profile);
  expect(readdirSync(profile)).toEqual([]);
  openStandIns(profile);
  expect(statSync(join(profile, 'name-key')).mode & 0o777).toBe(0o600);
});

test('a broken key is made anew; a place that cannot be written still gives names', () => {
  writeFileSync(join(profile, 'name-key'), 'x');
  const name = openStandIns(profile).nameOf('mailbox', pat);
  expect(readStandIns(profile).nameOf('mailbox', pat)).toBe(name);
  expect(readFileSync(join(profile, 'name-key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(openStandIns(join(profile, 'nowhere')).nameOf('mailbox', pat)).toMatch(/^mailbox-/u);
  chmodSync(profile, 0o700);
});

test('a pipe in the place of the key is not waited for', () => {
  execFileSync('mkfifo', [join(profile, 'name-key')]);
  const name = openStandIns(profile).nameOf('mailbox', pat);
  expect(readStandIns(profile).nameOf('mailbox', pat)).toBe(name);
});
