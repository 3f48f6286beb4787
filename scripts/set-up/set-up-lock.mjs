// Lets one set-up at a time work in a cache folder. A lock whose holder is gone is taken over.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './places.mjs';
import { say } from './show-progress.mjs';

const lockFolder = join(cacheFolder, '.lock');
const holderPath = join(lockFolder, 'holder');

function tryToTake() {
  mkdirSync(cacheFolder, { recursive: true });
  try {
    mkdirSync(lockFolder);
  } catch {
    return false;
  }
  writeFileSync(holderPath, String(process.pid));
  return true;
}

/** @returns {boolean} whether whoever took the lock is still at work */
function isHeld() {
  try {
    const pid = Number(readFileSync(holderPath, 'utf8'));
    if (!pid) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'EPERM') return true;
    // Between making the folder and writing the holder lies a moment.
    if (code === 'ENOENT') return Date.now() - (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000;
    return false;
  }
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetUpLock(work) {
  let hasSaid = false;
  while (!tryToTake()) {
    if (!isHeld()) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!hasSaid) say('Another set-up is at work here; waiting for it.');
    hasSaid = true;
    await wait(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}
