// Writes a case file: as a page that any browser shows without running anything, with the data inside it; and as text for a chat. Pure.
import { createHash } from 'node:crypto';
import type { CaseGroup, CaseLine } from '../../../shared/case-draft.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import { caseStyle } from './case-style.ts';
import { dataBegins } from './read-case-file.ts';

export interface CaseWords {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? '');

/** Neither the end of a script nor the beginning of a comment can stand in it, and it is the same data. */
function escapeData(doc: CaseFile): string {
  const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return JSON.stringify(doc)
    .replace(/[<>&]/gu, (sign) => escapes[sign] ?? '')
    .replace(/[\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

const lineAsHtml = ({ label, value }: CaseLine): string =>
  label === undefined
    ? `<dd class="whole">${escapeText(value)}</dd>`
    : `<dt>${escapeText(label)}</dt><dd>${escapeText(value)}</dd>`;

/** A whole document. Its policy allows this one style and nothing else: no script, no picture, no address. */
export function caseAsHtml(doc: CaseFile, groups: readonly CaseGroup[], words: CaseWords): string {
  const hash = createHash('sha256').update(caseStyle).digest('base64');
  const sections = groups.map(
    ({ title, lines }) =>
      `<section><h2>${escapeText(title)}</h2><dl>${lines.map(lineAsHtml).join('\n')}</dl></section>`,
  );
  return `<!doctype html>
<html lang="${escapeText(words.language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeText(words.title)}</title>
<style>${caseStyle}</style>
</head>
<body>
<header><div><h1>${escapeText(words.title)}</h1><p>${escapeText(words.lead)}</p><p class="open">${escapeText(words.open)}</p></div>${
    doc.page === undefined ? '' : `<p class="stamp">${escapeText(doc.page)}</p>`
  }</header>
<main>
${sections.join('\n')}
</main>
${dataBegins}${escapeData(doc)}</script>
</body>
</html>
`;
}

/** For a chat or a ticket. */
export function caseAsText(doc: CaseFile, groups: readonly CaseGroup[], { title }: CaseWords): string {
  const parts = groups.map((group) =>
    [
      group.title,
      ...group.lines.map(({ label, value }) => (label === undefined ? `  ${value}` : `  ${label}: ${value}`)),
    ].join('\n'),
  );
  return `${[doc.page === undefined ? title : `${title} · ${doc.page}`, ...parts].join('\n\n')}\n`;
}
