// Puts together what goes into the app's archive: the three bundles and a package.json that names no library. Source maps stay
// outside; they lie beside the installers instead.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parts } from '../building/parts.mjs';
import { listFiles } from '../set-up/list-files.mjs';
import { outFolder, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';

/** Addresses that lead nowhere (RFC 2606), where nobody publishes this build. */
const nobody = { page: 'https://postkey.invalid/', address: 'maintainers@postkey.invalid' };

/** @param {string} path */
const isShipped = (path) => !/\.map$|[\\/](licences\.json|\.fingerprint)$/u.test(path);

const bundledFiles = () => parts.flatMap(({ name }) => listFiles(join(outFolder, name)));

export const readOwnPackage = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * @param {string} folder is made anew
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 */
export function stageApp(folder, version, env) {
  rmSync(folder, { recursive: true, force: true });
  for (const from of bundledFiles().filter(isShipped)) {
    const to = join(folder, relative(root, from));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  const { name, productName, description, license, author, main, desktopName } = readOwnPackage();
  const { POSTKEY_UPDATE_FEED: feed, POSTKEY_UPDATE_KEY: key } = env;
  const staged = {
    name,
    productName,
    version,
    description,
    license,
    author: { name: author, email: env.POSTKEY_MAINTAINER_ADDRESS || nobody.address },
    homepage: env.POSTKEY_HOMEPAGE || nobody.page,
    main,
    desktopName,
    // Where a newer one is looked for, and whose signature counts; without both, nowhere.
    ...(feed && key ? { postkeyUpdates: { feed, key } } : {}),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(staged, null, 2)}\n`);
}

/** For whoever has to read a stack of a released Postkey. @param {string} archive a tar.gz */
export async function packSourceMaps(archive) {
  const maps = bundledFiles()
    .filter((path) => path.endsWith('.map'))
    .map((path) => relative(root, path));
  const { code, output } = await runCommand('tar', ['-czf', archive, '-C', root, ...maps]);
  if (code !== 0) throw new Error(`The source maps could not be packed.\n${output.trim()}`);
}
