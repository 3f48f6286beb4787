// The sentences of the wire in English, for languages whose letters it cannot carry.
import sentences from '../../shared/words/en/bridge-wire.json' with { type: 'json' };
import type { WireWords } from './wire-words.ts';

export const englishWords: WireWords = (key, values = {}) =>
  sentences[key].replace(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '');
