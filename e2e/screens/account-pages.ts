// Stops at the page of one account: well, with its history as a table, and with a mailbox that does not open.
import { expect } from '@playwright/test';
import { closeSetup, goOnToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { press } from '../parts/window-of-postkey.ts';
import { goToPrograms, goToSignIn, openBrowser, type PracticeParts, play, startInPractice } from './practice.ts';
import type { PageStop } from './practice-pages.ts';

export async function* accountPages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const { window } = await startInPractice(parts);
  const stop = (name: string): PageStop => ({ window, name });
  await goToSignIn(window);
  const tab = await openBrowser(window, parts.systemBrowser);
  await goToPrograms({ window, tab });
  await goOnToTheEnd(window);
  await closeSetup(window);
  const card = window.locator('.card-open');
  const address = (await card.textContent()) ?? '';
  await card.click();
  await expect(window.getByRole('heading', { level: 1, name: address })).toBeVisible();
  await press(window, say('account:history.table'));
  yield stop('account');
  await play(window, 'mailbox-unreachable');
  await press(window, say('account:check'));
  await expect(window.getByRole('region', { name: say('account:likely.title') }).first()).toBeVisible();
  yield stop('account, the mailbox does not open');
}
