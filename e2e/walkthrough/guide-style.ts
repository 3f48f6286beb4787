// The guide's look: the product's own light colours and faces, on screen and on paper. The faces are in the page itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const family = '@fontsource/atkinson-hyperlegible-next';

function face(weight: number): string {
  const folder = dirname(createRequire(import.meta.url).resolve(`${family}/package.json`));
  const file = join(folder, 'files', `atkinson-hyperlegible-next-latin-${weight}-normal.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:'Atkinson Next';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

const rules = `
:root { color-scheme: light; --desk: #e9efe7; --sheet: #fdfefb; --well: #f1f5f0; --tint: #d8f0e7; --line: #d6ddd6;
  --ink: #132420; --second: #41514c; --quiet: #56645f; --link: #0d5446; --brass: #c79534; }
* { box-sizing: border-box; }
body { margin: 0; padding: 40px 24px; background: var(--desk); color: var(--ink);
  font: 400 1rem/1.5 'Atkinson Next', 'IBM Plex Sans Arabic', system-ui, sans-serif; }
header, section, footer { max-width: 1100px; margin: 0 auto 28px; }
header, section { padding: 34px 42px; border-radius: 16px; background: var(--sheet); }
h1, h2, h3, h4, p { margin: 0; text-wrap: balance; }
h1 { font-size: 2.25rem; line-height: 2.75rem; font-weight: 600; letter-spacing: -0.015em; }
h2 { font-size: 1.5rem; line-height: 2rem; font-weight: 600; letter-spacing: -0.01em; margin-block-end: 20px; }
h3 { font-size: 1.125rem; line-height: 1.5rem; font-weight: 600; }
section > h3 { margin-block: 28px 16px; }
h4 { font-size: 1rem; font-weight: 600; margin-block-start: 10px; }
p { text-wrap: pretty; }
a { color: var(--link); }
.lead { font-size: 1.0625rem; line-height: 1.625rem; color: var(--second); margin-block-start: 6px; max-inline-size: 60ch; }
.number { display: block; font-size: 0.8125rem; line-height: 1.125rem; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
nav ol { margin: 20px 0 0; padding-inline-start: 1.4em; columns: 2 18em; }
.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 28px; align-items: start; }
.words p { color: var(--second); }
.words p + p, .words h3 + p { margin-block-start: 6px; }
.code { font-size: 0.8125rem; color: var(--quiet); margin-block-start: 14px !important; padding: 8px 12px;
  background: var(--tint); inline-size: fit-content; }
.three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 20px; }
figure { margin: 0; }
figure + figure { margin-block-start: 28px; }
.three figure + figure { margin-block-start: 0; }
figure img { display: block; max-inline-size: 100%; block-size: auto; border: 1px solid var(--line); border-radius: 10px; }
figcaption { margin-block-start: 8px; color: var(--second); }
footer { color: var(--quiet); font-size: 0.8125rem; }
@media (max-width: 800px) { .beside, .three { grid-template-columns: 1fr; } header, section { padding: 24px; } }
@media print {
  @page { margin: 14mm; }
  body { padding: 0; background: none; font-size: 10pt; }
  header, section { padding: 0; border-radius: 0; background: none; margin-block-end: 10mm; break-inside: avoid; }
  nav a { text-decoration: none; color: inherit; }
}
`;

/** CSS, faces and all. */
export function guideStyle(): string {
  return [face(400), face(600), rules].join('\n');
}
