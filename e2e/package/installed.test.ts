// The package as a person meets it: installed, started from the menu's command, an account set up, removed, and nothing left behind.
// One journey, told in steps; it needs Debian's tools and an administrator's rights, and says so where it has none.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openSystemBrowser, type SystemBrowser } from '../parts/system-browser.ts';
import { makeTestAuthority } from '../parts/test-authority.ts';
import { type AtTheWindow, atTheWindow } from '../window/at-the-window.ts';
import { findWords } from '../window/find-words.ts';
import { untilState } from '../window/read-state.ts';
import { startInstalled } from './installed-postkey.ts';
import { debOfThisRun } from './made-packages.ts';
import { makeOrdinaryPerson, type OrdinaryPerson } from './ordinary-person.ts';
import { filesBelow, filesWithSecrets, tracesInSystem } from './traces.ts';
import { walkPractice } from './walk-practice.ts';

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/dpkg') && existsSync('/usr/bin/setpriv');

/** Waits for whoever else installs something. */
function dpkg(...args: readonly string[]): void {
  const until = Date.now() + 120_000;
  for (;;) {
    const { status, stderr } = spawnSync('dpkg', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status === 0) return;
    if (!stderr.includes('lock') || Date.now() > until) throw new Error(`dpkg ${args.join(' ')}: ${stderr}`);
    execFileSync('sleep', ['1']);
  }
}

/** The version that is installed; empty when none is. */
const installedVersion = (): string =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholder
  spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'postkey'], { encoding: 'utf8' }).stdout.trim();

/** An earlier run that was cut short leaves a trial; anything else is somebody's own. */
function clearTrial(): void {
  const version = installedVersion();
  if (version !== '' && !version.includes('~trial.'))
    throw new Error(`Postkey ${version} is installed here: not touched`);
  if (version !== '') dpkg('--purge', 'postkey');
}

if (mayInstall) {
  test('installed, used and removed', async () => {
    test.setTimeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), 'pk-installed-'));
    execFileSync('chmod', ['755', folder]);
    clearTrial();
    try {
      await test.step('installs', () => dpkg('--install', debOfThisRun()));
      expect(readlinkSync('/usr/bin/postkey')).toBe('/opt/Postkey/postkey');
      await test.step('is used', () => useIt(folder));
      await test.step('is removed', () => dpkg('--purge', 'postkey'));
      expect(tracesInSystem()).toEqual([]);
    } finally {
      clearTrial();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
} else {
  console.log('  The package was not installed: that takes root, on Debian. Its contents were looked at.');
}

async function useIt(folder: string): Promise<void> {
  const person = makeOrdinaryPerson(join(folder, 'person'));
  process.env['POSTKEY_TEST_CHROMIUM'] = person.chromium;
  const browser = await openSystemBrowser(join(folder, 'person', 'browser'), await makeTestAuthority(folder));
  try {
    person.own();
    const postkey = await startInstalled(person, '/usr/bin/postkey', [], browser.env);
    try {
      const at = atTheWindow(postkey.window, await findWords('en'));
      await test.step('opens a double-clicked preset for a course', () => openPreset(person, at, browser.env));
      await test.step('which leads to a tested practice account', () => walkPractice(at, browser));
      await test.step('forgets nothing beside an open window', () => forget(person, browser.env, 3));
    } finally {
      await postkey.quit();
    }
    const profile = join(browser.env['XDG_CONFIG_HOME'] ?? '', 'Postkey');
    expect(filesBelow(profile)).toContain('settings.json');
    expect(filesWithSecrets(person.home)).toEqual([]);
    expect(filesWithSecrets(profile)).toEqual([]);
    await test.step('forgets everything', () => forget(person, browser.env, 0));
    // Chromium's own come back empty with the command's end.
    const ours = /^(?:settings|vault|logs|past|history|door|name-key)/u;
    expect(filesBelow(profile).filter((name) => ours.test(name))).toEqual([]);
  } finally {
    await browser.stop();
  }
}

/** As a double click in the desktop's file manager does: by the file's ending, through the system's own opener. */
async function openPreset(person: OrdinaryPerson, at: AtTheWindow, env: SystemBrowser['env']): Promise<void> {
  const file = join(person.home, 'harbour.postkey');
  const organisation = 'Harbour Schools';
  const signIn = { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' };
  const preset = { postkeyPreset: 1, organisation, domains: ['harbour.example'], signIn, practice: true };
  writeFileSync(file, JSON.stringify(preset));
  person.own();
  const opened = await person.runToEnd(['xdg-open', file], { ...env, XDG_CURRENT_DESKTOP: 'GNOME' });
  expect(opened).toMatchObject({ code: 0 });
  const title = at.words.find('preset:title', { organisation });
  await expect(at.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  await at.button('preset:use').click();
  await untilState(at.page, 'the preset holds', (state) => state.preset?.organisation === organisation);
}

async function forget(person: OrdinaryPerson, env: SystemBrowser['env'], code: number): Promise<void> {
  const ended = await person.runToEnd(['/usr/bin/postkey', 'forget', '--all', '--yes'], env);
  expect(ended, ended.err).toMatchObject({ code });
}
