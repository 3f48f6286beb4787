// One table: what the explaining of pasted messages knows of numbers and words, the sign-in knows too, and means the same by it.
import { describe, expect, it } from 'vitest';
import microsoftNumbers from '../../../shared/causes/microsoft-numbers.json' with { type: 'json' };
import signInWords from '../../../shared/causes/sign-in-words.json' with { type: 'json' };
import { knownWords, meaningOfNumbers, meaningOfWord } from './known-causes.ts';

/** Said while a person is still at the page: nothing to explain in the middle of a sign-in. */
const nothingYet = new Set([70016]);

describe('every number of the table', () => {
  const numbers = microsoftNumbers.entries.flatMap(({ numbers, causes }) =>
    numbers.map((number) => [number, causes as readonly string[]] as const),
  );
  it.each(numbers)('AADSTS%s', (number, causes) => {
    const meaning = meaningOfNumbers([number])?.meaning;
    if (nothingYet.has(number)) return expect(meaning).toBeUndefined();
    if (causes[0] === 'sign-in-ended') return expect(meaning).toBe('sign-in-again');
    expect(causes).toContain(meaning);
  });

  it('stands in it once', () => {
    const all = numbers.map(([number]) => number);
    expect(all.length).toBe(new Set(all).size);
  });
});

describe('every word of the table', () => {
  it.each(knownWords().map((word) => [word]))('%s', (word) => {
    const causes = signInWords.entries
      .filter(({ words }) => words?.includes(word))
      .flatMap((entry) => entry.causes as readonly string[]);
    const meaning = meaningOfWord(word, 'Somebody');
    if (word === 'authorization_pending') return expect(meaning).toBeNull();
    if (word === 'slow_down') return expect(meaning).toBe('server-busy');
    if (meaning === 'sign-in-again')
      return expect([...causes, word]).toSatisfy(
        (all: string[]) => all.includes('sign-in-ended') || word === 'consent_required',
      );
    expect(causes).toContain(meaning);
  });

  it('is read as the provider means it', () => {
    expect(meaningOfWord('unauthorized_client', 'Yahoo')).toBe('client-not-allowed');
    expect(meaningOfWord('unauthorized_client', 'Microsoft')).toBe('registration-incomplete');
    expect(meaningOfWord('never_heard_of', 'Google')).toBeNull();
  });
});
