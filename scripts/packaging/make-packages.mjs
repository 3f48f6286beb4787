// Makes packages of what was built: stages, writes the bill of materials, runs electron-builder, adds checksums. Builds no bundle.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isLinux, outFolder, root } from '../set-up/places.mjs';
import { signChecksums, writeChecksums } from './checksums.mjs';
import { runBuilder } from './run-builder.mjs';
import { packSourceMaps, readOwnPackage, stageApp } from './stage-app.mjs';
import { writeSupplyChain } from './supply-chain.mjs';

/** As packaging/every-build.yml names them. */
const staging = join(outFolder, 'package', 'app');
const legal = join(outFolder, 'package', 'legal');

/** A folder that somebody named by mistake holds what is theirs. @param {string} out */
function emptyOut(out) {
  const names = existsSync(out) ? readdirSync(out) : [];
  const isOurs = out.startsWith(outFolder + sep) || out === join(root, 'release') || names.includes('SHA256SUMS');
  if (names.length > 0 && !isOurs) throw new Error(`${out} holds other files. Name a folder that is empty or new.`);
  rmSync(out, { recursive: true, force: true });
}

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {import('./run-builder.mjs').BuildWish} wish `out` is made anew
 * @returns {Promise<readonly string[]>} the names of what was made
 */
export async function makePackages(prepared, wish) {
  const { electron, env } = prepared;
  const { isRelease, out } = wish;
  const own = readOwnPackage().version;
  // Sorts before the release of that number everywhere, so that a release replaces it.
  const version = isRelease ? own : `${own}-trial.${electron.version}`;
  emptyOut(out);
  mkdirSync(out, { recursive: true });
  stageApp(staging, version, env);
  await writeSupplyChain(prepared, legal, version);
  await runBuilder(prepared, wish);
  for (const name of ['licences.txt', 'bill-of-materials.cdx.json']) {
    copyFileSync(join(legal, name), join(out, `postkey-${version}-${name}`));
  }
  await packSourceMaps(join(out, `postkey-${version}-source-maps.tar.gz`));
  const names = await writeChecksums(out);
  if (isRelease && isLinux && env.POSTKEY_GPG_KEY) await signChecksums(out, env.POSTKEY_GPG_KEY);
  return names;
}
