// electron-builder's configuration: valid for every target, whole, and as far as a package of another system goes without that
// system's tools.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Arch, build, Platform } from 'app-builder-lib';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { appId } from '../../shared/app-id.ts';
import { languages } from '../window/find-words.ts';
import { unpackedFolder } from './made-packages.ts';

const release = 'electron-builder.yml';
const trial = join('packaging', 'trial.yml');

for (const file of [release, trial]) {
  test(`${file} is valid`, async () => {
    const configuration = await getConfig(process.cwd(), file, null);
    await validateConfiguration(configuration, { isEnabled: false, data: new Map(), add: () => undefined } as never);
  });
}

test('a release names all that it must', async () => {
  const { win, mac, linux, electronFuses, electronLanguages, forceCodeSigning } = await getConfig(
    process.cwd(),
    release,
    null,
  );
  expect(forceCodeSigning).toBe(true);
  expect(Object.keys(electronFuses ?? {}).length).toBe(7);
  expect(electronFuses?.grantFileProtocolExtraPrivileges).toBe(false);
  expect(electronLanguages).toEqual(languages);
  expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  const targets = [win?.target, mac?.target, linux?.target].map((each) =>
    [each].flat().map((target) => (typeof target === 'string' ? target : target?.target)),
  );
  expect(targets).toEqual([
    ['nsis', 'msi'],
    ['dmg', 'zip', 'pkg'],
    ['AppImage', 'deb', 'rpm', 'tar.gz'],
  ]);
});

/** What a release says that has nothing of what it needs but this. */
function refusedRelease(given: Readonly<Record<string, string>>): string {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...given };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--release'], {
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  return stdout + stderr;
}

test('a release that nothing signs, or that would look for updates nowhere, is refused before anything is built', () => {
  const bare = refusedRelease({});
  expect(bare).toContain('Nothing was built');
  expect(bare).toContain('POSTKEY_GPG_KEY');
  expect(bare).not.toContain('POSTKEY_UPDATE');
  const half = refusedRelease({ POSTKEY_GPG_KEY: 'x', POSTKEY_UPDATE_FEED: 'https://updates.example/' });
  expect(half).not.toContain('POSTKEY_GPG_KEY');
  expect(half).toContain('set POSTKEY_UPDATE_KEY');
  const open = { POSTKEY_UPDATE_FEED: 'http://updates.example/', POSTKEY_UPDATE_KEY: `${'A'.repeat(43)}=` };
  expect(refusedRelease(open)).toContain('set POSTKEY_UPDATE_FEED');
});

test('systems know Postkey by the name that it gives itself', async () => {
  expect((await getConfig(process.cwd(), release, null)).appId).toBe(appId);
});

test('every file that the configuration names is there', async () => {
  const text = JSON.stringify(await getConfig(process.cwd(), release, null));
  const named = [...text.matchAll(/"((?:packaging|launcher|scripts)\/[^"=]+)/gu)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(15);
  const isThere = (path: string): boolean => [path, `${path}.ico`, `${path}.icns`].some((each) => existsSync(each));
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

/** What electron-builder would hand to the tool that makes the target, which is not started. */
async function dryRun(platform: Platform, target: string, prepackaged: string): Promise<string> {
  const output = mkdtempSync(join(tmpdir(), 'postkey-dry-run-'));
  let options = '';
  try {
    await build({
      targets: platform.createTarget([target], Arch.x64),
      config: { extends: trial, directories: { output } },
      publish: 'never',
      prepackaged,
      effectiveOptionComputed: async (computed: unknown) => {
        options = JSON.stringify(computed);
        return true;
      },
    });
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
  return options;
}

function findSevenZip(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = ['7zz', '7za']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error('7-Zip is missing: install 7zip');
  return found;
}

test('a dry run of Windows’ installer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postkey-windows-'));
  const [app, nsis] = [join(folder, 'app'), join(folder, 'nsis')];
  mkdirSync(join(app, 'resources'), { recursive: true });
  mkdirSync(nsis);
  writeFileSync(join(app, 'Postkey.exe'), '');
  writeFileSync(join(nsis, 'elevate.exe'), '');
  const given = {
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: nsis,
    ELECTRON_BUILDER_7ZIP_PATH: findSevenZip(),
  };
  Object.assign(process.env, given);
  try {
    const options = await dryRun(Platform.WINDOWS, 'nsis', app);
    expect(options).toContain('"APP_ID":"org.postkey.Postkey"');
    expect(options).toContain('MULTIUSER_INSTALLMODE_ALLOW_ELEVATION');
    expect(options).toContain('installer-sidebar.bmp');
    expect(options).toContain('NOT-FOR-RELEASE-setup.exe');
  } finally {
    for (const name of Object.keys(given)) delete process.env[name];
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a dry run of rpm and AppImage', async () => {
  const rpm = await dryRun(Platform.LINUX, 'rpm', unpackedFolder());
  expect(rpm).toContain('"--name","postkey"');
  expect(rpm).toContain('=/usr/share/mime/packages/postkey.xml');
  const appImage = await dryRun(Platform.LINUX, 'AppImage', unpackedFolder());
  expect(appImage).toContain('Exec=AppRun %U');
  expect(appImage).not.toContain('--no-sandbox');
});
