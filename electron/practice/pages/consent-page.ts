// The page that says what Postkey asks for, and takes the answer.
import { type Service, services } from '../../../shared/mail-provider.ts';
import type { PracticeFailure } from '../../../shared/practice-failures.ts';
import { mailScopes } from '../mail-scopes.ts';
import type { PracticePerson } from '../practice-people.ts';
import type { PracticeWord } from '../practice-word.ts';
import { html, type Markup } from './markup.ts';
import type { Page, PageWords } from './page-frame.ts';
import { playedNote } from './played-note.ts';

export interface ConsentPageFacts {
  readonly action: string;
  readonly person: PracticePerson;
  readonly scopes: readonly string[];
  readonly playing: PracticeFailure | null;
  readonly formLeadsTo?: string;
}

const plainWords: Readonly<Record<Service, PracticeWord>> = { imap: 'asks.imap', pop: 'asks.pop', smtp: 'asks.smtp' };

// Nothing here has the focus when the page opens: a stray Enter must not be a yes.

/** The mail permission that stands unticked when that failure is played: sending, or the last one asked for. */
export function untickedScope(scopes: readonly string[]): string | undefined {
  const asked = services.map((service) => mailScopes[service]).filter((scope) => scopes.includes(scope));
  return asked.at(-1);
}

export function consentPage(say: PageWords, facts: ConsentPageFacts): Page {
  const words = say.words;
  const asked = services.filter((service) => facts.scopes.includes(mailScopes[service]));
  const unticked = facts.playing === 'scope-unticked' ? untickedScope(facts.scopes) : undefined;
  const body = html`<h1>${words('consent.title')}</h1>
${playedNote(say, facts.playing)}
<div class="block who"><span>${words('consent.signedInAs')}</span><strong>${facts.person.name}</strong><bdi>${facts.person.address}</bdi></div>
<form method="post" action="${facts.action}">
<p>${words('consent.asks')}</p>
<ul class="asks">
${facts.scopes.includes('openid') && ticked(words('asks.identity'))}
${asked.map((service) => {
  const scope = mailScopes[service];
  return unticked === undefined
    ? ticked(words(plainWords[service]))
    : box(scope, words(plainWords[service]), scope !== unticked);
})}
${facts.scopes.includes('offline_access') && ticked(words('asks.renewal'))}
</ul>
<p class="hint">${words('consent.password')}</p>
<div class="buttons">
<button class="main" name="act" value="allow">${words('consent.allow')}</button>
<button name="act" value="cancel">${words('consent.cancel')}</button>
</div>
</form>`;
  return {
    title: words('consent.title'),
    body,
    ...(facts.formLeadsTo !== undefined && { formLeadsTo: facts.formLeadsTo }),
  };
}

function ticked(sentence: string): Markup {
  return html`<li class="ask"><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4.5 10.5 8.5 14.5 15.5 6"/></svg><span>${sentence}</span></li>
`;
}

function box(scope: string, sentence: string, checked: boolean): Markup {
  return html`<li><label class="ask"><input type="checkbox" name="scope" value="${scope}"${checked && html` checked`}><span>${sentence}</span></label></li>
`;
}
