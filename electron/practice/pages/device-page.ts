// The page on which one types the code that Postkey shows, for signing in on another device.
import { html } from './markup.ts';
import type { Page, PageWords } from './page-frame.ts';

export interface DevicePageFacts {
  readonly action: string;
  readonly xsrf: string;
  /** Came with the address; the person compares it instead of typing. */
  readonly code: string;
  readonly wrong: boolean;
}

export function devicePage(say: PageWords, facts: DevicePageFacts): Page {
  const words = say.words;
  const prefilled = facts.code !== '' && !facts.wrong;
  const body = html`<h1>${words(prefilled ? 'device.titleCompare' : 'device.title')}</h1>
<p class="lead">${words(prefilled ? 'device.leadCompare' : 'device.lead')}</p>
<form method="post" action="${facts.action}" novalidate>
<input type="hidden" name="xsrf" value="${facts.xsrf}">
<input type="hidden" name="confirm" value="yes">
<div class="field">
<label class="name" for="code">${words('device.code')}</label>
<input type="text" id="code" name="user_code" class="code ltr" value="${facts.code}" maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false"${facts.wrong && html` aria-invalid="true" aria-describedby="code-wrong"`}${!prefilled && html` autofocus`}>
${facts.wrong && html`<p id="code-wrong" class="wrong">${words('device.wrong')}</p>`}
</div>
<div class="buttons"><button class="main">${words('device.goOn')}</button></div>
</form>`;
  return { title: words('device.title'), body };
}
