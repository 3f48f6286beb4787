// The settings file on disk: written beside the one in force, looked at, and swapped in; never replaced when it could not be read. The
// layer that writes is handed in, because electron-store needs Electron.
import { copyFileSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsFile } from './make-remembered.ts';

/** A file of this name in the folder, without its `.json`; setting `store` writes it whole, for its owner alone. */
export type OpenStore = (name: string) => { store: Record<string, unknown> };

function found(path: string): { readonly isThere: boolean; readonly json: unknown } {
  if (!lstatSync(path, { throwIfNoEntry: false })) return { isThere: false, json: {} };
  try {
    // A pipe would be waited for without end.
    if (!statSync(path).isFile()) return { isThere: true, json: undefined };
    return { isThere: true, json: JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    return { isThere: true, json: undefined };
  }
}

/** `folder`: absolute. `now`: epoch milliseconds, dates what is set aside. */
export function makeSettingsFile(folder: string, now: number, openStore: OpenStore): SettingsFile {
  const path = join(folder, 'settings.json');
  const beside = join(folder, 'settings.new.json');
  const aside = `settings.unreadable-${new Date(now).toISOString().replace(/[:.]/gu, '-')}.json`;
  const first = found(path);

  return {
    read: () => first.json,
    write: (settings) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // What a killed process left is nothing that the layer could open.
      rmSync(beside, { recursive: true, force: true });
      try {
        openStore('settings.new').store = settings;
        // A disk that fills up takes half a write without an error.
        if (JSON.stringify(found(beside).json) !== JSON.stringify(settings)) {
          throw Object.assign(new Error('The disk is full'), { code: 'ENOSPC', syscall: 'write' });
        }
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    },
    setAside: () => {
      const to = join(folder, aside);
      // What is no JSON is out of the way at once; of the rest a copy will do.
      if (first.json === undefined && first.isThere) renameSync(path, to);
      else copyFileSync(path, to);
      return aside;
    },
  };
}
