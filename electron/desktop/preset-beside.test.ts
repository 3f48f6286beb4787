// Where a preset beside Postkey is looked for.
import { expect, test } from 'vitest';
import { presetBesideOf } from './preset-beside.ts';

test.each([
  ['installed on Linux', 'linux', '/opt/Postkey/postkey', {}, '/opt/Postkey/preset.postkey'],
  [
    'an AppImage',
    'linux',
    '/tmp/.mount_Postkey/postkey',
    { APPIMAGE: '/home/pat/Postkey.AppImage' },
    '/home/pat/preset.postkey',
  ],
  [
    'installed on Windows',
    'win32',
    String.raw`C:\Program Files\Postkey\Postkey.exe`,
    {},
    String.raw`C:\Program Files\Postkey\preset.postkey`,
  ],
  [
    'portable on Windows',
    'win32',
    String.raw`C:\Users\Pat\AppData\Local\Temp\x\Postkey.exe`,
    { PORTABLE_EXECUTABLE_DIR: String.raw`D:\Postkey` },
    String.raw`D:\Postkey\preset.postkey`,
  ],
  ['on a Mac', 'darwin', '/Applications/Postkey.app/Contents/MacOS/Postkey', {}, '/Applications/preset.postkey'],
] as const)('%s', (_name, platform, execPath, env, place) => {
  expect(presetBesideOf({ platform, execPath, env })).toBe(place);
});
