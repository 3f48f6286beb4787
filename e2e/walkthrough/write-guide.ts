// guide.html: the walk as a page to read or print, with the pictures beside it. Needs nothing from anywhere else.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepNumber } from '../../shared/setup-steps.ts';
import type { Words } from '../window/find-words.ts';
import { guideStyle } from './guide-style.ts';
import { type BrowserPage, browserPages } from './person.ts';
import {
  accountPicture,
  accountsPicture,
  bridgePicture,
  brokenPicture,
  browserPicture,
  pictureName,
  sheetPicture,
} from './picture-names.ts';
import type { PageWords } from './read-page.ts';

export interface GuideParts {
  readonly words: Words;
  readonly version: string;
  readonly seen: readonly PageWords[];
  /** The pictures that were taken, without `-light.png`. */
  readonly pictures: readonly string[];
}

const browserTitles: Readonly<Record<BrowserPage, string>> = {
  'sign-in': 'practice:signIn.title',
  consent: 'practice:consent.title',
  arrived: 'browser-page:pages.arrived.title',
};

const afterCaptions: Readonly<Record<string, string>> = {
  [sheetPicture]: 'guide:sheet',
  [accountsPicture]: 'guide:accounts',
  [accountPicture]: 'guide:account',
  [bridgePicture]: 'guide:bridge',
  [brokenPicture]: 'guide:broken',
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const plain = (text: string): string => text.replaceAll(/[&<>"']/gu, (letter) => escapes[letter] ?? letter);

function figure(picture: string, caption: string, isCaptionShown: boolean): string {
  const shown = isCaptionShown ? `<figcaption>${plain(caption)}</figcaption>` : '';
  return `<figure><img src="${picture}-light.png" width="1080" height="740" alt="${plain(caption)}">${shown}</figure>`;
}

function stepPart({ words, pictures }: GuideParts, page: PageWords): string {
  const { find } = words;
  const number = { number: stepNumber(page.step), count: 12 };
  const name = find(`steps:names.${page.step}`);
  const lines = page.lines.map(({ text, isHeading }) =>
    isHeading ? `<h4>${plain(text)}</h4>` : `<p>${plain(text)}</p>`,
  );
  const browser = browserPages.filter((each) => page.step === 'response' && pictures.includes(browserPicture(each)));
  return `<section id="${page.step}">
<h2><span class="number">${plain(find('steps:stepOf', number))}</span> ${plain(name)}</h2>
<div class="beside">
${figure(pictureName(page.step), find('steps:stepOfNamed', { ...number, name }), false)}
<div class="words">
<h3>${plain(page.title)}</h3>
${page.lead === '' ? '' : `<p class="lead">${plain(page.lead)}</p>`}
${lines.join('\n')}
<p class="code">${plain(find('guide:code', { code: page.code }))}</p>
</div>
</div>
${browser.length === 0 ? '' : `<h3>${plain(find('guide:whileWaiting'))}</h3><div class="three">`}
${browser.map((each) => figure(browserPicture(each), find(browserTitles[each]), true)).join('\n')}
${browser.length === 0 ? '' : '</div>'}
</section>`;
}

/** Writes the guide beside the pictures, in the words' language and direction. */
export function writeGuide(folder: string, parts: GuideParts): void {
  const { words, seen, pictures, version } = parts;
  const { find } = words;
  const inOrder = [...seen].sort((one, other) => stepNumber(one.step) - stepNumber(other.step));
  const contents = inOrder.map(({ step }) => `<li><a href="#${step}">${plain(find(`steps:names.${step}`))}</a></li>`);
  const after = Object.entries(afterCaptions).filter(([picture]) => pictures.includes(picture));
  const afterParts = after.map(([picture, caption]) => figure(picture, find(caption), true));
  const accounts =
    after.length === 0 ? '' : `<section><h2>${plain(find('guide:after'))}</h2>\n${afterParts.join('\n')}\n</section>`;
  const html = `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(find('guide:title'))}</title>
<style>${guideStyle()}</style>
</head>
<body>
<header>
<h1>${plain(find('guide:title'))}</h1>
<p class="lead">${plain(find('guide:lead'))}</p>
<nav aria-label="${plain(find('guide:contents'))}"><ol>${contents.join('')}</ol></nav>
</header>
<main>
${inOrder.map((page) => stepPart(parts, page)).join('\n')}
${accounts}
</main>
<footer><p>${plain(find('guide:made', { version }))}</p></footer>
</body>
</html>
`;
  writeFileSync(join(folder, 'guide.html'), html);
}
