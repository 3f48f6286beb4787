// Makes an error answer of the words a provider's page showed, when a person pasted them on purpose. Only what nobody would write
// by chance counts: error words with an underscore, Microsoft's numbers, and the texts the explanation knows. Pure.
import type { RedirectAnswer } from '../../setup/outside-world.ts';
import { harmlessText } from '../explain/harmless-text.ts';
import { knownWords } from '../explain/known-causes.ts';
import { tellingTexts } from '../explain/telling-texts.ts';

let knownWord: RegExp | undefined;

function findKnownWord(text: string): RegExpExecArray | null {
  knownWord ??= new RegExp(`(?<![\\w-])(?:${knownWords().join('|')})(?![\\w-])`, 'iu');
  return knownWord.exec(text);
}

const microsoftNumber = /AADSTS\d{5,7}/iu;
/** A sentence or two before the telling place belong to it. */
const before = 120;

/** Null when nothing known stands in it. `text` must be free of addresses. */
export function readPastedError(text: string): RedirectAnswer | null {
  const word = findKnownWord(text);
  const found = microsoftNumber.exec(text) ?? word ?? firstTelling(text);
  if (!found) return null;
  const around = text.slice(Math.max(0, found.index - before)).replace(/aadsts(?=\d)/giu, 'AADSTS');
  // Without a word of its own the description decides; this word means nothing by itself.
  return { error: word?.[0].toLowerCase() ?? 'invalid_request', error_description: harmlessText(around) };
}

function firstTelling(text: string): RegExpExecArray | null {
  for (const [pattern] of tellingTexts) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  return null;
}
