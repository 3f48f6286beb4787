// A hash over the content of everything a build depends on. Tests are left out: changing one makes nothing stale.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../set-up/places.mjs';

/** @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)));
}

/** @param {readonly string[]} sources @returns {string} */
export function fingerprint(sources) {
  const hash = createHash('sha256');
  const files = sources
    .flatMap((source) => listFiles(join(root, source)))
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
  for (const path of files) hash.update(`${relative(root, path)}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
