// Reads what Postkey was started with. Pure; knows which words are ours and passes over Chromium's own.

export interface Started {
  readonly practice: boolean;
  readonly presetPath: string | null;
  readonly address: string | null;
  readonly language: string | null;
}

function wordAfter(words: readonly string[], name: string): string | null {
  for (const [at, word] of words.entries()) {
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3);
    const next = words[at + 1];
    if (word === `--${name}` && next !== undefined && !next.startsWith('--')) return next;
  }
  return null;
}

/** `words`: the arguments without the executable. */
export function readCommandLine(words: readonly string[]): Started {
  return {
    practice: words.includes('--practice'),
    presetPath: wordAfter(words, 'preset'),
    address: wordAfter(words, 'address'),
    language: wordAfter(words, 'lang'),
  };
}
