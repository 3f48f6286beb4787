// Postkey's life on the desktop beside its window, as the thinking sees it. Joins only.
import { app } from 'electron';
import type { Background } from '../setup/postkey-parts.ts';

export function desktopBackground(): Background {
  return {
    startsAtLogin: () => false,
    canStartAtLogin: () => false,
    startAtLogin: async () => false,
    hasTray: () => false,
    // The answer to the request leaves first.
    quit: () => void setImmediate(() => app.quit()),
  };
}
