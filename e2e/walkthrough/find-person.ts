// Chooses how the person reaches a browser on this computer. Plays nothing itself.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Words } from '../window/find-words.ts';
import type { Person } from './person.ts';
import { reachByForms } from './reach-by-forms.ts';
import { reachByLink } from './reach-by-link.ts';
import { reachByOpener } from './reach-by-opener.ts';

const onLinux = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function findOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return onLinux.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** `folder` is there, for the browser alone. */
export async function findPerson(folder: string, words: Words): Promise<Person> {
  if (process.platform !== 'linux') return (await reachByLink(words)) ?? reachByForms();
  const executable = findOnPath();
  return executable === undefined ? reachByForms() : reachByOpener(folder, executable, words);
}
