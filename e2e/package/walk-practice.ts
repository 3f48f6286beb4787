// The practice account through the twelve steps, from the window and the browser alone: nothing of Postkey's inside is reached.
import { setupSteps } from '../../shared/setup-steps.ts';
import type { SystemBrowser } from '../parts/system-browser.ts';
import { playProviderPages } from '../walkthrough/play-provider-pages.ts';
import type { AtTheWindow } from '../window/at-the-window.ts';
import { untilSetup, untilState } from '../window/read-state.ts';

/** Ends at the account list, with one account. */
export async function walkPractice(at: AtTheWindow, browser: SystemBrowser): Promise<void> {
  const { page, words } = at;
  const setup = await untilSetup(page, 'the practice provider is found', ({ provider }) => provider !== undefined);
  await at.button('pages-start:understand.goOn').click();
  await untilSetup(page, 'step 5 is reached', ({ current }) => current === 'request');
  const provider = setup.provider?.is.shortName ?? '';
  await at.button('pages-sign-in:request.button.browser', { provider }).click();
  await playProviderPages(await browser.openedPage('http://127.0.0.1:'), words, async () => undefined);
  await untilSetup(page, 'programs are asked for', ({ current }) => current === 'configure');
  await at.button('pages-mail:configure.without').click();
  await untilSetup(
    page,
    'all steps are done',
    ({ steps }) => setupSteps.every((step) => steps[step].kind === 'done'),
    60_000,
  );
  await at.button('pages-mail:monitor.finish').click();
  await untilState(page, 'the account is on the list', (state) => !state.setup && state.accounts.length === 1);
}
