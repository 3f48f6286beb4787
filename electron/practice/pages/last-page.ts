// Pages with nothing left to do on them: done, said no, close this tab, and what the provider could not go on with.
import type { PracticeWord } from '../practice-word.ts';
import { html } from './markup.ts';
import type { Page, PageWords } from './page-frame.ts';
import { playedNote } from './played-note.ts';

export type LastPageKind = 'deviceDone' | 'deviceRefused' | 'tooOld' | 'notFound' | 'stuck';

const texts = {
  deviceDone: ['deviceDone.title', 'deviceDone.lead'],
  deviceRefused: ['deviceRefused.title', 'deviceRefused.lead'],
  tooOld: ['tooOld.title', 'tooOld.lead'],
  notFound: ['notFound.title', 'notFound.lead'],
  stuck: ['stuck.title', 'stuck.lead'],
} as const satisfies Record<LastPageKind, readonly [PracticeWord, PracticeWord]>;

/** `machineSaid` is shown in mono as it is: an OAuth error code and its description, never an answer with a code or token in it. */
export function lastPage(say: PageWords, kind: LastPageKind, machineSaid?: string): Page {
  const [title, lead] = texts[kind];
  const body = html`<h1>${say.words(title)}</h1>
<p class="lead">${say.words(lead)}</p>
${machineSaid !== undefined && html`<p class="said"><span class="ltr">${machineSaid}</span></p>`}`;
  return { title: say.words(title), body };
}

/** A provider's own page that leads nowhere; its message is for pasting into Postkey. */
export function messagePage(say: PageWords, message: string): Page {
  const body = html`<h1>${say.words('message.title')}</h1>
<p class="lead">${say.words('message.lead')}</p>
<p class="said"><span class="ltr">${message}</span></p>
<p class="note"><strong>${say.words('message.played')}</strong> ${say.words('message.playedWhat')}</p>`;
  return { title: say.words('message.title'), body };
}

export function closeTabPage(say: PageWords): Page {
  const body = html`<h1>${say.words('closeTab.title')}</h1>
<p class="lead">${say.words('closeTab.lead')}</p>
${playedNote(say, 'closed-tab')}`;
  return { title: say.words('closeTab.title'), body };
}
