// The words that print a token on this computer, for the settings of mail programs. The path of a clone is that clone's.
import { app } from 'electron';
import { launcherPath } from './launcher-path.ts';

/** Absolute; the address comes last. */
export function tokenCommand(): readonly string[] {
  const path = launcherPath({
    platform: process.platform,
    program: app.getPath('exe'),
    // Both Electrons of a clone are installed nowhere; the stand-in takes itself for packaged, but its app stands in no archive.
    checkout: /\.asar$/u.test(app.getAppPath()) ? null : app.getAppPath(),
    appImage: process.env['APPIMAGE'],
  });
  return [path, 'token'];
}
