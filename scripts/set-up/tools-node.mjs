// Finds or fetches the Node (and npm) that runs the build and test tools. Must not touch the computer's own.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fetchPackage } from './fetch-package.mjs';
import { npmOnThisComputer } from './npm-on-this-computer.mjs';
import { nodePackages, npmPackage } from './pinned-downloads.mjs';
import { cacheFolder, isWindows, platform } from './places.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** What every tool accepts (jsdom is the strictest). */
const isGoodNode = major >= 26 || (major === 24 && minor >= 15) || (major === 22 && minor >= 22);
/** What the build accepts; enough where no newer one can be fetched for this kind of computer. */
const isBearableNode = major > 22 || (major === 22 && minor >= 12);

const nodePackage = /** @type {Record<string, typeof npmPackage>} */ (nodePackages)[platform];
const nodeFolder = nodePackage && join(cacheFolder, `${nodePackage.name}-${nodePackage.version}`);
const npmFolder = join(cacheFolder, `npm-${npmPackage.version}`);

/** @returns {string | undefined} the Node to use, or undefined when it must be fetched first */
export function findToolsNode() {
  if (isGoodNode) return process.execPath;
  if (!nodeFolder) {
    if (isBearableNode) return process.execPath;
    throw new Error(
      `Postkey's tools need Node 24. This computer has ${process.versions.node}, and there is none to fetch for ${platform}.`,
    );
  }
  const node = join(nodeFolder, 'bin', isWindows ? 'node.exe' : 'node');
  return existsSync(node) ? node : undefined;
}

/** @returns {Promise<string>} */
export async function fetchToolsNode() {
  if (!nodePackage || !nodeFolder) throw new Error(`There is no Node to fetch for ${platform}.`);
  await fetchPackage(nodePackage, nodeFolder);
  const node = findToolsNode();
  if (!node) throw new Error(`${nodePackage.name} holds no Node.`);
  return node;
}

/** Called only when something is to be installed. */
export async function findOrFetchNpm() {
  const npm = npmOnThisComputer();
  if (npm.major >= 11) return npm.args;
  if (!existsSync(npmFolder)) await fetchPackage(npmPackage, npmFolder);
  return [join(npmFolder, 'bin', 'npm-cli.js')];
}

/**
 * @param {string} node
 * @returns {NodeJS.ProcessEnv} an environment in which `node` comes first
 */
export function withNodeFirst(node) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [pathName]: `${dirname(node)}${delimiter}${process.env[pathName] ?? ''}` };
}
