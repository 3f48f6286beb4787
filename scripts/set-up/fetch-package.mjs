// Fetches one pinned npm package through the npm client, checks its hash and unpacks it under its final name in one move,
// so that an interrupted fetch leaves nothing that could be taken for a whole one.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmOnThisComputer } from './npm-on-this-computer.mjs';
import { cacheFolder } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { describeBytes, withProgress } from './show-progress.mjs';

/** @typedef {{ name: string, version: string, integrity: string, bytes: number }} PinnedPackage */

/**
 * @param {string} path
 * @param {'sha256' | 'sha512'} kind
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 */
export async function hashFile(path, kind, encoding) {
  const hash = createHash(kind);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

/** npm streams into this folder before the file arrives: its growth is the progress. */
function watchNpmArrivals() {
  const npmCache =
    process.env.npm_config_cache ??
    (process.platform === 'win32' ? join(process.env.LOCALAPPDATA ?? homedir(), 'npm-cache') : join(homedir(), '.npm'));
  const arrivals = join(npmCache, '_cacache', 'tmp');
  const list = () => (existsSync(arrivals) ? readdirSync(arrivals) : []);
  const earlier = new Set(list());
  return () => {
    const sizes = list()
      .filter((name) => !earlier.has(name))
      .map((name) => statSync(join(arrivals, name), { throwIfNoEntry: false })?.size ?? 0);
    return Math.max(0, ...sizes);
  };
}

/**
 * @param {PinnedPackage} pinned
 * @param {string} workFolder must exist; the caller deletes it
 * @returns {Promise<string>} the checked package file
 */
export async function fetchPackageFile(pinned, workFolder) {
  const arrived = watchNpmArrivals();
  const npm = npmOnThisComputer();
  const { code, output } = await withProgress(
    `Fetching ${pinned.name} ${pinned.version}`,
    () => describeBytes(arrived(), pinned.bytes),
    () =>
      runCommand(
        npm.command,
        [...npm.args, 'pack', `${pinned.name}@${pinned.version}`, '--ignore-scripts', '--loglevel=error'],
        {
          cwd: workFolder,
        },
      ),
  );
  const file = readdirSync(workFolder).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) throw new Error(`${pinned.name} ${pinned.version} could not be fetched.\n${output.trim()}`);
  const path = join(workFolder, file);
  const hash = `sha512-${await hashFile(path, 'sha512', 'base64')}`;
  if (hash !== pinned.integrity)
    throw new Error(`${pinned.name} ${pinned.version} is not the file that is expected: its hash is ${hash}.`);
  return path;
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {readonly string[]} [members]
 */
export async function unpack(archive, folder, members = []) {
  mkdirSync(folder, { recursive: true });
  const { code, output } = await runCommand('tar', ['-xzf', archive, '-C', folder, ...members]);
  if (code !== 0)
    throw new Error(`${archive} could not be unpacked.\n${output.trim().split('\n').slice(-5).join('\n')}`);
}

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work in a fresh folder inside the cache, deleted afterwards
 */
export async function inWorkFolder(work) {
  const folder = join(cacheFolder, 'unfinished');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {PinnedPackage} pinned
 * @param {string} folder where the package's files shall lie
 */
export async function fetchPackage(pinned, folder) {
  await inWorkFolder(async (workFolder) => {
    await unpack(await fetchPackageFile(pinned, workFolder), workFolder);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(workFolder, 'package'), folder);
  });
}
