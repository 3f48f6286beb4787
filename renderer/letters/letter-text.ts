// What a letter is, and how its words are found in a language that need not be the window's. Holds no sentence.
import i18next from 'i18next';

export interface LetterText {
  readonly subject: string;
  /** Paragraphs with an empty line between them; lines end in `\n`. */
  readonly body: string;
  /** Proposed where it is saved; without an ending. */
  readonly fileName: string;
}

type Values = Readonly<Record<string, string | number | undefined>>;

/** Finds a sentence of `approval` (or of another folder, `problems:…`) as plain text. */
export type Say = (key: string, values?: Values) => string;

/** Writes the letter in one language. */
export type WriteLetter = (say: Say, language: string) => LetterText;

/** A letter is plain text: nothing in it is escaped or isolated. */
export function sayIn(language: string): Say {
  const t = i18next.getFixedT(language, 'approval');
  return (key, values = {}) => t(key, { ...values, interpolation: { escapeValue: false } });
}

/** Empty ones are left out. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
