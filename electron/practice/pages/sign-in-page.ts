// The page that asks who you are. Looks like a provider's; takes any password and forgets it.
import type { PracticeFailure } from '../../../shared/practice-failures.ts';
import { html } from './markup.ts';
import type { Page, PageWords } from './page-frame.ts';
import { playedNote } from './played-note.ts';

export interface SignInPageFacts {
  readonly action: string;
  readonly address: string;
  readonly addressFixed: boolean;
  readonly wrong: 'address' | 'password' | null;
  readonly playing: PracticeFailure | null;
  readonly formLeadsTo?: string;
}

export function signInPage(say: PageWords, facts: SignInPageFacts): Page {
  const words = say.words;
  const wrongAddress = facts.wrong === 'address';
  const wrongPassword = facts.wrong === 'password';
  const focusPassword = !wrongAddress && facts.address !== '';
  const body = html`<h1>${words('signIn.title')}</h1>
<p class="lead">${words('signIn.lead')}</p>
${playedNote(say, facts.playing)}
<form method="post" action="${facts.action}" novalidate>
<div class="field">
<label class="name" for="address">${words('signIn.address')}</label>
<input type="text" inputmode="email" id="address" name="address" class="ltr" value="${facts.address}" maxlength="254" autocomplete="off" autocapitalize="none" spellcheck="false"${facts.addressFixed && html` readonly`}${wrongAddress && html` aria-invalid="true"`} aria-describedby="address-hint"${!focusPassword && html` autofocus`}>
<p id="address-hint" class="${wrongAddress ? 'wrong' : 'hint'}">${addressHint(say, facts)}</p>
</div>
<div class="field">
<label class="name" for="password">${words('signIn.password')}</label>
<input type="password" id="password" name="password" class="ltr" maxlength="200" autocomplete="off"${wrongPassword && html` aria-invalid="true"`} aria-describedby="password-hint"${focusPassword && html` autofocus`}>
<p id="password-hint" class="${wrongPassword ? 'wrong' : 'hint'}">${words(wrongPassword ? 'signIn.passwordMissing' : 'signIn.passwordHint')}</p>
</div>
<div class="buttons">
<button class="main" name="act" value="go-on">${words('signIn.goOn')}</button>
<button name="act" value="cancel">${words('signIn.cancel')}</button>
</div>
</form>`;
  return {
    title: words('signIn.title'),
    body,
    ...(facts.formLeadsTo !== undefined && { formLeadsTo: facts.formLeadsTo }),
  };
}

function addressHint(say: PageWords, facts: SignInPageFacts): string {
  if (facts.wrong === 'address') return say.words('signIn.addressUnknown');
  return say.words(facts.addressFixed ? 'signIn.addressFixed' : 'signIn.addressHint');
}
