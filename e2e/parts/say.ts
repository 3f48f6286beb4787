// The words people read, from the app's own files: a changed sentence changes the journeys with it.
import { readFileSync } from 'node:fs';

type Values = Readonly<Record<string, string | number>>;

const files = new Map<string, unknown>();

function wordsOf(namespace: string): unknown {
  if (!files.has(namespace)) {
    const file = new URL(`../../shared/words/en/${namespace}.json`, import.meta.url);
    files.set(namespace, JSON.parse(readFileSync(file, 'utf8')));
  }
  return files.get(namespace);
}

function find(path: readonly string[], words: unknown): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
    words,
  );
}

/** `namespace:path.to.words`, with its values filled in; `count` chooses the plural. A key that is not there is a mistake. */
export function say(key: string, values: Values = {}): string {
  const [namespace = '', path = ''] = key.split(':');
  const words = wordsOf(namespace);
  const plural = values['count'] === 1 ? '_one' : '_other';
  const found = find(path.split('.'), words) ?? find(`${path}${plural}`.split('.'), words);
  if (typeof found !== 'string') throw new Error(`There are no words for ${key}`);
  return found.replace(/\{\{(\w+)\}\}/gu, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} wants ${name}`);
    return String(value);
  });
}
