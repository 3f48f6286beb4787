// Practice's English sentences for tests, found the way the app's own words are.
import book from '../../shared/words/en/practice.json' with { type: 'json' };
import type { PracticeParts } from './practice.ts';

const sections: Readonly<Record<string, Readonly<Record<string, string>>>> = book;

export const english: Pick<PracticeParts, 'words' | 'language' | 'direction'> = {
  words(key, values = {}) {
    const [section = '', name = ''] = key.split('.');
    const sentence = sections[section]?.[name];
    if (sentence === undefined) throw new Error(`No words for ${key}`);
    return sentence.replace(/\{\{(\w+)\}\}/gu, (_, value: string) => values[value] ?? '');
  },
  language: () => 'en',
  direction: () => 'ltr',
};
