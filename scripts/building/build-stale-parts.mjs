// Builds those of the three bundles whose sources changed, side by side. A build that fails or is cut short leaves the
// earlier bundle in place and is tried again next time.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder, outFolder, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';
import { withSetUpLock } from '../set-up/set-up-lock.mjs';
import { say } from '../set-up/show-progress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { parts } from './parts.mjs';

/** @typedef {import('./parts.mjs').Part} Part */

const stampName = '.fingerprint';

/** @param {Part} part */
const wantedFingerprint = (part) => fingerprint([...part.sources, part.config, 'package-lock.json']);

/** @param {Part} part @returns {boolean} */
function isStale(part) {
  const folder = join(outFolder, part.name);
  try {
    return (
      !existsSync(join(folder, part.result)) ||
      readFileSync(join(folder, stampName), 'utf8') !== wantedFingerprint(part)
    );
  } catch {
    return true;
  }
}

/** @param {string} from @param {string} to */
function swapIn(from, to) {
  const old = `${to}.old-${process.pid}`;
  if (existsSync(to)) renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}

/**
 * @param {Part} part
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @returns {Promise<boolean>}
 */
async function buildPart(part, { node, env }) {
  const startedAt = Date.now();
  const folder = join(outFolder, `${part.name}.new-${process.pid}`);
  // Taken before the build: what changes meanwhile makes this build stale at once.
  const stamp = wantedFingerprint(part);
  const vite = join(modulesFolder, 'vite', 'bin', 'vite.js');
  try {
    const { code, output } = await runCommand(node, [vite, 'build', '--config', part.config, '--logLevel', 'warn'], {
      cwd: root,
      env: {
        ...env,
        POSTKEY_BUILD_FOLDER: folder,
        NODE_ENV: 'production',
        ...(process.stderr.isTTY ? {} : { NO_COLOR: '1' }),
      },
    });
    if (code !== 0 || !existsSync(join(folder, part.result))) {
      say(`Building ${part.name} failed.\n${output.trim()}`);
      return false;
    }
    if (output.trim()) say(output.trim());
    writeFileSync(join(folder, stampName), stamp);
    swapIn(folder, join(outFolder, part.name));
    say(`Built ${part.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @returns {Promise<boolean>} whether every bundle is now there and fresh
 */
export async function buildStaleParts(prepared) {
  if (!parts.some(isStale)) return true;
  return withSetUpLock(async () => {
    mkdirSync(outFolder, { recursive: true });
    const results = await Promise.all(parts.filter(isStale).map((part) => buildPart(part, prepared)));
    return results.every(Boolean);
  });
}
