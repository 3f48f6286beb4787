// The one window over Postkey's life: opened, closed while Postkey goes on, and opened anew. Must not decide whether Postkey goes on.
import type { BrowserWindow } from 'electron';
import { bringToFront, openWindow, type WindowParts } from './open-window.ts';

export interface TheWindow {
  /** Null while there is none. */
  current(): BrowserWindow | null;
  /** Before everything else, opened anew if it was closed. */
  show(): void;
}

/** `place`: where it was left; asked each time. */
export function theWindow(
  parts: Omit<WindowParts, 'place'> & {
    readonly place: () => WindowParts['place'];
    readonly opened: () => void;
    readonly closed: () => void;
  },
): TheWindow {
  let window: BrowserWindow | null = null;
  return {
    current: () => window,
    show: () => {
      if (window) {
        bringToFront(window);
        return;
      }
      const opened = openWindow({ ...parts, place: parts.place() });
      window = opened;
      opened.on('closed', () => {
        window = null;
        parts.closed();
      });
      parts.opened();
    },
  };
}
