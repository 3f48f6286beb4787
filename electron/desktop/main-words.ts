/// <reference types="vite/types/importMeta.d.ts" />
// The few sentences main itself shows: the page in the browser, the practice provider's pages, the command line. Holds no sentence; loads only the
// language in use.
import i18next from 'i18next';

const allNamespaces = [
  'browser-page',
  'practice',
  'cli',
  'refusals',
  'problems',
  'explain',
  'it-request',
  'notify',
  'case-file',
  'steps',
  'window',
  'tray',
  'bridge-wire',
  'policy',
  'hand-over',
] as const;
type Namespace = (typeof allNamespaces)[number];

/** With the window: the page in the browser and practice. */
const besideTheWindow: readonly Namespace[] = ['browser-page', 'practice'];
/** Without it: the command line. */
export const onTheCommandLine: readonly Namespace[] = ['cli', 'refusals'];
/** In the panel, and in the question before the end. */
export const inTray: readonly Namespace[] = ['tray'];
/** On the desktop, loaded with the first notice. */
export const inNotices: readonly Namespace[] = ['notify', 'problems'];
/** What the bridge says to mail programs. */
export const onTheBridge: readonly Namespace[] = ['bridge-wire'];
/** For `postkey check` and `postkey accounts`. */
export const toCheck: readonly Namespace[] = ['cli', 'problems'];
/** For `postkey explain`. */
export const toExplain: readonly Namespace[] = ['cli', 'problems', 'explain', 'it-request'];

/** For `postkey policy`. */
export const toPolicy: readonly Namespace[] = ['cli', 'policy'];

/** For `postkey handover`. */
export const toHandOver: readonly Namespace[] = ['cli', 'hand-over', 'window'];

/** For a case file. */
export const toCaseFile: readonly Namespace[] = ['case-file', 'problems', 'steps', 'window'];
/** For `postkey report`. */
export const toReport: readonly Namespace[] = ['cli', 'case-file'];

const files = import.meta.glob<Record<string, unknown>>(
  '../../shared/words/*/{browser-page,practice,cli,refusals,problems,explain,it-request,notify,case-file,steps,window,tray,bridge-wire,policy,hand-over}.json',
  {
    import: 'default',
  },
);

/** Every language there is a folder of words for. */
export const languages: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? 'en')),
].sort();

export interface MainWords {
  /** A sentence of a loaded folder, as plain text. */
  find(namespace: Namespace, key: string, values?: Readonly<Record<string, string | number>>): string;
  language(): string;
  direction(): 'ltr' | 'rtl';
  change(language: string): Promise<void>;
}

/** The nearest language there are words for: "de-AT" is answered in "de", an unknown one in English. */
export function nearestLanguage(wish: string): string {
  const [base = ''] = wish.toLowerCase().split('-');
  return (
    languages.find((language) => language.toLowerCase() === wish.toLowerCase()) ??
    languages.find((language) => language === base) ??
    'en'
  );
}

async function load(words: typeof i18next, language: string, namespaces: readonly Namespace[]): Promise<void> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      const file = files[`../../shared/words/${language}/${namespace}.json`];
      if (file) words.addResourceBundle(language, namespace, await file());
    }),
  );
}

/** Makes main's words ready in a language. */
export async function startMainWords(wish: string, namespaces = besideTheWindow): Promise<MainWords> {
  const words = i18next.createInstance();
  await words.init({
    lng: nearestLanguage(wish),
    fallbackLng: 'en',
    ns: [...namespaces],
    resources: {},
    partialBundledLanguages: true,
    // Every page escapes what it is given itself.
    interpolation: { escapeValue: false },
  });
  await load(words, words.language, namespaces);
  return {
    find: (namespace, key, values) => words.t(key, { ns: namespace, ...values }),
    language: () => words.language,
    direction: () => (words.dir() === 'rtl' ? 'rtl' : 'ltr'),
    change: async (next) => {
      const language = nearestLanguage(next);
      if (language === words.language) return;
      await load(words, language, namespaces);
      await words.changeLanguage(language);
    },
  };
}
