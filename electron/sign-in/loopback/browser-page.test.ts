import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import english from '../../../shared/words/en/browser-page.json' with { type: 'json' };
import { makeBrowserPage } from './browser-page.ts';
import { type BrowserPageKind, browserPageKinds } from './browser-page-kinds.ts';
import { browserPagePolicy } from './browser-page-style.ts';
import { englishWords } from './loopback.test-part.ts';

const kinds = Object.keys(browserPageKinds) as BrowserPageKind[];
const at = new Date(2026, 10, 23, 17, 43, 9).getTime();
const make = (kind: BrowserPageKind, more: Partial<Parameters<typeof makeBrowserPage>[0]> = {}) =>
  makeBrowserPage({
    kind,
    at,
    providerName: 'Microsoft',
    words: englishWords,
    language: 'en',
    direction: 'ltr',
    dock: false,
    ...more,
  });

test.each(kinds)('the page "%s" says its title, its lead and its code, and nothing is left open', (kind) => {
  const page = make(kind);
  expect(page).toMatch(/<title>([^<]+)<\/title>[\s\S]*<h1>\1<\/h1>/u);
  expect(page).toContain(`>${browserPageKinds[kind].stamp}</b>`);
  expect(page).toContain('17:43');
  expect(page).toContain('23 NOV');
  expect(page).not.toMatch(/\{\{|undefined|\[object/u);
});

test('every page has a code of its own, speakable and for step 6', () => {
  const stamps = kinds.map((kind) => browserPageKinds[kind].stamp);
  expect(new Set(stamps).size).toBe(kinds.length);
  for (const stamp of stamps) expect(stamp).toMatch(/^6-[A-Z]+(?:-[A-Z]+)*$/u);
});

test('all words of the file are used, and no others are asked for', () => {
  const asked = new Set<string>();
  for (const kind of kinds) {
    for (const dock of [false, true]) {
      make(kind, {
        dock,
        words: (key, values) => {
          asked.add(key);
          return englishWords(key, values);
        },
      });
    }
  }
  const inFile = (node: object, path: string): string[] =>
    Object.entries(node).flatMap(([name, value]) =>
      typeof value === 'string' ? [`${path}${name}`] : inFile(value as object, `${path}${name}.`),
    );
  expect([...asked].sort()).toEqual(inFile(english, '').sort());
});

test.each(kinds)('the page "%s" loads nothing, runs nothing, and its style is the one the policy allows', (kind) => {
  const page = make(kind);
  expect(page).not.toMatch(/<script|<iframe|<form|<img|<object|javascript:|\son\w+=|\sstyle=|@import|url\(/iu);
  // The tab's picture is the only link, and it carries its own data.
  expect(
    [...page.matchAll(/(?:href|src)="([^"]*)"/gu)].map((match) =>
      match[1]?.replace(/^data:image\/svg\+xml,.*/u, 'data'),
    ),
  ).toEqual(['data', '#above', '#below']);
  const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? '';
  expect(browserPagePolicy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(page.match(/<style/gu)).toHaveLength(1);
});

test('what comes from outside is escaped', () => {
  const hostile = '"><script>alert(1)</script>&amp;\0\'';
  const page = make('arrived', { providerName: hostile });
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('\0');
  expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&#39;');
});

test('right to left: the stamp changes sides, the clock and the code do not', () => {
  const page = make('declined', { language: 'ar', direction: 'rtl' });
  expect(page).toMatch(/<html lang="ar" dir="rtl">/u);
  expect(page).toContain('<b dir="ltr" translate="no">6-NO</b>');
  expect(page).toContain('17:43');
  const stampX = (html: string) => Number(/class="paper" x="([\d.]+)"/u.exec(html)?.[1]);
  expect(stampX(make('declined'))).toBeGreaterThan(220);
  expect(stampX(page)).toBeLessThan(220);
});

test('only a letter that came back has the arrow; a reload keeps the postmark of the first time', () => {
  const isReturned = (html: string) => html.includes('RETURNED') && html.includes('rotate(');
  expect(isReturned(make('arrived'))).toBe(false);
  expect(isReturned(make('declined'))).toBe(true);
  expect(isReturned(make('already', { first: 'arrived' }))).toBe(false);
  expect(isReturned(make('already', { first: 'declined' }))).toBe(true);
});

test('a Dock is called a Dock', () => {
  expect(make('arrived', { dock: true })).toContain('in your Dock');
  expect(make('arrived')).toContain('in your task bar');
});

test('a tab whose address is still of use is not told to be closed', () => {
  expect(make('unmatched')).not.toContain(english.closeTab);
  expect(make('arrived')).toContain(english.closeTab);
});
