// The settings on disk, by electron-store: what joins the file, what stands in it, and the layer that writes.
import Store from 'electron-store';
import { makeRemembered, type Remembered, type RememberedWays } from './make-remembered.ts';
import { makeSettingsFile } from './settings-file.ts';

const writeAfterMs = 150;

/** Opens the settings in a folder. `now`: epoch milliseconds, dates what is set aside. */
export function openRemembered(
  folder: string,
  now: number,
  ways: Pick<RememberedWays, 'writeFailed' | 'written'>,
): Remembered {
  const file = makeSettingsFile(
    folder,
    now,
    (name) =>
      new Store<Record<string, unknown>>({
        cwd: folder,
        name,
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
      }),
  );
  return makeRemembered(file, {
    ...ways,
    later: (call) => {
      const timer = setTimeout(call, writeAfterMs);
      return () => clearTimeout(timer);
    },
  });
}
