// Lets the electron package download its own runtime, once, and gives up soon where nothing arrives.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { describeBytes, withProgress } from './show-progress.mjs';
import { withNodeFirst } from './tools-node.mjs';

/** Long enough for a slow proxy to answer, short enough to wait for on a computer that is shut off. */
const silenceMs = 20_000;

/** @param {string} folder @returns {number} */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}

/**
 * @param {string} node
 * @param {string} packageFolder the electron package's
 * @returns {Promise<string>} why there is no runtime now, in a few words; empty when there is one
 */
export async function downloadElectron(node, packageFolder) {
  const arrivals = join(cacheFolder, 'electron-arrivals');
  rmSync(arrivals, { recursive: true, force: true });
  mkdirSync(arrivals, { recursive: true });
  const giveUp = new AbortController();
  let size = 0;
  let grewAt = Date.now();
  const watch = setInterval(() => {
    const now = sizeOf(arrivals) + sizeOf(join(packageFolder, 'dist'));
    if (now !== size) grewAt = Date.now();
    size = now;
    if (Date.now() - grewAt > silenceMs) giveUp.abort();
  }, 1000);
  try {
    await withProgress(
      'Downloading Electron',
      () => describeBytes(size),
      async () => {
        const { code, output } = await runCommand(node, [join(packageFolder, 'install.js')], {
          env: { ...withNodeFirst(node), TMPDIR: arrivals, TEMP: arrivals, TMP: arrivals },
          signal: giveUp.signal,
        });
        if (giveUp.signal.aborted) throw new Error('nothing arrived');
        if (code !== 0) throw new Error(output.trim().split('\n')[0]?.slice(0, 200) || 'no reason given');
      },
    );
    return '';
  } catch (error) {
    return /** @type {Error} */ (error).message;
  } finally {
    clearInterval(watch);
    rmSync(arrivals, { recursive: true, force: true });
  }
}
