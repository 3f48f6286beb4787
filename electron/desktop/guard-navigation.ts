// Keeps every page where it is: no navigation, no new window, no embedded page, no download, no permission, whatever the page asks.
import { app, session } from 'electron';

/** Holds for every window there will be. `origin`: our own page may load itself again. */
export function guardNavigation(origin: string): void {
  const stayHome = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault();
  };
  // Each session would fetch a dictionary from Google's servers, also where no page checks spelling.
  app.on('session-created', (made) => {
    made.setSpellCheckerEnabled(false);
    made.setSpellCheckerLanguages([]);
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', stayHome);
    contents.on('will-frame-navigate', stayHome);
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    if (app.isPackaged) contents.on('devtools-opened', () => contents.closeDevTools());
  });
}

/** Called once Electron is ready. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
}
