// Finds the browsers of this computer and how each is started. Looks at files only; starts nothing.
import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { readDesktopEntry, startWords } from './desktop-entry.ts';
import { knownBrowsers } from './known-browsers.ts';

export interface InstalledBrowser {
  readonly id: string;
  readonly name: string;
  /** Program and arguments that show a page in it; never for a shell. */
  start(url: string): readonly string[];
}

export interface ComputerFacts {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For the names, `de-AT`. */
  readonly language: string;
}

/** Sorted by name, each once. */
export async function installedBrowsers(facts: ComputerFacts): Promise<readonly InstalledBrowser[]> {
  const found = facts.platform === 'linux' ? await onLinux(facts) : await atKnownPlaces(facts);
  return [...found].sort((one, other) => one.name.localeCompare(other.name));
}

async function onLinux({ environment, language }: ComputerFacts): Promise<readonly InstalledBrowser[]> {
  const own = environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  const shared = (environment['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':');
  const found = new Map<string, InstalledBrowser>();
  const seen = new Set<string>();
  for (const folder of [own, ...shared].filter(isAbsolute)) {
    const applications = join(folder, 'applications');
    const names = await readdir(applications).catch(() => []);
    for (const file of names.filter((each) => each.endsWith('.desktop'))) {
      // The person's own entry hides the system's of the same name, also when it is none to offer.
      if (seen.has(file)) continue;
      seen.add(file);
      const entry = readDesktopEntry(await readFile(join(applications, file), 'utf8').catch(() => ''), language);
      if (!entry?.isBrowser || !(await isProgram(entry.command[0] ?? '', environment))) continue;
      const id = file.replace(/\.desktop$/u, '');
      found.set(id, { id, name: entry.name, start: (url) => startWords(entry, url) });
    }
  }
  return [...found.values()];
}

async function isProgram(word: string, environment: ComputerFacts['environment']): Promise<boolean> {
  const places = isAbsolute(word)
    ? [word]
    : (environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, word));
  return (await firstThere(places)) !== null;
}

async function atKnownPlaces({ platform, environment }: ComputerFacts): Promise<readonly InstalledBrowser[]> {
  const found = await Promise.all(
    knownBrowsers.map(async ({ id, name, app, program }): Promise<InstalledBrowser | null> => {
      if (platform === 'darwin') {
        if (app === undefined) return null;
        const there = await firstThere([`/Applications/${app}.app`, join(homedir(), 'Applications', `${app}.app`)]);
        return there === null ? null : { id, name, start: (url) => ['/usr/bin/open', '-a', there, url] };
      }
      const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((root) => environment[root]);
      const places = program === undefined ? [] : roots.flatMap((root) => (root ? [join(root, program)] : []));
      const there = await firstThere(places);
      return there === null ? null : { id, name, start: (url) => [there, url] };
    }),
  );
  return found.filter((each) => each !== null);
}

async function firstThere(places: readonly string[]): Promise<string | null> {
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return null;
}
