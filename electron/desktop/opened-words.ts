// What the system hands over when somebody opens a file or a link with Postkey: a path, a file: address or a postkey: link among the words
// of a start. Pure. Any web page can start a program by a link, so that a start with one is about nothing else.
import { fileURLToPath } from 'node:url';
import { isPostkeyLink } from '../../shared/preset-link.ts';

export interface OpenedWords {
  /** As it was handed over, relative paths too. */
  readonly path: string | null;
  readonly link: string | null;
}

const isPresetName = (path: string): boolean => /\.postkey$/iu.test(path);

function pathOf(word: string): string | null {
  if (!/^file:/iu.test(word)) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}

const takesFile = new Set(['--preset', '--case']);

/** `words`: without the executable. What follows an option that takes a file is that option's. */
export function readOpened(words: readonly string[]): OpenedWords {
  const link = words.find(isPostkeyLink);
  if (link !== undefined) return { path: null, link };
  const path = words
    .filter((word, at) => !word.startsWith('-') && !takesFile.has(words[at - 1] ?? ''))
    .map(pathOf)
    .find((each) => each !== null && isPresetName(each));
  return { path: path ?? null, link: null };
}

/** What somebody at this computer said by a start: nothing, where a page in a browser may have made it. */
export const saidHere = (words: readonly string[]): readonly string[] => (words.some(isPostkeyLink) ? [] : words);
