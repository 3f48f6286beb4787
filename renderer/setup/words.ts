// Loads the words of the language in use, and only those: one folder of shared/words, when it is chosen.
// Finds no language by itself: main says which one.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The folders of words this window draws from; main has one more of its own (`practice`). */
export const namespaces = [
  'steps',
  'problems',
  'refusals',
  'window',
  'pages-start',
  'look-up',
  'pages-sign-in',
  'pages-mail',
] as const;

/** Folders of words that few people need: each comes with the part of a page that draws from it. */
export const laterNamespaces = [
  'account',
  'agent',
  'app-passwords',
  'approval',
  'bridge',
  'browser-page',
  'console-guide',
  'explain',
  'hand-over',
  'it-request',
  'case-file',
  'leaving',
  'preset',
  'network',
  'programs',
  'policy',
  'updates',
] as const;
export type LaterNamespace = (typeof laterNamespaces)[number];

/** Those asked for until now: a change of language loads them again. */
const askedFor = new Set<LaterNamespace>();

type Words = Readonly<Record<string, unknown>>;

const files = import.meta.glob<Words>(
  // Not those that main alone speaks.
  ['../../shared/words/*/*.json', '!../../shared/words/*/{bridge-wire,cli,guide,notify,practice,tray}.json'],
  { import: 'default' },
);

async function loadFolder(language: string, namespace: string): Promise<void> {
  const load = files[`../../shared/words/${language}/${namespace}.json`];
  if (load !== undefined) i18next.addResourceBundle(language, namespace, await load());
}

async function loadLanguage(language: string): Promise<void> {
  await Promise.all([...namespaces, ...askedFor].map((namespace) => loadFolder(language, namespace)));
}

/** Makes words of a later folder ready, for `lazy(async () => { await loadWords('approval'); … })`. */
export async function loadWords(namespace: LaterNamespace): Promise<void> {
  askedFor.add(namespace);
  const languages = new Set([i18next.language, 'en']);
  await Promise.all([...languages].map((language) => loadFolder(language, namespace)));
}

/** English words of folders that are loaded in another language: for letters to administrators elsewhere. */
export async function loadEnglish(folders: readonly (typeof namespaces)[number][]): Promise<void> {
  await Promise.all(folders.map((namespace) => loadFolder('en', namespace)));
}

/** Whether there is a folder of words for a language, "en". */
function hasLanguage(language: string): boolean {
  return `../../shared/words/${language}/steps.json` in files;
}

/** "de-CH" is spoken as "de" where there is no folder of its own, and as English where there is neither. */
function spokenFor(language: string): string {
  return [language, language.split('-')[0] ?? ''].find(hasLanguage) ?? 'en';
}

/** Makes words ready in a language, English where there is none of it. Resolves when sentences can be drawn. */
export async function startWords(language: string): Promise<void> {
  const spoken = spokenFor(language);
  await i18next.use(initReactI18next).init({
    lng: spoken,
    fallbackLng: 'en',
    ns: [...namespaces],
    defaultNS: 'window',
    resources: {},
    partialBundledLanguages: true,
    returnNull: false,
    react: { useSuspense: false, bindI18nStore: 'added' },
    interpolation: {
      // Addresses and hosts keep their own direction inside a sentence written from right to left.
      escape: (value: string) => (i18next.dir() === 'rtl' ? `\u2068${value}\u2069` : value),
    },
  });
  await loadLanguage(spoken);
}

/** Changes the language of a window that is already drawn. */
export async function changeWords(language: string): Promise<void> {
  const spoken = spokenFor(language);
  if (spoken === i18next.language) return;
  await loadLanguage(spoken);
  await i18next.changeLanguage(spoken);
}
