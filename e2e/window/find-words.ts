// The sentences a person reads, found by the same keys as the window finds them, so that buttons are pressed by their names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInstance, type ResourceLanguage } from 'i18next';

const folder = resolve(import.meta.dirname, '..', '..', 'shared', 'words');

export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** `find('window:buttons.goOn')`; throws on a key that nobody wrote words for. */
  find(key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** BCP 47 codes of all languages there are words in. */
export const languages: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

function readLanguage(language: string): ResourceLanguage {
  const path = join(folder, language);
  if (!existsSync(path)) throw new Error(`There are no words in "${language}". There are: ${languages.join(', ')}`);
  const files = readdirSync(path).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(path, name), 'utf8'))]),
  );
}

export async function findWords(language: string): Promise<Words> {
  const words = createInstance();
  await words.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'window',
    resources: { en: readLanguage('en'), [language]: readLanguage(language) },
    // As the window does: what stands inside a sentence written from right to left keeps its own direction.
    interpolation: { escape: (value: string) => (words.dir() === 'rtl' ? `\u2068${value}\u2069` : value) },
  });
  return {
    language,
    direction: words.dir() === 'rtl' ? 'rtl' : 'ltr',
    find: (key, values) => {
      if (!words.exists(key, values)) throw new Error(`No words for ${key}`);
      return words.t(key, { ...values });
    },
  };
}
