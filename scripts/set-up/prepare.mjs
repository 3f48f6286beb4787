// Set-up as a whole: what is missing is fetched, what is there is left alone. Every command calls this first.
import { fetchElectron, findElectron } from './electron-runtime.mjs';
import { hasNodeModules, installNodeModules } from './node-modules.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { findMissingPackages, provideSystemPackages } from './system-packages.mjs';
import { fetchToolsNode, findToolsNode, withNodeFirst } from './tools-node.mjs';

/**
 * @typedef {object} Prepared
 * @property {string} node runs the tools
 * @property {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @property {NodeJS.ProcessEnv} env for everything that is started from here on
 */

/** @returns {Promise<{ node: string, electron: import('./electron-runtime.mjs').ElectronRuntime }>} */
async function provideTools() {
  const node = findToolsNode() ?? (await fetchToolsNode());
  if (!hasNodeModules()) await installNodeModules(node);
  return { node, electron: findElectron() ?? (await fetchElectron(node)) };
}

function findTools() {
  const node = findToolsNode();
  const electron = node && hasNodeModules() ? findElectron() : undefined;
  return node && electron ? { node, electron } : undefined;
}

/**
 * @param {import('./system-packages.mjs').Purpose} purpose
 * @returns {Promise<Prepared>}
 */
export async function prepare(purpose) {
  const missing = await findMissingPackages(purpose);
  let tools = findTools();
  if (!tools || missing.length > 0) {
    // Both parts end before the lock is given back, even when one fails.
    const [provided, packages] = await withSetUpLock(() =>
      Promise.allSettled([provideTools(), missing.length > 0 ? provideSystemPackages(purpose, missing) : undefined]),
    );
    if (provided.status === 'rejected') throw provided.reason;
    if (packages.status === 'rejected') throw packages.reason;
    tools = provided.value;
  }
  const { node, electron } = tools;
  const env = {
    ...withNodeFirst(node),
    POSTKEY_NODE: node,
    POSTKEY_ELECTRON: electron.executable,
    POSTKEY_ELECTRON_KIND: electron.kind,
    POSTKEY_ELECTRON_VERSION: electron.version,
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
  };
  // Set by some editors' terminals; it would make Electron behave as plain Node.
  delete (/** @type {NodeJS.ProcessEnv} */ (env).ELECTRON_RUN_AS_NODE);
  return { node, electron, env };
}
