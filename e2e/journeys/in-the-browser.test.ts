// What a person may do in the browser besides saying yes, and how the window answers.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { refuseAt, signInAt } from '../parts/person-in-browser.ts';
import { pat, providerFacts, sam } from '../parts/provider-kinds.ts';
import { goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import {
  askForSignIn,
  expectAllGreen,
  expectLine,
  expectProblem,
  expectStep,
  press,
} from '../parts/window-of-postkey.ts';

/** Sealed records on the disk. */
function recordsIn(userData: string): readonly string[] {
  const vault = join(userData, 'vault');
  return existsSync(vault) ? readdirSync(vault) : [];
}

test('the person says no, then yes', async ({ parts }) => {
  const { window, house, userData } = await walkToSignIn(parts, 'openid');
  await askForSignIn(window, house.shortName);
  const tab = await parts.systemBrowser.openedPage(house.provider.origin);
  await refuseAt(tab);
  await expect(tab.getByRole('heading', { name: say('browser-page:pages.declined.title') })).toBeVisible();
  await expectStep(window, 'response', 'failed');
  await expectProblem(window, 'response', 'refused-by-person');
  expect(recordsIn(userData)).toEqual([]);
  await press(window, say('window:buttons.tryAgain'));
  await signInAt(await parts.systemBrowser.openedPage(house.provider.origin), pat);
  await expectStep(window, 'store', 'done');
});

test('the tab is closed; cancel, and try again', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'microsoft');
  await askForSignIn(window, house.shortName);
  const tab = await parts.systemBrowser.openedPage(house.provider.origin);
  await tab.close();
  await expectStep(window, 'response', 'working');
  await press(window, say('window:buttons.cancel'));
  await expectStep(window, 'request', 'needs-you');
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
});

test('a tab of an earlier try does no harm', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'openid');
  await askForSignIn(window, house.shortName);
  const earlier = await parts.systemBrowser.openedPage(house.provider.origin);
  await press(window, say('window:buttons.cancel'));
  await askForSignIn(window, house.shortName);
  const later = await parts.systemBrowser.openedPage(house.provider.origin);
  // Nobody listens for it any more: the browser finds no page.
  await signInAt(earlier, pat).catch(() => undefined);
  await expectStep(window, 'response', 'working');
  await signInAt(later, pat);
  await expectStep(window, 'store', 'done');
});

test('someone else signs in; then the right person', async ({ parts }) => {
  const { window, house, userData } = await walkToSignIn(parts, 'microsoft');
  await signIn(window, house, parts, sam);
  await expectStep(window, 'token', 'failed');
  await expectProblem(window, 'token', 'wrong-person');
  await expect(window.getByText(pat.address).first()).toBeVisible();
  await expect(window.getByText(sam.address).first()).toBeVisible();
  expect(recordsIn(userData)).toEqual([]);
  await press(window, say('window:buttons.next.sign-in-again'));
  await signInAt(await parts.systemBrowser.openedPage(house.provider.origin), pat);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
});

test('someone else signs in, and was meant', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'google');
  await signIn(window, house, parts, sam);
  await expectStep(window, 'token', 'failed');
  await press(window, say('pages-sign-in:token.decide.use.button'));
  await expectLine(window, 'token', say('steps:facts.signed-in-as', { name: sam.name }));
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  await expect(window.getByText(sam.address).first()).toBeVisible();
});

test('a permission is left out; then all are given', async ({ parts }) => {
  const { window, house, userData } = await walkToSignIn(parts, 'openid');
  await askForSignIn(window, house.shortName);
  const tab = await parts.systemBrowser.openedPage(house.provider.origin);
  await signInAt(tab, pat, [providerFacts.openid.mailScopes.smtp]);
  await expectStep(window, 'token', 'failed');
  await expectProblem(window, 'token', 'scope-missing');
  await expect(window.getByText(say('pages-sign-in:token.missing.smtp.title'))).toBeVisible();
  await expect(window.getByText(say('pages-sign-in:token.allowed.imap'))).toBeVisible();
  expect(recordsIn(userData)).toEqual([]);
  await press(window, say('window:buttons.next.sign-in-again'));
  await signInAt(await parts.systemBrowser.openedPage(house.provider.origin), pat);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
});

test('a double click opens one page', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'openid');
  await window
    .getByRole('button', { name: say('pages-sign-in:request.button.browser', { provider: house.shortName }) })
    .dblclick();
  await signInAt(await parts.systemBrowser.openedPage(house.provider.origin), pat);
  await expectStep(window, 'store', 'done');
  expect(house.provider.record.signIns).toBe(1);
  expect(parts.systemBrowser.countPages(house.provider.origin)).toBe(0);
});

test('the answer is pasted', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'openid');
  house.provider.stage.keepsAnswer = true;
  const tab = await signIn(window, house, parts);
  const address = (await tab.getByRole('status').textContent()) ?? '';
  const field = window.getByRole('textbox', { name: say('pages-sign-in:response.paste.label') });
  const paste = async (text: string): Promise<void> => {
    await field.fill(text);
    await press(window, say('pages-sign-in:response.paste.button'));
  };
  for (const [text, refusal] of [
    ['I do not know what to put here', 'paste-not-understood'],
    [address.replace(/state=[^&]+/u, 'state=an-older-try'), 'paste-older-try'],
    [`${house.provider.origin}/authorize?client_id=x&response_type=code&state=y`, 'paste-no-answer-in-it'],
  ] as const) {
    await paste(text);
    await expect(window.getByRole('alert')).toHaveText(say(`refusals:${refusal}`));
    await expect(field).toHaveValue(text);
    await expectStep(window, 'response', 'working');
  }
  await paste(address);
  await expectStep(window, 'store', 'done');
});
