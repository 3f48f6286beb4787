// The practice account through the twelve steps, from the window and the browser alone: nothing of Postkey's inside is reached.

import { closeSetup, goOnToTheEnd } from '../parts/roads.ts';
import type { SystemBrowser } from '../parts/system-browser.ts';
import { expectAllGreen } from '../parts/window-of-postkey.ts';
import { playProviderPages } from '../walkthrough/play-provider-pages.ts';
import type { AtTheWindow } from '../window/at-the-window.ts';
import { untilSetup } from '../window/read-state.ts';

/** Ends at the account list, with one account. */
export async function walkPractice(at: AtTheWindow, browser: SystemBrowser): Promise<void> {
  const { page, words } = at;
  const setup = await untilSetup(page, 'the practice provider is found', ({ provider }) => provider !== undefined);
  await at.button('pages-start:understand.goOn').click();
  await untilSetup(page, 'step 5 is reached', ({ current }) => current === 'request');
  const provider = setup.provider?.is.shortName ?? '';
  await at.button('pages-sign-in:request.button.browser', { provider }).click();
  await playProviderPages(await browser.openedPage('http://127.0.0.1:'), words, async () => undefined);
  await goOnToTheEnd(page);
  await expectAllGreen(page);
  await closeSetup(page);
}
