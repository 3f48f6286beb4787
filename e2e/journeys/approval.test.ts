// An organisation that guards its mail: the refusal, the letter, the wait over a restart days later, and going on when the
// administrator has agreed. Nobody else's sign-in becomes the mailbox's.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { nextTab, sendLetter, signInWithoutMail, waitingTitle, walkToRefusal } from '../parts/approval-road.ts';
import { test } from '../parts/journey.ts';
import { agreeForEverybody, meetAdministratorsRule, signInAt, tellWho } from '../parts/person-in-browser.ts';
import { pat, sam } from '../parts/provider-kinds.ts';
import { pageNames } from '../parts/provider-pages.ts';
import { administrator } from '../parts/provider-tenant.ts';
import { closeSetup, goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import {
  addressField,
  askForSignIn,
  expectAllGreen,
  expectLine,
  expectTitle,
  press,
  tellAddress,
} from '../parts/window-of-postkey.ts';

const day = 24 * 60 * 60_000;
/** As if the letter had left that long ago. */
function letDaysPass(userData: string, days: number): void {
  const file = join(userData, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  settings.setup.approval.since -= days * day;
  writeFileSync(file, JSON.stringify(settings));
}

async function expectWaitingCard(window: Page): Promise<void> {
  const card = window.getByRole('article').filter({ hasText: pat.address });
  await expect(card.getByText(/^Waiting for approval by/u)).toBeVisible();
}

test('refused, asked for, waited for over a restart, agreed to, and all green', async ({ parts }) => {
  test.setTimeout(120_000);
  const first = await walkToRefusal(parts, 'all-but-mail');
  const { house, userData, link } = first;
  expect(link).toContain('/harbour.example/v2.0/adminconsent?');
  await sendLetter(first.window);
  await signInWithoutMail(first, parts);
  expect(house.provider.record.signIns).toBe(2);
  await first.quit();
  expect(readFileSync(join(userData, 'settings.json'), 'utf8')).not.toContain(house.provider.record.secrets[0]);
  letDaysPass(userData, 3);

  const { window } = await parts.start();
  await expectTitle(window, waitingTitle);
  await press(window, say('approval:waiting.lookNow'));
  await expect(window.getByText(/Last answer: not yet/u)).toBeVisible();
  await agreeForEverybody(await parts.systemBrowser.visit(link), administrator);
  await expect.poll(() => house.provider.stage.administratorAgreed).toBe(true);
  await press(window, say('approval:waiting.lookNow'));
  await expectLine(window, 'response', say('steps:facts.approved-after', { count: 3 }));
  await expect(window.getByText(say('window:notices.approved.title'))).toBeVisible();
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  await expectLine(window, 'token', say('steps:facts.signed-in-as', { name: pat.name }));
  // No browser was opened but for the two sign-ins of the person.
  expect(house.provider.record.signIns).toBe(2);
});

test('agreed to while Postkey was closed: it goes on at its next start', async ({ parts }) => {
  test.setTimeout(120_000);
  const first = await walkToRefusal(parts, 'all-but-mail');
  await sendLetter(first.window);
  await signInWithoutMail(first, parts);
  await first.quit();
  await agreeForEverybody(await parts.systemBrowser.visit(first.link), administrator);
  await expect.poll(() => first.house.provider.stage.administratorAgreed).toBe(true);
  const { window } = await parts.start();
  await expectLine(window, 'response', say('steps:facts.approved-after_zero'));
  await goOnToTheEnd(window);
  await expectAllGreen(window);
});

test('set aside for another account, kept over restarts, agreed to out of sight, and all green', async ({ parts }) => {
  test.setTimeout(180_000);
  const first = await walkToRefusal(parts, 'all-but-mail');
  const { house, link } = first;
  const { stage } = house.provider;
  await sendLetter(first.window);
  await signInWithoutMail(first, parts);
  await press(first.window, say('approval:waiting.putAside'));
  await expectWaitingCard(first.window);
  await press(first.window, say('window:accounts.add'));
  await addressField(first.window).fill(pat.address);
  await press(first.window, say('window:buttons.continue'));
  await expect(first.window.getByText(say('refusals:set-up-waiting'))).toBeVisible();
  // An account that needs no approval.
  stage.peopleMayAllow = 'all';
  await tellAddress(first.window, sam.address);
  await signIn(first.window, house, parts, sam);
  stage.peopleMayAllow = 'all-but-mail';
  await goOnToTheEnd(first.window);
  await closeSetup(first.window);
  await expectWaitingCard(first.window);
  await first.quit();

  const second = await parts.start();
  await expectWaitingCard(second.window);
  await press(second.window, say('window:accounts.aside.openLabel', { address: pat.address }));
  await expectTitle(second.window, waitingTitle);
  await press(second.window, say('approval:waiting.lookNow'));
  await expect(second.window.getByText(/Last answer: not yet/u)).toBeVisible();
  await press(second.window, say('approval:waiting.putAside'));
  await expectWaitingCard(second.window);
  await agreeForEverybody(await parts.systemBrowser.visit(link), administrator);
  await expect.poll(() => stage.administratorAgreed).toBe(true);
  await second.quit();

  const { window } = await parts.start();
  await expect(window.getByText(say('window:notices.approved.title'))).toBeVisible();
  const card = window.getByRole('article').filter({ hasText: pat.address });
  await expect(card.getByText(say('window:accounts.aside.approved'))).toBeVisible();
  await card.getByRole('button', { name: say('window:accounts.aside.goOnLabel', { address: pat.address }) }).click();
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  await closeSetup(window);
  await expectTitle(window, say('window:accounts.title.both'));
  // Pat signed in with mail and without, sam once; nothing more was asked in a browser.
  expect(house.provider.record.signIns).toBe(3);
});

test('the administrator signs in on the person’s computer: nothing of it is kept', async ({ parts }) => {
  test.setTimeout(120_000);
  const at = await walkToRefusal(parts, 'all-but-mail');
  const { window, house } = at;
  await sendLetter(window);
  await press(window, say('approval:waiting.watch'));
  await signInAt(await nextTab(house, parts.systemBrowser), administrator);
  const facts = { expected: pat.address, signedInAs: administrator.address, provider: house.shortName };
  await expect(window.getByText(say('problems:wrong-person.what', facts))).toBeVisible();
  await expectTitle(window, waitingTitle);
  house.provider.stage.administratorAgreed = true;
  await press(window, say('approval:waiting.signIn'));
  await signInAt(await nextTab(house, parts.systemBrowser), administrator);
  await expectTitle(window, waitingTitle);
  await expect(window.getByText(say('problems:wrong-person.what', facts))).toBeVisible();
  await press(window, say('approval:waiting.signIn'));
  await signInAt(await nextTab(house, parts.systemBrowser), pat);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  await expectLine(window, 'token', say('steps:facts.signed-in-as', { name: pat.name }));
});

test('an organisation that lets nobody agree to anything: asked by hand', async ({ parts }) => {
  test.setTimeout(120_000);
  const at = await walkToRefusal(parts, 'nothing');
  const { window, house } = at;
  await sendLetter(window);
  await press(window, say('approval:waiting.watch'));
  await meetAdministratorsRule(await nextTab(house, parts.systemBrowser), pat);
  await expect(window.getByText(say('approval:waiting.how.by-hand', { provider: house.shortName }))).toBeVisible();
  await agreeForEverybody(await parts.systemBrowser.visit(at.link), administrator);
  await expect.poll(() => house.provider.stage.administratorAgreed).toBe(true);
  await press(window, say('approval:waiting.signIn'));
  await signInAt(await nextTab(house, parts.systemBrowser), pat);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
});

test('the page’s words, pasted where it leads nowhere', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'microsoft', { approved: false });
  house.provider.stage.peopleMayAllow = 'all-but-mail';
  await askForSignIn(window, house.shortName);
  const tab = await nextTab(house, parts.systemBrowser);
  await tellWho(tab, pat);
  await tab.getByRole('heading', { name: pageNames.approvalNeeded }).waitFor();
  const words = await tab.getByRole('main').innerText();
  await window.getByRole('textbox', { name: say('pages-sign-in:response.paste.label') }).fill(words);
  await press(window, say('pages-sign-in:response.paste.button'));
  await expectTitle(window, say('approval:stopped.title'));
});
