// What is in the package and what is not: fuses, files, languages, licences, and what Debian's own tools say of it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { languages } from '../window/find-words.ts';
import { debOfThisRun, namesInArchive, packagesOfThisRun, unpackedFolder } from './made-packages.ts';

/** What a program says; throws when it ends with anything but 0. */
const said = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });

/** The deb's files, unpacked for the length of `look`. */
function lookIntoDeb(look: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'postkey-deb-'));
  try {
    said('dpkg-deb', '--extract', debOfThisRun(), folder);
    look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the fuses are as they must be', async () => {
  const wire = await getCurrentFuseWire(join(unpackedFolder(), 'postkey-app'));
  const states = {
    runAsNode: wire[FuseV1Options.RunAsNode],
    cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspectArguments: wire[FuseV1Options.EnableNodeCliInspectArguments],
    asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
  };
  expect(states).toEqual({
    runAsNode: FuseState.DISABLE,
    cookieEncryption: FuseState.ENABLE,
    nodeOptions: FuseState.DISABLE,
    inspectArguments: FuseState.DISABLE,
    asarIntegrity: FuseState.ENABLE,
    onlyAsar: FuseState.ENABLE,
  });
  // The fuses are not only set: the program does not become plain Node.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const args = ['--no-sandbox', '--version'];
  const answer = execFileSync(join(unpackedFolder(), 'postkey-app'), args, { env, encoding: 'utf8', stdio: 'pipe' });
  expect(answer).toMatch(/^Postkey \d+\.\d+\.\d+-trial\./u);
});

test('the archive holds the three bundles and nothing else', () => {
  const names = namesInArchive(join(unpackedFolder(), 'resources', 'app.asar'));
  const tops = new Set(names.map((name) => name.split('/').slice(0, 2).join('/')));
  expect([...tops].sort()).toEqual(['out/main', 'out/preload', 'out/renderer', 'package.json']);
  expect(names.filter((name) => /\.map$|\.tsx?$|node_modules|\.env/u.test(name))).toEqual([]);
  expect(readdirSync(join(unpackedFolder(), 'resources')).sort()).toEqual(['app.asar', 'apparmor-profile', 'legal']);
});

test('only the languages that there are words in', () => {
  const shipped = readdirSync(join(unpackedFolder(), 'locales')).map((name) => name.split(/[-.]/u)[0]);
  expect([...new Set(shipped)].sort()).toEqual(languages);
});

test('licences and a bill of materials lie inside and beside', () => {
  const legal = join(unpackedFolder(), 'resources', 'legal');
  const bill = JSON.parse(readFileSync(join(legal, 'bill-of-materials.cdx.json'), 'utf8'));
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  const named = new Map<string, string>(
    bill.components.map((part: { name: string; group?: string; version: string }) => [
      part.group ? `${part.group}/${part.name}` : part.name,
      part.version,
    ]),
  );
  const own = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [name, version] of Object.entries(own.dependencies))
    expect([name, named.get(name)]).toEqual([name, version]);
  expect(named.get('electron')).toBe(process.env['POSTKEY_ELECTRON_VERSION']);
  const licences = readFileSync(join(legal, 'licences.txt'), 'utf8');
  for (const name of ['imapflow', 'react-dom', 'zod', 'oidc-provider'])
    expect(licences).toContain(`${name} ${named.get(name)} (`);
  // Checked as a person would.
  const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
    cwd: packagesOfThisRun(),
    encoding: 'utf8',
  });
  expect(checked.trim().split('\n').length).toBeGreaterThan(3);
});

test('the deb is marked as no release, and says what it needs', () => {
  const control = said('dpkg-deb', '--field', debOfThisRun());
  expect(control).toContain('Package: postkey\n');
  expect(control).toMatch(/^Version: \d+\.\d+\.\d+~trial\./mu);
  expect(control).toContain('not for release');
  expect(debOfThisRun()).toContain('NOT-FOR-RELEASE');
  expect(control).toMatch(/^Depends: .*libsecret-1-0/mu);
});

test('menu entry, file type and software centre entry are valid', () => {
  lookIntoDeb((folder) => {
    const share = join(folder, 'usr', 'share');
    const entry = join(share, 'applications', 'postkey.desktop');
    said('desktop-file-validate', entry);
    expect(readFileSync(entry, 'utf8')).toContain(
      'MimeType=application/vnd.postkey.preset+json;x-scheme-handler/postkey;',
    );
    said('appstreamcli', 'validate', '--no-net', join(share, 'metainfo', 'org.postkey.Postkey.metainfo.xml'));
    said('update-mime-database', join(share, 'mime'));
    expect(readFileSync(join(share, 'mime', 'globs2'), 'utf8')).toContain(
      'application/vnd.postkey.preset+json:*.postkey',
    );
    for (const size of ['16x16', '256x256']) {
      const icons = join(share, 'icons', 'hicolor', size);
      expect(existsSync(join(icons, 'apps', 'postkey-app.png'))).toBe(true);
      expect(existsSync(join(icons, 'mimetypes', 'application-vnd.postkey.preset+json.png'))).toBe(true);
    }
    const modes = ['postkey', 'postkey-app', 'chrome-sandbox'].map(
      (name) => statSync(join(folder, 'opt', 'Postkey', name)).mode & 0o7777,
    );
    expect(modes).toEqual([0o755, 0o755, 0o755]);
  });
});
