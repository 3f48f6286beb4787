// Lists the files under a folder, sorted. Answers nothing for a folder that is not there.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} path a file, or a folder to go through @returns {string[]} */
export function listFiles(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
