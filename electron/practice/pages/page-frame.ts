// The frame of every page that practice shows: band, card, footer, and the policy that lets a page load nothing at all.
import { randomBytes } from 'node:crypto';
import type { PracticeParts } from '../practice.ts';
import { html, Markup } from './markup.ts';
import { pageStyle } from './page-style.ts';

export type PageWords = Pick<PracticeParts, 'words' | 'language' | 'direction'>;

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** Where the page's form may lead besides practice itself: the return address of the app that asked. */
  readonly formLeadsTo?: string;
}

export interface PageAnswer {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function framePage(say: PageWords, page: Page): PageAnswer {
  const nonce = randomBytes(16).toString('base64');
  const { text } = html`<!doctype html>
<html lang="${say.language()}" dir="${say.direction()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.words('frame.tab', { title: page.title })}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${new Markup(pageStyle)}</style>
</head>
<body>
<header class="band">${say.words('frame.band')}</header>
<main>
<div class="card">
<p class="maker">${mark}<span>${say.words('frame.maker')}</span></p>
${page.body}
</div>
</main>
<footer>${say.words('frame.foot')}</footer>
</body>
</html>
`;
  return { html: text, headers: headersFor(nonce, page.formLeadsTo) };
}

const mark = html`<svg viewBox="0 0 30 24" aria-hidden="true" focusable="false"><rect class="paper" width="30" height="24" rx="6"/><path class="flap" d="M6.5 7.5 15 13.5l8.5-6"/></svg>`;

function headersFor(nonce: string, formLeadsTo: string | undefined): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    // Browsers follow a form's redirects by this rule too, so the return address must be on it.
    `form-action 'self'${formLeadsTo === undefined ? '' : ` ${formLeadsTo}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
