// The settings with their voice: what the disk refuses goes into the log, and is said in the window until the disk takes it again.
import type { Log } from './log.ts';
import type { Remembered } from './make-remembered.ts';
import { openRemembered } from './remembered.ts';
import { makeUnsavedNotice, type UnsavedNotice } from './unsaved-notice.ts';

/** `now`: epoch milliseconds, dates what is set aside. `sayIn`: there is a window from now on. */
export function openSettings(
  folder: string,
  now: number,
  log: Pick<Log, 'warn'>,
): { readonly memory: Remembered; readonly sayIn: UnsavedNotice['connect'] } {
  const unsaved = makeUnsavedNotice();
  const memory = openRemembered(folder, now, {
    writeFailed: (error) => {
      log.warn('not written', error);
      unsaved.failed();
    },
    written: unsaved.written,
  });
  return { memory, sayIn: unsaved.connect };
}
