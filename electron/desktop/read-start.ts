// What one start of Postkey asks for, with the files it names read. Decides nothing.
import { resolve } from 'node:path';
import type { AskedAtStart } from '../setup/open-as-asked.ts';
import { readCommandLine } from './command-line.ts';
import { readNamedText } from './open-files.ts';
import { readOpened } from './opened-words.ts';
import { readPresetFile } from './read-preset-file.ts';
import type { OneStart } from './single-instance.ts';

export async function readStart({ words, folder }: OneStart): Promise<AskedAtStart> {
  const { path, link } = readOpened(words);
  // A page in a browser made this start: whatever else its words say, nobody at this computer said it.
  const { practice, address, casePath, presetPath } = readCommandLine(link === null ? words : []);
  return {
    practice,
    address,
    caseFile: casePath === null ? null : await readNamedText(resolve(folder, casePath)),
    preset: presetPath === null ? null : await readPresetFile(resolve(folder, presetPath), 'anywhere'),
    opened: path === null ? null : await readPresetFile(resolve(folder, path), 'beside'),
    link,
  };
}
