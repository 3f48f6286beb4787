// Which command the words after `postkey` stand for. Pure; carries nothing out.

export type Command =
  | { readonly kind: 'discover'; readonly address: string; readonly json: boolean }
  | { readonly kind: 'wrong-use'; readonly about: 'discover' };

/** Chromium's and Electron's own switches, and ours for the whole program, stand before the command or after `--`. */
const isOption = (word: string): boolean => word.startsWith('-');

/** The options of the whole program that take a word of their own. */
const taking = new Set(['--preset', '--address', '--lang', '--name-server', '-r']);

/**
 * Null: no command, so the window opens. `words`: the arguments without the executable; `ownFolder`: the app's folder, which
 * stands among them when Postkey runs from its sources.
 */
export function readCommand(words: readonly string[], ownFolder: string): Command | null {
  const said = words.filter((word, at) => word !== ownFolder && !isOption(word) && !taking.has(words[at - 1] ?? ''));
  const [name, ...rest] = said;
  if (name !== 'discover') return null;
  const [address, tooMuch] = rest;
  if (address === undefined || tooMuch !== undefined) return { kind: 'wrong-use', about: 'discover' };
  return { kind: 'discover', address, json: words.includes('--json') };
}
