// Runs electron-builder with the configuration that fits: a release's, or a trial's on whatever Electron is here. Decides nothing
// about what goes into the package.
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { isLinux, modulesFolder, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';
import { environmentArguments } from './signing-material.mjs';

/** @param {readonly string[]} names @returns {string | undefined} the first that is on the path */
function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * The runtime without what makes it open other folders: electron-builder takes the folder as it is.
 * @param {string} from
 * @param {string} to
 */
function copyRuntime(from, to) {
  rmSync(to, { recursive: true, force: true });
  const notWanted = [join('resources', 'app'), join('resources', 'default_app.asar')].map((path) => join(from, path));
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !notWanted.some((folder) => path === folder || path.startsWith(folder + sep)),
  });
}

/** Where electron-builder would download its helpers, Debian's own stand in for them. */
function helpersHere() {
  const fpm = join(root, 'scripts', 'packaging', 'fpm-by-dpkg.mjs');
  chmodSync(fpm, 0o755);
  // Debian's 7zip calls it so; the older p7zip has 7za.
  const sevenZip = findProgram(['7zz', '7za']);
  return { CUSTOM_FPM_PATH: fpm, ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}) };
}

const systems = /** @type {Record<string, string>} */ ({ linux: '--linux', win32: '--win', darwin: '--mac' });

/**
 * @typedef {object} BuildWish
 * @property {boolean} isRelease
 * @property {readonly string[]} targets empty: those of the configuration
 * @property {boolean} isQuick weak compression, for tests
 * @property {string} out
 */

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {BuildWish} wish
 */
export async function runBuilder({ node, env, electron }, { isRelease, targets, isQuick, out }) {
  const runtime = join(out, 'electron');
  const isStandIn = electron.kind === 'stand-in';
  if (isStandIn) copyRuntime(electron.folder, runtime);
  const args = [
    join(modulesFolder, 'electron-builder', 'cli.js'),
    systems[process.platform] ?? '--linux',
    ...targets,
    ...['--config', isRelease ? 'electron-builder.yml' : join('packaging', 'trial.yml')],
    ...['--publish', 'never'],
    `-c.directories.output=${out}`,
    ...(isStandIn ? [`-c.electronDist=${runtime}`, `-c.electronVersion=${electron.version}`] : []),
    ...(isQuick ? ['-c.deb.compression=gz'] : []),
    ...(isRelease ? environmentArguments(env) : []),
  ];
  try {
    const { code, output } = await runCommand(node, args, {
      cwd: root,
      env: { ...env, ...(isLinux && isStandIn ? helpersHere() : {}) },
      show: true,
    });
    if (code !== 0) throw new Error(`electron-builder ended with ${code}.\n${output.trim()}`);
  } finally {
    rmSync(runtime, { recursive: true, force: true });
  }
}
