// Each notice there can be has its words, whole, with the address in them.
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import notify from '../../shared/words/en/notify.json' with { type: 'json' };
import problemWords from '../../shared/words/en/problems.json' with { type: 'json' };
import { noticeWords } from './notice-words.ts';
import type { NoticeText } from './wanted-notice.ts';

const words = createInstance();
await words.init({
  lng: 'en',
  resources: { en: { notify, problems: problemWords } },
  interpolation: { escapeValue: false },
});
const find = (ns: string, key: string, values: Readonly<Record<string, string>>): string => {
  if (!words.exists(key, { ns })) throw new Error(`No words for ${ns}:${key}`);
  return words.t(key, { ns, ...values });
};
const inWords = (text: NoticeText) =>
  noticeWords(
    { key: 'k', accountId: 'a', address: 'pat@harbour.example', practice: false, text },
    { find, language: 'en' },
  );

test.each(Object.keys(problems) as ProblemCode[])('%s', (code) => {
  for (const who of ['you', 'it'] as const) {
    const { title, body } = inWords({ kind: 'needs', who, code, facts: { provider: 'Harbour', minutes: 3 } });
    expect(title).not.toMatch(/\{\{|^$/u);
    expect(body).toContain('pat@harbour.example');
    expect(body).not.toContain('{{');
  }
});

test.each([
  ['signIn', 7],
  ['signIn', 1],
  ['secret', 7],
  ['secret', 1],
] as const)('the end of a %s in %s days', (what, days) => {
  const { title, body } = inWords({ kind: 'ending', what, days, at: new Date(2027, 4, 31, 12).getTime() });
  expect(title).not.toContain('{{');
  expect(body).toContain('pat@harbour.example');
  expect(body).toMatch(/May 31|31 May/u);
});
