// Understands what a person pasted on the waiting page: the address they ended on, in whatever shape it was copied, or the error a
// provider's page showed. Pure; never keeps or logs the text.
import type { PasteVerdict, RedirectAnswer } from '../../setup/outside-world.ts';
import { cleanPaste, findPastedQueries, holdsAddress, withoutAddresses } from './find-pasted-addresses.ts';
import { readPastedError } from './read-pasted-error.ts';
import { readRedirectAnswer } from './read-redirect-answer.ts';

export type PasteReading =
  | { readonly verdict: 'taken'; readonly answer: RedirectAnswer }
  | { readonly verdict: Exclude<PasteVerdict, 'taken'> };

const longestPaste = 20_000;

/** A code counts only with the expected state. An error counts without one too: who pastes it means it. */
export function readPaste(text: string, isExpected: (state: string) => boolean): PasteReading {
  if (text.trim() === '') return { verdict: 'paste-empty' };
  if (text.length > longestPaste) return { verdict: 'paste-not-understood' };
  const clean = cleanPaste(text);
  let statelessError: RedirectAnswer | null = null;
  let isOlder = false;
  let isIncomplete = false;
  for (const query of findPastedQueries(clean)) {
    const read = readRedirectAnswer(query);
    if (read.kind === 'answer') {
      if (isExpected(read.state)) return { verdict: 'taken', answer: read.answer };
      isOlder = true;
    } else if (read.kind === 'stateless' && read.holds === 'error') statelessError ??= read.answer;
    else if (read.kind !== 'nothing') isIncomplete = true;
  }
  if (isOlder) return { verdict: 'paste-older-try' };
  const error = statelessError ?? readPastedError(withoutAddresses(clean));
  if (error) return { verdict: 'taken', answer: error };
  if (isIncomplete) return { verdict: 'paste-not-understood' };
  return { verdict: holdsAddress(clean) ? 'paste-no-answer-in-it' : 'paste-not-understood' };
}
