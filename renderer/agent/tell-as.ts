// Says a sentence of the caller's window to the agent: what the caller's window fills in is not known here and is named in general.
import type { TFunction } from 'i18next';
import type { CodeMeaning } from '../../shared/read-code.ts';
import { pageTitles } from './page-words.ts';

const blanks = ['address', 'name', 'organisation', 'browser', 'host', 'domain', 'store', 'port', 'typed', 'signedInAs'];

/** A sentence begins with a capital, also where it begins with what was filled in. */
function asSentence(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** `key` with its namespace. */
export function tellAs(t: TFunction, language: string, key: string): string {
  const values = Object.fromEntries(blanks.map((blank) => [blank, t(`agent:blank.${blank}`)]));
  const provider = t('explain:theProvider');
  return asSentence(t(key, { ...values, provider }), language);
}

/** The title of the page that a code stands for, as the caller reads it. */
export function titleOfMeaning(t: TFunction, language: string, meaning: CodeMeaning): string {
  const key = meaning.kind === 'cause' ? `problems:${meaning.cause}.title` : pageTitles[meaning.page];
  return tellAs(t, language, key);
}
