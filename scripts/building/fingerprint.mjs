// A hash over the content of everything a build depends on. Tests are left out: changing one makes nothing stale.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listFiles } from '../set-up/list-files.mjs';
import { root } from '../set-up/places.mjs';

/** @param {readonly string[]} sources @returns {string} */
export function fingerprint(sources) {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => listFiles(join(root, source)));
  for (const path of files.filter((path) => !/\.test(-part)?\.tsx?$/.test(path))) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}
