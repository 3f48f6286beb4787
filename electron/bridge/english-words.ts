// The sentences of the wire in English, for languages whose letters it cannot carry, and until others have been said.
import sentences from '../../shared/words/en/bridge-wire.json' with { type: 'json' };
import type { WireKey, WireWords } from './wire-words.ts';

/** Puts values where `{{name}}` stands. */
export const fillIn = (sentence: string, values: Readonly<Record<string, string>> = {}): string =>
  sentence.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '');

export const englishWords: WireWords = (key, values) => fillIn(sentences[key], values);

/** All sentences of a language, with their values still to be put in. */
export const fillSentences = (find: WireWords): Readonly<Record<WireKey, string>> =>
  Object.fromEntries(Object.keys(sentences).map((key) => [key, find(key as WireKey, { code: '{{code}}' })])) as Record<
    WireKey,
    string
  >;
