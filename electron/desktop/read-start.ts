// What one start of Postkey asks for, with the files it names read. Decides nothing.
import { resolve } from 'node:path';
import type { AskedAtStart } from '../setup/open-as-asked.ts';
import { readCommandLine } from './command-line.ts';
import { readNamedText } from './open-files.ts';
import { readOpened, saidHere } from './opened-words.ts';
import { readPresetFile } from './read-preset-file.ts';
import type { OneStart } from './single-instance.ts';

export async function readStart({ words, folder }: OneStart): Promise<AskedAtStart> {
  const { path, link } = readOpened(words);
  const { practice, address, casePath, presetPath } = readCommandLine(saidHere(words));
  return {
    practice,
    address,
    caseFile: casePath === null ? null : await readNamedText(resolve(folder, casePath)),
    preset: presetPath === null ? null : await readPresetFile(resolve(folder, presetPath), 'anywhere'),
    opened: path === null ? null : await readPresetFile(resolve(folder, path), 'beside'),
    link,
  };
}
