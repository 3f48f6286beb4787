// Makes packages of what was built: stages, writes the bill of materials, runs electron-builder, adds checksums. Builds no bundle.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLinux, outFolder } from '../set-up/places.mjs';
import { signChecksums, writeChecksums } from './checksums.mjs';
import { runBuilder } from './run-builder.mjs';
import { packSourceMaps, readOwnPackage, stageApp } from './stage-app.mjs';
import { writeSupplyChain } from './supply-chain.mjs';

/** As packaging/every-build.yml names them. */
const staging = join(outFolder, 'package', 'app');
const legal = join(outFolder, 'package', 'legal');

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
  rmSync(out, { recursive: true, force: true });
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
