// Where the command `postkey` is on this computer, for the settings of mail programs that call one. Starts nothing.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface WhereWeAre {
  readonly platform: NodeJS.Platform;
  /** The program that runs. */
  readonly program: string;
  /** The checkout; null: installed. */
  readonly checkout: string | null;
  /** The AppImage, which is mounted elsewhere at each start; undefined: it is none. */
  readonly appImage: string | undefined;
}

/** Where a package links it, and where it stays when Postkey moves. */
const linkedAt = '/usr/bin/postkey';

function leadsTo(link: string, path: string): boolean {
  try {
    return realpathSync(link) === realpathSync(path);
  } catch {
    return false;
  }
}

/** Absolute. An AppImage has no launcher outside itself and is one itself. */
export function launcherPath({ platform, program, checkout, appImage }: WhereWeAre, linked = linkedAt): string {
  const name = platform === 'win32' ? 'postkey.cmd' : 'postkey';
  if (checkout !== null) return resolve(checkout, 'launcher', name);
  if (appImage !== undefined && platform === 'linux') return appImage;
  const folder = dirname(resolve(program));
  const beside = platform === 'darwin' ? join(folder, '..', 'Resources', name) : join(folder, name);
  return existsSync(linked) && leadsTo(linked, beside) ? linked : beside;
}
