// Where the door of a profile is: a socket file in the profile's own folder, or on Windows a pipe named after it. Makes the folder,
// for its owner alone; refuses one that is somebody else's.
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface DoorPlace {
  readonly path: string;
  /** Null: a pipe, which has none. */
  readonly folder: string | null;
}

/** What fits into `sun_path` without its ending zero (Linux 108, the BSDs and macOS 104). */
const mostBytes = (platform: NodeJS.Platform): number => (platform === 'linux' ? 107 : 103);

/** As long as the longest name of a socket file here, `0a1b2c3d.new`. */
const socketName = 'postkey.sock';

/**
 * `profile`: the folder of the settings. The same for window and command whatever their environment, so that they find each other:
 * where the profile's own path is too long, a folder of the user's below `/tmp`, which is there on every system with such sockets.
 */
export function doorPlace(profile: string, platform: NodeJS.Platform = process.platform): DoorPlace {
  const whole = resolve(profile);
  const id = createHash('sha256')
    .update(platform === 'win32' ? whole.toLowerCase() : whole)
    .digest('hex')
    .slice(0, 20);
  if (platform === 'win32') return { path: `\\\\.\\pipe\\postkey-${id}`, folder: null };
  const own = join(whole, 'door');
  const fits = Buffer.byteLength(join(own, socketName)) <= mostBytes(platform);
  const folder = fits ? own : join('/tmp', `postkey-${process.getuid?.() ?? 0}-${id}`);
  return { path: join(folder, socketName), folder };
}

/** Nobody else can have put a door there: below `/tmp` anybody can make one for others to ask at. */
export function isOwnDoorFolder(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return (process.getuid === undefined || found.uid === process.getuid()) && (found.mode & 0o022) === 0;
}

/** Throws when the folder cannot be made, or is not this user's own: below `/tmp` anybody can make one first. */
export function makeDoorFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const isOwn = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
  if (!isOwn) throw new Error('The folder of the door is not this user’s own');
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
}
