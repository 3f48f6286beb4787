// Debian and Ubuntu packages that Postkey's window and tests need. Installs them when it may, else names the one command.
import { existsSync } from 'node:fs';
import { isLinux, isRoot } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { say, withProgress } from './show-progress.mjs';

/** Alternatives are the names in different releases, the newest last. */
const forWindow = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libsecret-1-0'],
  ['libnotify4'],
  ['xdg-utils'],
];
const forTests = [
  ...forWindow,
  ['xvfb'],
  ['xauth'],
  ['dbus'],
  ['dbus-x11'],
  ['gnome-keyring'],
  ['chromium'],
  ['dovecot-imapd'],
  ['dovecot-pop3d'],
  ['dovecot-submissiond'],
  ['shellcheck'],
  // For Apple's profiles: held against their document type, and read back.
  ['libxml2-utils'],
  ['libplist-utils'],
  ['fonts-liberation'],
  ['fonts-noto-core'],
  ['fonts-noto-cjk'],
  // Mail programs that get in, and what their ways need: a keyring's command, XOAUTH2 for mbsync.
  ['curl'],
  ['neomutt'],
  ['isync'],
  ['msmtp'],
  ['getmail6'],
  ['fetchmail'],
  ['mpop'],
  ['swaks'],
  ['aerc'],
  ['libsecret-tools'],
  ['libsasl2-modules-kdexoauth2'],
  // For the package: made, looked into, installed.
  ['7zip', 'p7zip-full'],
  ['appstream'],
  ['desktop-file-utils'],
  ['shared-mime-info'],
  ['libglib2.0-bin'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
];

/** @typedef {'window' | 'tests'} Purpose */

/**
 * @param {Purpose} purpose
 * @returns {Promise<string[][]>} what is missing; empty also where there is no dpkg to ask
 */
export async function findMissingPackages(purpose) {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) return [];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
  const { code, output } = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n']);
  if (code !== 0) return [];
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return (purpose === 'window' ? forWindow : forTests).filter((names) => !names.some((name) => installed.has(name)));
}

/** @param {readonly string[]} args @param {(text: string) => void} [extraOutput] */
const runApt = (args, extraOutput) =>
  runCommand(
    'apt-get',
    [
      '-o',
      'DPkg::Lock::Timeout=300',
      '-o',
      'Acquire::Retries=3',
      ...(extraOutput ? ['-o', 'APT::Status-Fd=3'] : []),
      ...args,
    ],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...(extraOutput ? { extraOutput } : {}),
    },
  );

/** @param {readonly string[][]} missing @returns {Promise<string[]>} for each, the name this release knows */
async function nameForThisRelease(missing) {
  const { output } = await runCommand('apt-cache', ['show', '--no-all-versions', ...missing.flat()]);
  const known = new Set([...output.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
  return missing.flatMap((names) => names.filter((name) => known.has(name)).slice(-1));
}

/** @param {string[][]} missing */
async function installPackages(missing) {
  let percent = '';
  const listen = (/** @type {string} */ text) => {
    const last = text.trim().split('\n').at(-1)?.split(':') ?? [];
    if (last[0] === 'dlstatus' || last[0] === 'pmstatus') {
      percent = `${last[0] === 'dlstatus' ? 'downloading' : 'installing'} ${Math.floor(Number(last[2]))} %`;
    }
  };
  await withProgress(
    `Installing ${missing.length} system packages`,
    () => percent || 'asking for the list',
    async () => {
      // Heals an install that was cut short; does nothing otherwise.
      await runCommand('dpkg', ['--configure', '-a'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
      await runApt(['update', '-q']);
      const names = await nameForThisRelease(missing);
      const { code, output } = await runApt(['install', '-y', '-q', '--no-install-recommends', ...names], listen);
      if (code !== 0)
        throw new Error(
          `The system packages could not be installed.\n${output.trim().split('\n').slice(-8).join('\n')}`,
        );
    },
  );
}

/**
 * Installs what is missing, or says how. Goes on either way: whatever needs a package then says so itself.
 * @param {Purpose} purpose
 * @param {string[][]} missing
 */
export async function provideSystemPackages(purpose, missing) {
  if (!isRoot) {
    const names = missing.map((alternatives) => alternatives[0]).join(' ');
    say(
      `Some system packages are missing. This installs them:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
    return;
  }
  await installPackages(missing);
  const still = await findMissingPackages(purpose);
  if (still.length > 0) say(`Not to be had on this system: ${still.map((names) => names[0]).join(', ')}`);
}
