// The settings file on disk, by electron-store: written in one step, for its owner alone, never replaced when it could not be read.
import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { makeRemembered, type Remembered, type SettingsFile } from './make-remembered.ts';

const writeAfterMs = 150;

function settingsFile(folder: string, now: number): SettingsFile {
  const path = join(folder, 'settings.json');
  const aside = `settings.unreadable-${new Date(now).toISOString().replace(/[:.]/gu, '-')}.json`;
  let moved = false;
  const isJson = ((): boolean => {
    try {
      return !existsSync(path) || Boolean(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return false;
    }
  })();
  if (!isJson) {
    renameSync(path, join(folder, aside));
    moved = true;
  }
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name: 'settings',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
  return {
    read: () => (isJson ? { ...store.store } : undefined),
    write: (settings) => {
      store.store = settings;
    },
    setAside: () => {
      if (!moved) copyFileSync(path, join(folder, aside));
      return aside;
    },
  };
}

/** Opens the settings in a folder. `now`: epoch milliseconds, dates what is set aside. */
export function openRemembered(folder: string, now: number, writeFailed: (error: unknown) => void): Remembered {
  return makeRemembered(settingsFile(folder, now), {
    writeFailed,
    later: (call) => {
      const timer = setTimeout(call, writeAfterMs);
      return () => clearTimeout(timer);
    },
  });
}
