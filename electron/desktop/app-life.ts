// The moments of a program's life as Electron tells them, under plain names. Decides nothing.
import { app } from 'electron';

export interface AppMoments {
  /** The last window was closed by the person, not by an end of the program. */
  readonly windowClosed: () => void;
  /** macOS: a click on the program in the Dock. */
  readonly called: () => void;
  /** It ends now; windows are closed next. */
  readonly ending: () => void;
}

export function followApp({ windowClosed, called, ending }: AppMoments): void {
  app.on('window-all-closed', windowClosed);
  app.on('activate', called);
  app.on('before-quit', ending);
}

export const quitApp = (): void => app.quit();
