// The road of an organisation that guards its mail: to the refusal, and through the wait.
import { expect, type Page } from '@playwright/test';
import type { JourneyParts } from './journey.ts';
import { type MailHouse, organisation } from './mail-house.ts';
import { meetAdministratorsRule, signInAt } from './person-in-browser.ts';
import { pat } from './provider-kinds.ts';
import { type AtSignIn, walkToSignIn } from './roads.ts';
import { say } from './say.ts';
import type { SystemBrowser } from './system-browser.ts';
import { askForSignIn, expectStep, expectTitle, press } from './window-of-postkey.ts';

export const waitingTitle = say('approval:waiting.title_named', { organisation });

export type ApprovalParts = Pick<JourneyParts, 'start' | 'openHouse' | 'folder' | 'systemBrowser'>;

export function nextTab(house: MailHouse, systemBrowser: SystemBrowser): Promise<Page> {
  return systemBrowser.openedPage(house.provider.origin);
}

/** To the page with the letter. Answers with the link for the administrator. */
export async function walkToRefusal(
  parts: ApprovalParts,
  rule: 'all-but-mail' | 'nothing',
): Promise<AtSignIn & { link: string }> {
  const at = await walkToSignIn(parts, 'microsoft', { approved: false });
  at.house.provider.stage.peopleMayAllow = rule;
  await askForSignIn(at.window, at.house.shortName);
  await meetAdministratorsRule(await nextTab(at.house, parts.systemBrowser), pat);
  await expectStep(at.window, 'response', 'failed');
  await expectTitle(at.window, say('approval:stopped.title'));
  // As the administrator finds it in the letter.
  const letter = at.window.getByText(/\/v2\.0\/adminconsent\?/u).first();
  const link = /https:\S+/u.exec((await letter.textContent()) ?? '')?.[0] ?? '';
  return { ...at, link };
}

export async function sendLetter(window: Page): Promise<void> {
  await press(window, say('approval:letter.copy'));
  await expectTitle(window, waitingTitle);
}

/** The person says who they are, and nothing about mail. */
export async function signInWithoutMail({ window, house }: AtSignIn, parts: ApprovalParts): Promise<void> {
  await press(window, say('approval:waiting.watch'));
  await signInAt(await nextTab(house, parts.systemBrowser), pat);
  await expect(window.getByText(say('approval:waiting.how.by-itself', { provider: house.shortName }))).toBeVisible();
  await expect(window.getByRole('button', { name: say('approval:waiting.lookNow') })).toBeVisible();
}
