// What Postkey adds to Electron's runtime, compressed as Debian packages are: the bundles, the launcher, icons, licences and what the
// menu needs. Source maps are not shipped. Deterministic, so measured once.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figure } from './measure-in-turn.ts';

const root = resolve(import.meta.dirname, '..', '..');
const mostMegabytes = 5;

/** As they lie in the checkout; licences are gathered from the bundles' own lists, which stand in for the text that is shipped. */
const shipped = [
  'out/main',
  'out/preload',
  'out/renderer',
  'launcher',
  'packaging/linux',
  'packaging/icons/app',
  'packaging/icons/preset',
];

const isShipped = (path: string): boolean => !path.endsWith('.map') && !path.endsWith('.fingerprint');

function sizeOf(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)));
  return paths.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

/** `folder` is written to. Against five megabytes. */
export function measureAddedSize({
  folder,
  tell,
}: {
  readonly folder: string;
  readonly tell: (line: string) => void;
}): Figure {
  tell('What Postkey adds to the runtime');
  const added = join(folder, 'added');
  mkdirSync(added);
  for (const path of shipped) cpSync(join(root, path), join(added, path), { recursive: true, filter: isShipped });
  const archive = join(folder, 'added.tar.xz');
  // dpkg-deb's level; one thread, because several compress a little worse.
  execFileSync('tar', ['--use-compress-program=xz -6 -T1', '-cf', archive, '-C', folder, 'added']);
  const megabytes = statSync(archive).size / 1e6;
  tell(`  ${megabytes.toFixed(2)} MB, of ${(sizeOf(added) / 1e6).toFixed(1)} MB unpacked`);
  return {
    name: 'added to the runtime, compressed (xz)',
    value: Number(megabytes.toFixed(2)),
    unit: 'MB',
    against: mostMegabytes,
    ratio: Number((megabytes / mostMegabytes).toFixed(3)),
    goal: 1,
    runs: 1,
  };
}
