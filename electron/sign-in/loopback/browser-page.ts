// Makes the page a browser shows when it hands over an answer: one self-contained HTML text. It takes a kind, words and a provider's
// name, and never anything from the request.

import { type BrowserPageKind, browserPageKinds } from './browser-page-kinds.ts';
import { browserPageStyle } from './browser-page-style.ts';
import type { BrowserPageKey, BrowserPageWords } from './browser-page-words.ts';
import { escapeHtml } from './escape-html.ts';
import { appIcon, drawFranking, tabIcon } from './letter-drawing.ts';

export interface BrowserPageInput {
  readonly kind: BrowserPageKind;
  /** For a reload: how the first answer ended, which is what its postmark keeps saying. */
  readonly first?: BrowserPageKind;
  /** Nobody waits any more: the answer came, perhaps in another tab. */
  readonly isAnswered?: boolean;
  /** The code to read out, where it says more than the page's own. */
  readonly stamp?: string;
  /** Epoch milliseconds, on the postmark in local time. */
  readonly at: number;
  readonly providerName: string;
  readonly words: BrowserPageWords;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Programs stand in a Dock here, not in a task bar. */
  readonly dock: boolean;
}

/** A whole HTML document. */
export function makeBrowserPage(input: BrowserPageInput): string {
  const { words, kind } = input;
  const traits = browserPageKinds[kind];
  const { postmark } = browserPageKinds[input.first ?? kind];
  const say = (key: BrowserPageKey, values?: Readonly<Record<string, string>>) => escapeHtml(words(key, values));
  const provider = { provider: input.providerName };
  const title = say(`pages.${kind}.title`, provider);
  const when = readPostmarkTime(input);
  const described = say(postmark === 'arrived' ? 'letter.describedArrived' : 'letter.describedReturned', when);
  const franking = drawFranking({
    postmark,
    word: words(postmark === 'arrived' ? 'letter.arrived' : 'letter.returned'),
    time: when.time,
    date: when.date.toLocaleUpperCase(input.language),
    direction: input.direction,
  });
  const [lookFirst, lookNext] = lookLines(
    traits.look === 'waits' && input.isAnswered ? 'in-front' : traits.look,
    input.dock,
  );
  return `<!doctype html>
<html lang="${escapeHtml(input.language)}" dir="${input.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${escapeHtml(tabIcon)}">
<style>${browserPageStyle}</style>
</head>
<body>
<main${traits.ink === 'stopped' ? ' class="stopped"' : ''}>
<div class="letter" role="img" aria-label="${described}">${franking}<div class="to"><b translate="no">${say('letter.to')}</b>${say('letter.where')}</div></div>
<h1>${title}</h1>
<p class="lead">${say(`pages.${kind}.lead`, provider)}</p>
<div class="look">${appIcon}<p><span>${say(lookFirst)}</span><span>${say(lookNext)}</span></p></div>
<p class="end">${traits.mayClose ? `<span>${say('closeTab')}</span> ` : ''}<span>${say('code')} <b dir="ltr" translate="no">${escapeHtml(input.stamp ?? traits.stamp)}</b></span></p>
</main>
</body>
</html>
`;
}

function lookLines(look: 'in-front' | 'says-next' | 'waits', dock: boolean): readonly [BrowserPageKey, BrowserPageKey] {
  if (look === 'in-front') return ['look.inFront', dock ? 'look.ifNotDock' : 'look.ifNot'];
  return [look === 'waits' ? 'look.waits' : 'look.saysNext', dock ? 'look.pictureDock' : 'look.picture'];
}

/** Postmarks know neither seconds nor "p.m.". The words say in which order day and month stand. */
function readPostmarkTime({ at, language, words }: BrowserPageInput): { readonly time: string; readonly date: string } {
  const date = new Date(at);
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options).format(date);
  return {
    time: part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: words('letter.date', { day: part({ day: 'numeric' }), month: part({ month: 'short' }) }),
  };
}
