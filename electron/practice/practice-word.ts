// The keys of the sentences that practice says, taken from the English words so that a missing one is a compile error.
import type words from '../../shared/words/en/practice.json';

type Words = typeof words;

/** `section.name` in `words/<language>/practice.json`. */
export type PracticeWord = {
  [Section in keyof Words & string]: `${Section}.${keyof Words[Section] & string}`;
}[keyof Words & string];
