// The test providers' own pages, as plain as can be: who signs in, what is allowed, the device's code. Pure.

/** What a person finds on the pages; `person-in-browser.ts` looks for these names. */
export const pageNames = {
  address: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  allow: 'Allow',
  approvalNeeded: 'Need admin approval',
  goBack: 'Return to the application without granting consent',
  accept: 'Accept for the organisation',
  cancel: 'Cancel',
  code: 'Code',
  goOn: 'Continue',
  answer: 'This browser cannot reach the app',
  deviceDone: 'You are signed in on your device',
} as const;

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);

function page(provider: string, heading: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(heading)} · ${escaped(provider)}</title>
<style>body{font:1.1rem/1.5 sans-serif;max-width:28rem;margin:4rem auto}label{display:block;margin:.6rem 0}button{font:inherit;margin:1rem .5rem 0 0}</style>
<main><p>${escaped(provider)}</p><h1>${escaped(heading)}</h1>${body}</main></html>`;
}

const buttons = (main: string): string =>
  `<button name="act" value="go">${main}</button><button name="act" value="cancel" formnovalidate>${pageNames.cancel}</button>`;

export function signInPage(provider: string, facts: { readonly address: string; readonly wrong: boolean }): string {
  return page(
    provider,
    'Sign in to go on to Postkey',
    `<form method="post" autocomplete="off">
<label>${pageNames.address} <input name="address" type="email" value="${escaped(facts.address)}" required></label>
${facts.wrong ? '<p role="alert">Nobody has this address here.</p>' : ''}
<label>${pageNames.password} <input name="password" type="password" required></label>
${buttons(pageNames.signIn)}</form>`,
  );
}

/** `choices` can be unticked; each is a scope. */
export function consentPage(
  provider: string,
  facts: { readonly address: string; readonly choices: readonly string[] },
): string {
  const boxes = facts.choices
    .map(
      (scope) =>
        `<label><input type="checkbox" name="scope" value="${escaped(scope)}" checked> ${escaped(scope)}</label>`,
    )
    .join('');
  return page(
    provider,
    'Postkey asks for permission',
    `<p>${escaped(facts.address)}</p><form method="post">${boxes}${buttons(pageNames.allow)}</form>`,
  );
}

/** The dead end of whoever may not agree; its one way out leads back with nothing. */
export function approvalNeededPage(provider: string): string {
  return page(
    provider,
    pageNames.approvalNeeded,
    `<p>Postkey needs permission to access resources in your organization that only an admin can grant.</p>
<form method="post"><button name="act" value="back">${pageNames.goBack}</button></form>`,
  );
}

/** Where an administrator agrees for everybody. */
export function adminConsentPage(
  provider: string,
  facts: { readonly scopes: readonly string[]; readonly wrong: boolean },
): string {
  const scopes = facts.scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('');
  return page(
    provider,
    'Permissions for your organisation',
    `<ul>${scopes}</ul><form method="post" autocomplete="off">
<label>${pageNames.address} <input name="address" type="email" required></label>
${facts.wrong ? '<p role="alert">Only an administrator can do this.</p>' : ''}
<label>${pageNames.password} <input name="password" type="password" required></label>
<button name="act" value="go">${pageNames.accept}</button></form>`,
  );
}

export function devicePage(
  provider: string,
  facts: { readonly xsrf: string; readonly code: string; readonly wrong: boolean },
): string {
  return page(
    provider,
    'Which code does your device show?',
    `<form method="post"><input type="hidden" name="xsrf" value="${escaped(facts.xsrf)}"><input type="hidden" name="confirm" value="yes">
${facts.wrong ? '<p role="alert">This code is not known.</p>' : ''}
<label>${pageNames.code} <input name="user_code" value="${escaped(facts.code)}" required></label>
<button>${pageNames.goOn}</button></form>`,
  );
}

export function lastPage(provider: string, heading: string, machineSaid = ''): string {
  return page(provider, heading, machineSaid === '' ? '' : `<p><output>${escaped(machineSaid)}</output></p>`);
}
