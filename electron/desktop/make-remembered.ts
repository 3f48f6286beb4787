// What Postkey remembers between starts: read once, answered from memory, written whole. Holds no secret. Knows no file; one is handed in.
import type { Memory } from '../setup/memory.ts';
import type { RememberedParts } from './remembered-parts.ts';
import { readRemembered } from './remembered-parts.ts';
import type { WindowPlace } from './window-place.ts';

export interface SettingsFile {
  /** What stands in it, as JSON; `{}` when there is no file, undefined when it is no JSON. */
  read(): unknown;
  /** Whole, in one step. Throws when the disk refuses. */
  write(settings: Record<string, unknown>): void;
  /** Keeps what cannot be used under another name and answers that name. Throws when the disk refuses. */
  setAside(): string;
}

export interface RememberedWays {
  /** Runs a call a little later; the answer cancels it. */
  readonly later: (call: () => void) => () => void;
  /** The disk refused; what was to be written goes with the next write. */
  readonly writeFailed: (error: unknown) => void;
  /** The disk took all of it. */
  readonly written?: () => void;
}

export interface Remembered extends Memory {
  windowPlace(): WindowPlace | null;
  keepWindowPlace(where: WindowPlace): void;
  /** The name under which a file was kept that could not be read, or only in part; null when all was well. */
  readonly setAside: string | null;
  /** Writes what waits; called before the end. */
  flush(): void;
}

export function makeRemembered(file: SettingsFile, { later, writeFailed, written }: RememberedWays): Remembered {
  const { parts, leftOut } = readRemembered(file.read());
  let isToSetAside = leftOut;
  let setAside: string | null = null;
  const keepUnread = (): void => {
    if (!isToSetAside) return;
    setAside = file.setAside();
    isToSetAside = false;
  };
  try {
    keepUnread();
  } catch (error) {
    writeFailed(error);
  }
  let held: RememberedParts = parts;
  let cancel: (() => void) | null = null;

  const write = (): void => {
    cancel?.();
    cancel = null;
    try {
      // Nothing takes the place of what could not be read and is kept nowhere else.
      keepUnread();
      // Through JSON: what is undefined is left out, and nothing that is not data gets in.
      file.write(JSON.parse(JSON.stringify(held)) as Record<string, unknown>);
      written?.();
    } catch (error) {
      writeFailed(error);
    }
  };
  const keep = (change: Partial<RememberedParts>): void => {
    held = { ...held, ...change };
  };
  const now = (change: Partial<RememberedParts>): void => {
    keep(change);
    write();
  };
  /** For what changes many times a second. */
  const soon = (change: Partial<RememberedParts>): void => {
    keep(change);
    cancel ??= later(write);
  };

  return {
    get setAside() {
      return setAside;
    },
    accounts: () => held.accounts,
    keepAccounts: (accounts) => now({ accounts }),
    setup: () => held.setup,
    keepSetup: (setup) => soon({ setup }),
    aside: () => held.aside,
    keepAside: (aside) => soon({ aside }),
    leaving: () => held.leaving,
    // What is pending is known before it is done.
    keepLeaving: (leaving) => now({ leaving }),
    declinedPreset: () => held.declinedPreset,
    keepDeclinedPreset: (declinedPreset) => now({ declinedPreset }),
    bridges: () => held.bridges,
    // A password that was taken back is refused after a power cut, too.
    keepBridges: (bridges) => now({ bridges }),
    preset: () => held.preset,
    keepPreset: (preset) => now({ preset }),
    preferences: () => held.preferences,
    keepPreferences: (preferences) => now({ preferences }),
    windowPlace: () => held.windowPlace,
    keepWindowPlace: (windowPlace) => soon({ windowPlace }),
    flush: () => {
      if (cancel !== null) write();
    },
  };
}
