// The stage that makes a trial package, looks into it, installs it and uses it from where it was installed.
import { join } from 'node:path';
import { buildStaleParts } from '../building/build-stale-parts.mjs';
import { makePackages } from '../packaging/make-packages.mjs';
import { isLinux, outFolder } from '../set-up/places.mjs';
import { oneCheck } from './count.mjs';
import { runPlaywright } from './run-journeys.mjs';

const out = join(outFolder, 'package', 'made');

/** @type {import('./static-stages.mjs').Stage['run']} */
export async function runPackageTests(prepared, more) {
  if (!isLinux) {
    console.log('  Packages are tried out on Linux; here, npm run package makes them.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  if (!(await buildStaleParts(prepared))) return oneCheck(false);
  await makePackages(prepared, { isRelease: false, isQuick: true, out, targets: ['dir', 'deb'] });
  const env = { ...prepared.env, POSTKEY_PACKAGES: out };
  // Beside what the two other sessions of the journeys use.
  return runPlaywright({ ...prepared, env }, ['--project=package', ...more], 2);
}
