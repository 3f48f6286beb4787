// The hashes of what was made, in the form that `sha256sum --check` reads, and for a release on Linux their signature.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from '../set-up/fetch-package.mjs';
import { runCommand } from '../set-up/run-command.mjs';

const listName = 'SHA256SUMS';

/** electron-builder's notes to itself. @param {string} name */
const isNote = (name) => /^builder-.*\.ya?ml$/u.test(name);

/** @param {string} folder @returns {Promise<readonly string[]>} the names of what was made */
export async function writeChecksums(folder) {
  for (const name of readdirSync(folder).filter(isNote)) rmSync(join(folder, name));
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(listName))
    .map((entry) => entry.name)
    .sort();
  const lines = [];
  for (const name of names) lines.push(`${await hashFile(join(folder, name), 'sha256', 'hex')}  ${name}\n`);
  writeFileSync(join(folder, listName), lines.join(''));
  return names;
}

/** @param {string} folder @param {string} key as gpg finds it */
export async function signChecksums(folder, key) {
  const { code, output } = await runCommand('gpg', [
    ...['--batch', '--yes', '--armor', '--detach-sign', '--local-user', key],
    join(folder, listName),
  ]);
  if (code !== 0) throw new Error(`gpg did not sign ${listName}.\n${output.trim()}`);
}
