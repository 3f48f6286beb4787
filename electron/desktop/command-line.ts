// Reads what Postkey was started with. Pure; knows which words are ours and passes over Chromium's own.

export interface Started {
  readonly practice: boolean;
  /** Without a window: at log-in. */
  readonly hidden: boolean;
  readonly presetPath: string | null;
  /** Somebody else's case file, to look at. */
  readonly casePath: string | null;
  readonly address: string | null;
  readonly language: string | null;
  /** `ADDRESS` or `ADDRESS:PORT`, an IP address; null: as the system has it. */
  readonly nameServer: string | null;
}

/** `--name value` or `--name=value`; the last one holds. */
function wordAfter(words: readonly string[], option: string): string | null {
  let found: string | null = null;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (word.startsWith(`${option}=`)) found = word.slice(option.length + 1);
    else if (word === option && next !== undefined && !next.startsWith('--')) found = next;
  }
  return found === '' ? null : found;
}

/** `words`: the arguments without the executable. */
export function readCommandLine(words: readonly string[]): Started {
  return {
    practice: words.includes('--practice'),
    hidden: words.includes('--hidden'),
    presetPath: wordAfter(words, '--preset'),
    casePath: wordAfter(words, '--case'),
    address: wordAfter(words, '--address'),
    language: wordAfter(words, '--lang'),
    nameServer: wordAfter(words, '--name-server'),
  };
}
