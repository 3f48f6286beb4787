// What Microsoft's numbers and the words of OAuth mean, read from the one table of causes, as somebody reads it who made the request
// and knows at which step it was answered. Holds no number and no word of its own but those that mean something else here.
import microsoftNumbers from '../../../shared/causes/microsoft-numbers.json' with { type: 'json' };
import signInWords from '../../../shared/causes/sign-in-words.json' with { type: 'json' };
import type { ProblemCode } from '../../../shared/problem.ts';

/** `sign-in-again`: the person has to be at the page once more; what that is called depends on the phase. */
export type Meaning = ProblemCode | 'sign-in-again';

interface Entry {
  /** The likeliest first. */
  readonly causes: readonly ProblemCode[];
  /** Counts only at this provider. */
  readonly at?: string;
  readonly numbers?: readonly number[];
  readonly words?: readonly string[];
}

/** In the middle of a request these say what Postkey itself has to do, or not what the table says to somebody who only reads them. */
const otherHere: Readonly<Record<string, Meaning | null>> = {
  authorization_pending: null,
  slow_down: 'server-busy',
  consent_required: 'sign-in-again',
};

function meaningOf({ causes }: Entry): Meaning | null {
  const [first, second] = causes;
  if (first === undefined || first === 'still-waiting') return null;
  if (first === 'sign-in-ended') return 'sign-in-again';
  // Postkey made the link itself: where something else is possible, it is that.
  return first === 'link-damaged' && second !== undefined ? second : first;
}

let numbered: ReadonlyMap<number, Meaning> | undefined;
let worded: ReadonlyMap<string, Meaning | null> | undefined;

/** Made when first needed: nobody waits for it at the start. */
function byNumber(): ReadonlyMap<number, Meaning> {
  numbered ??= new Map(
    (microsoftNumbers.entries as unknown as readonly Entry[]).flatMap((entry) => {
      const meaning = meaningOf(entry);
      return meaning === null ? [] : (entry.numbers ?? []).map((number): [number, Meaning] => [number, meaning]);
    }),
  );
  return numbered;
}

const keyOf = (word: string, at = ''): string => `${word} ${at}`;

function byWord(): ReadonlyMap<string, Meaning | null> {
  // Of two lines with the same word the first counts.
  worded ??= new Map(
    [...(signInWords.entries as unknown as readonly Entry[])]
      .reverse()
      .flatMap((entry) =>
        (entry.words ?? []).map((word): [string, Meaning | null] => [keyOf(word, entry.at), meaningOf(entry)]),
      ),
  );
  return worded;
}

/** The first of the numbers that is known; null when none is. */
export function meaningOfNumbers(
  numbers: readonly number[],
): { readonly number: number; readonly meaning: Meaning } | null {
  for (const number of numbers) {
    const meaning = byNumber().get(number);
    if (meaning) return { number, meaning };
  }
  return null;
}

/** `invalid_client` needs more than the word. `provider`: its short name, "Google". */
export function meaningOfWord(word: string, provider: string): Meaning | null {
  if (Object.hasOwn(otherHere, word)) return otherHere[word] ?? null;
  return byWord().get(keyOf(word, provider)) ?? byWord().get(keyOf(word)) ?? null;
}

/** Every word of the table. */
export function knownWords(): readonly string[] {
  return (signInWords.entries as unknown as readonly Entry[]).flatMap(({ words = [] }) => words);
}
