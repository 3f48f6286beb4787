// A notice in words. The words are handed in; nothing here is a sentence.
import type { Notice } from './wanted-notice.ts';

export interface NoticeWordsParts {
  /** A sentence by its namespace and key. */
  readonly find: (namespace: 'notify' | 'problems', key: string, values: Readonly<Record<string, string>>) => string;
  /** BCP 47. */
  readonly language: string;
}

export function noticeWords(
  { text, address }: Notice,
  { find, language }: NoticeWordsParts,
): { readonly title: string; readonly body: string } {
  if (text.kind === 'needs') {
    const facts = Object.fromEntries(Object.entries(text.facts).map(([name, value]) => [name, `${value}`]));
    return {
      title: find('problems', `${text.code}.title`, facts),
      body: find('notify', `needs.${text.who}`, { address }),
    };
  }
  const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(text.at);
  const key = `ending.${text.what}.${text.days}`;
  return { title: find('notify', `${key}.title`, {}), body: find('notify', `${key}.text`, { address, date }) };
}
