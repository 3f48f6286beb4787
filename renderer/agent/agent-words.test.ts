// Every page and every cause has words for an agent, whole and its own; every answer leads somewhere; every code in them exists.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PageId, pageIds } from '../../shared/page-code.ts';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import { type CodeMeaning, causeMeaning, pageMeaning, readCode } from '../../shared/read-code.ts';
import { isLead, questionsFor } from './agent-questions.ts';
import { causeButtons, pageButtons, pageTitles, pageWordsOf } from './page-words.ts';
import { titleOfMeaning } from './tell-as.ts';

const folder = join(import.meta.dirname, '../../shared/words/en');
const namespaces = [
  'agent',
  'explain',
  'problems',
  'window',
  'pages-start',
  'pages-sign-in',
  'pages-mail',
  'approval',
  'browser-page',
  'preset',
  'programs',
];
const read = (namespace: string) => JSON.parse(readFileSync(join(folder, `${namespace}.json`), 'utf8'));
const agent = read('agent');
const causes = Object.keys(problems) as ProblemCode[];
const everything: readonly CodeMeaning[] = [...pageIds.map(pageMeaning), ...causes.map(causeMeaning)];

beforeAll(async () => {
  const words = Object.fromEntries(namespaces.map((namespace) => [namespace, read(namespace)]));
  await i18next.init({ lng: 'en', fallbackLng: 'en', ns: namespaces, resources: { en: words } });
});

function sentencesIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(sentencesIn);
}

describe('every code', () => {
  it('has words of its own, and no words are left over', () => {
    expect(Object.keys(agent.causes).sort()).toEqual([...causes].sort());
    expect(Object.keys(agent.pages).sort()).toEqual([...new Set(pageIds.map(pageWordsOf))].sort());
    const half = causes.filter((cause) => !['means', 'afar', 'passOn'].every((part) => agent.causes[cause][part]));
    expect(half).toEqual([]);
    const blind = Object.entries<Record<string, string>>(agent.pages).filter(
      ([, words]) => !words['sees'] || !words['means'],
    );
    expect(blind).toEqual([]);
  });

  it('says nothing that another one says, nor what the caller’s page says', () => {
    const parts = [...Object.values(agent.pages), ...Object.values(agent.causes)].flatMap((words) =>
      Object.values(words as Record<string, string>),
    );
    expect(parts.filter((part, at) => parts.indexOf(part) !== at)).toEqual([]);
    const callers = new Set([...sentencesIn(read('problems')), ...sentencesIn(read('explain').steps)]);
    expect(parts.filter((part) => callers.has(part))).toEqual([]);
    expect(parts.filter((part) => part.trim() === '' || /\n\s*\n/u.test(part))).toEqual([]);
  });

  it('has a title and buttons that the caller’s window has', () => {
    const keys = [
      ...Object.values(pageTitles),
      ...Object.values(pageButtons).flat(),
      ...causes.flatMap((cause) => causeButtons(cause, 'test')),
    ];
    expect(keys.filter((key) => !i18next.exists(key))).toEqual([]);
    const titles = everything.map((meaning) => titleOfMeaning(i18next.t, 'en', meaning));
    expect(titles.filter((title) => title === '' || title.includes('{{') || /^[a-z]/u.test(title))).toEqual([]);
  });

  it('is asked about in one to three questions, each with answers that tell apart', () => {
    const odd = everything.filter((meaning) => {
      const asked = questionsFor(meaning);
      return (
        asked.length < 1 ||
        asked.length > 3 ||
        asked.some(({ answers }) => answers.length < 2 || answers.filter(({ leads }) => leads === 'here').length > 1)
      );
    });
    expect(odd.map(({ code }) => code)).toEqual([]);
    const words = everything.flatMap((meaning) =>
      questionsFor(meaning).flatMap(({ ask, answers }) => [ask, ...answers.map((answer) => answer.words)]),
    );
    expect(words.filter((key) => !i18next.exists(key))).toEqual([]);
  });

  it('is led to by no answer that leads nowhere, and a cause says so of itself', () => {
    const keys = Object.values<object>(agent.questions).flatMap((question) => Object.keys(question));
    expect(keys.filter((key) => key !== 'ask' && !isLead(key))).toEqual([]);
    const unsure = causes.filter((cause) =>
      questionsFor(causeMeaning(cause)).some(({ answers }) => !answers.some(({ leads }) => leads === 'here')),
    );
    expect(unsure).toEqual([]);
  });

  it('has an id that is not both a page’s and a cause’s', () => {
    expect(pageIds.filter((page) => (page as PageId | ProblemCode) in problems)).toEqual([]);
  });
});

it('every question is asked for something', () => {
  const used = new Set(everything.flatMap((meaning) => questionsFor(meaning).map(({ id }) => id)));
  expect(Object.keys(agent.questions).filter((id) => !used.has(`agent-${id}`))).toEqual([]);
});

it('every code that the bridge says to mail programs can be typed', () => {
  const said = sentencesIn(read('bridge-wire')).flatMap((text) => text.match(/\bBRIDGE-[A-Z]+\b/gu) ?? []);
  expect(said.length).toBeGreaterThan(3);
  expect(said.filter((code) => readCode(code).kind !== 'found')).toEqual([]);
});

it('every code that the words name can be typed', () => {
  const named = sentencesIn(agent).flatMap((text) => text.match(/\b\d{1,2}-[A-Z][A-Z-]+[A-Z]\b/gu) ?? []);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((code) => readCode(code).kind !== 'found')).toEqual([]);
});
