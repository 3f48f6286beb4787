// Where things lie in this checkout, and how this computer is called. Plain facts; makes nothing.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What was fetched, git-ignored. POSTKEY_CACHE lets several clones share one. */
export const cacheFolder = process.env.POSTKEY_CACHE ? resolve(process.env.POSTKEY_CACHE) : join(root, '.cache');

export const modulesFolder = join(root, 'node_modules');
export const outFolder = join(root, 'out');
export const platform = `${process.platform}-${process.arch}`;
export const isLinux = process.platform === 'linux';
export const isWindows = process.platform === 'win32';
export const isRoot = process.getuid?.() === 0;
export const hasDisplay = !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
