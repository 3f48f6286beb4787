// `npm run package [-- --release] [--quick] [--out DIR] [TARGET…]`: installers for this system, with checksums, a bill of materials and
// all licences. Without --release they are marked as a trial. A release that cannot be signed ends before anything is built.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStaleParts } from './building/build-stale-parts.mjs';
import { makePackages } from './packaging/make-packages.mjs';
import { missingForRelease } from './packaging/signing-material.mjs';
import { readOwnPackage } from './packaging/stage-app.mjs';
import { endWith } from './set-up/end-with.mjs';
import { isLinux, root } from './set-up/places.mjs';
import { prepare } from './set-up/prepare.mjs';
import { runCommand } from './set-up/run-command.mjs';
import { say } from './set-up/show-progress.mjs';

/** What can be made on Linux with Debian's tools alone. */
const trialTargets = ['dir', 'deb', 'tar.gz', 'zip'];

/** @param {readonly string[]} args */
function readWish(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { release: { type: 'boolean' }, quick: { type: 'boolean' }, out: { type: 'string' } },
  });
  const isRelease = values.release === true;
  const usual = isLinux && !isRelease ? trialTargets : [];
  return {
    isRelease,
    isQuick: values.quick === true,
    out: resolve(values.out ?? join(root, 'release')),
    targets: positionals.length > 0 ? positionals : usual,
  };
}

/** What was released has to be what was tagged. @returns {Promise<readonly string[]>} */
async function uncommitted() {
  const { code, output } = await runCommand('git', ['status', '--porcelain'], { cwd: root });
  const isClean = code === 0 && output.trim() === '';
  return isClean ? [] : ['a clean checkout: git status --porcelain has to say nothing'];
}

/** @param {readonly string[]} reasons */
function refuseRelease(reasons) {
  if (reasons.length === 0) return;
  const list = reasons.map((reason) => `  - ${reason}`).join('\n');
  throw new Error(
    `This cannot become a release. Nothing was built. What is missing:\n${list}\ndocs/releasing.md says how.`,
  );
}

await endWith(async () => {
  const { isRelease, isQuick, out, targets } = readWish(process.argv.slice(2));
  // Signing first: it is known without fetching anything.
  if (isRelease) refuseRelease([...missingForRelease(process.platform, process.env), ...(await uncommitted())]);
  const prepared = await prepare(isRelease ? 'window' : 'tests');
  const { electron } = prepared;
  const wanted = readOwnPackage().devDependencies.electron;
  if (isRelease && (electron.kind !== 'own' || electron.version !== wanted)) {
    refuseRelease([`Electron ${wanted}: only ${electron.version} is here (${electron.kind}), which is for tests`]);
  }
  if (!(await buildStaleParts(prepared))) return 1;
  const names = await makePackages(prepared, { isRelease, isQuick, out, targets });
  say(`Made in ${out}:\n${names.map((name) => `  ${name}`).join('\n')}`);
  if (!isRelease) say('This is a trial: nobody signed it. Do not hand it to anybody.');
  return 0;
});
