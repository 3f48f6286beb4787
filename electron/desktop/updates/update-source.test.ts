// Where a Postkey may look, by how it was built, where it runs and what its organisation says.
import { expect, test } from 'vitest';
import { type UpdateCircumstances, updateSource } from './update-source.ts';

const key = `${'A'.repeat(43)}=`;
const otherKey = `${'B'.repeat(42)}A=`;
const released: UpdateCircumstances = {
  manifest: { name: 'postkey', postkeyUpdates: { feed: 'https://postkey.example/releases', key } },
  policy: null,
  platform: 'win32',
  appImage: undefined,
  isPackaged: true,
  hasUninstaller: true,
};

test('a release looks where it was built to look', () => {
  expect(updateSource(released)).toEqual({ url: 'https://postkey.example/releases/', key });
});

test('an organisation may say no, or name a place of its own, signed by the makers or by itself', () => {
  expect(updateSource({ ...released, policy: 'off' })).toEqual({ off: 'organisation' });
  const feed = 'https://it.harbour.example/postkey/';
  expect(updateSource({ ...released, policy: { feed } })).toEqual({ url: feed, key });
  expect(updateSource({ ...released, policy: { feed, key: otherKey } })).toEqual({ url: feed, key: otherKey });
});

test.each([
  'http://it.harbour.example/postkey/',
  'ftp://it.harbour.example/',
  'https://pat:secret@it.harbour.example/',
  'https://it.harbour.example/?of=postkey',
  'file:///srv/postkey',
  'postkey',
  '',
])('never at %j', (feed) => {
  expect(updateSource({ ...released, policy: { feed } })).toEqual({ off: 'build' });
});

test('a build without a place or without a key looks nowhere', () => {
  expect(updateSource({ ...released, manifest: { name: 'postkey' } })).toEqual({ off: 'build' });
  expect(updateSource({ ...released, manifest: null })).toEqual({ off: 'build' });
  const keyless = { postkeyUpdates: { feed: 'https://postkey.example/' } };
  expect(updateSource({ ...released, manifest: keyless })).toEqual({ off: 'build' });
  expect(updateSource({ ...released, manifest: { postkeyUpdates: 'https://postkey.example/' } })).toEqual({
    off: 'build',
  });
});

test('on Linux an AppImage renews itself, a package is the system’s', () => {
  const linux = { ...released, platform: 'linux' } as const;
  expect(updateSource({ ...linux, appImage: '/home/pat/Postkey.AppImage' })).toEqual({
    url: 'https://postkey.example/releases/',
    key,
  });
  expect(updateSource(linux)).toEqual({ off: 'system' });
  expect(updateSource({ ...linux, isPackaged: false })).toEqual({ off: 'build' });
  expect(updateSource({ ...linux, policy: 'off' })).toEqual({ off: 'organisation' });
});

test('on Windows what NSIS installed renews itself; an MSI or an unpacked folder would get a second Postkey beside it', () => {
  expect(updateSource({ ...released, hasUninstaller: false })).toEqual({ off: 'system' });
  expect(updateSource({ ...released, platform: 'darwin', hasUninstaller: false })).toMatchObject({ key });
});
