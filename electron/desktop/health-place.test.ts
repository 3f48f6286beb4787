// The health file on a real disk: for its owner alone, swapped in whole, and never through a link.
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { healthFileOf } from '../../shared/health-file.ts';
import { noPolicy } from '../../shared/policy.ts';
import { makeStandIns } from '../../shared/stand-in-names.ts';
import { healthPlace, writeHealth } from './health-place.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-health-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const health = healthFileOf([], { version: '1', now: 0, policy: noPolicy, names: makeStandIns(() => '0000000000') });

test('stands in the profile unless a policy says otherwise', () => {
  expect(healthPlace(folder, undefined)).toBe(join(folder, 'health.json'));
  expect(healthPlace(folder, '/var/lib/postkey/{user}.json')).toBe(`/var/lib/postkey/${userInfo().username}.json`);
});

test('is for its owner alone, and leaves nothing beside it', async () => {
  const path = join(folder, 'below', 'health.json');
  await writeHealth(path, health);
  await writeHealth(path, { ...health, version: '2' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ postkeyHealth: 1, version: '2' });
  expect(lstatSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'below'))).toEqual(['health.json']);
});

test('takes the place of a link, and does not write where it leads', async () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'untouched');
  symlinkSync(victim, join(folder, 'health.json'));
  await writeHealth(join(folder, 'health.json'), health);
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
  expect(lstatSync(join(folder, 'health.json')).isFile()).toBe(true);
});

test('a place that cannot be written is an error, and nothing stays', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(writeHealth(join(folder, 'file', 'health.json'), health)).rejects.toThrow();
});
