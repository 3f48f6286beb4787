// macOS hands over files and links by events instead of words of a start; here they become starts like any other. And where Postkey is
// installed, it tells the system that `postkey:` links are its own.
import { app } from 'electron';
import type { OneStart } from './single-instance.ts';

/** Must be called before the app is ready: what opened Postkey comes at once. */
export function hearOpenings(heard: (start: OneStart) => void): void {
  const hear = (word: string): void => heard({ words: [word], folder: app.getPath('home') });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    hear(path);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    hear(url);
  });
}

/** On Linux the menu entry says it. A portable program is in some folder today and gone tomorrow: it claims nothing. */
export function claimLinks(): void {
  const isInstalled = app.isPackaged && process.env['PORTABLE_EXECUTABLE_DIR'] === undefined;
  if (isInstalled && process.platform !== 'linux') app.setAsDefaultProtocolClient('postkey');
}

/** Windows alone keeps the claim when the program is gone. */
export function dropLinks(): void {
  if (process.platform === 'win32' && app.isPackaged) app.removeAsDefaultProtocolClient('postkey');
}
