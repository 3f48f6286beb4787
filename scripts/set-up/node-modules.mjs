// Installs node_modules exactly as the lock file says, and notices when that was left half done.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder, platform, root } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { withProgress } from './show-progress.mjs';
import { findOrFetchNpm, withNodeFirst } from './tools-node.mjs';

/** Written last: without it, an install did not end. */
const stampPath = join(modulesFolder, '.postkey-stamp');

function wantedStamp() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${platform}\n`;
}

/** Whether an install ended, and every package it brought is still there. */
function isWhole() {
  const listPath = join(modulesFolder, '.package-lock.json');
  if (!existsSync(stampPath) || !existsSync(listPath)) return false;
  const { packages } = JSON.parse(readFileSync(listPath, 'utf8'));
  return Object.keys(packages).every((folder) => existsSync(join(root, folder, 'package.json')));
}

export const hasNodeModules = () => isWhole() && readFileSync(stampPath, 'utf8') === wantedStamp();

/** @returns {() => string} how many packages have arrived */
function countArrivals() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const mayBeLeftOut = (/** @type {{ os?: string[], cpu?: string[], optional?: boolean }} */ entry) =>
    Boolean(entry.os ?? entry.cpu ?? entry.optional);
  const folders = Object.keys(packages).filter((folder) => folder !== '' && !mayBeLeftOut(packages[folder]));
  return () => {
    const arrived = folders.filter((folder) => existsSync(join(root, folder, 'package.json'))).length;
    return `${arrived} of ${folders.length} packages, ${Math.min(99, Math.floor((arrived / folders.length) * 100))} %`;
  };
}

/** @param {string} node @param {readonly string[]} command */
async function runNpm(node, command) {
  const npm = await findOrFetchNpm();
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await withProgress('Installing libraries', countArrivals(), () =>
    runCommand(node, [...npm, ...command, ...options], { cwd: root, env: withNodeFirst(node) }),
  );
  return { isGood: code === 0, output };
}

/** @param {string} node */
export async function installNodeModules(node) {
  const wasWhole = isWhole();
  rmSync(stampPath, { force: true });
  // A whole folder that another lock file filled needs only the difference, and keeps working meanwhile.
  const isEnough = wasWhole && (await runNpm(node, ['install', '--no-save'])).isGood;
  if (!isEnough) {
    const { isGood, output } = await runNpm(node, ['ci']);
    if (!isGood) throw new Error(`The libraries could not be installed.\n${output.trim()}`);
  }
  writeFileSync(stampPath, wantedStamp());
}
