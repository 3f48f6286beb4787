// Where `postkey` is, in a clone and as it is installed on each system.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launcherPath, type WhereWeAre } from './launcher-path.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pk-path-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const on = (platform: NodeJS.Platform, change: Partial<WhereWeAre>, linked = join(folder, 'none')) =>
  launcherPath(
    { platform, program: '/opt/Postkey/postkey-app', checkout: null, appImage: undefined, ...change },
    linked,
  );

test('in a clone it is the clone’s', () => {
  expect(on('linux', { checkout: '/home/pat/postkey' })).toBe('/home/pat/postkey/launcher/postkey');
  expect(on('win32', { checkout: '/home/pat/postkey' })).toMatch(/launcher\/postkey\.cmd$/u);
});

test('installed, it is beside the program', () => {
  expect(on('linux', {})).toBe('/opt/Postkey/postkey');
  const mac = '/Applications/Postkey.app/Contents/MacOS/Postkey';
  expect(on('darwin', { program: mac })).toBe('/Applications/Postkey.app/Contents/Resources/postkey');
  expect(on('linux', { appImage: '/home/pat/Postkey.AppImage' })).toBe('/home/pat/Postkey.AppImage');
});

test('the link that packages make is named where it leads there, and nowhere else', () => {
  const [beside, link] = [join(folder, 'Postkey/postkey'), join(folder, 'postkey')];
  mkdirSync(join(folder, 'Postkey'));
  writeFileSync(beside, '');
  symlinkSync(beside, link);
  const program = join(folder, 'Postkey/postkey-app');
  expect(on('linux', { program }, link)).toBe(link);
  // Of another Postkey.
  expect(on('linux', {}, link)).toBe('/opt/Postkey/postkey');
});
