// Stretches of the practice road, at the window and in the person's own browser. Knows pages by what can be read on them.
import { expect, type Page } from '@playwright/test';
import type { PracticeFailure } from '../../shared/setup-state.ts';
import type { JourneyParts } from '../parts/journey.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { say } from '../parts/say.ts';
import { expectStep, press } from '../parts/window-of-postkey.ts';

export const provider = say('practice:frame.maker');

export type PracticeParts = Pick<JourneyParts, 'start' | 'systemBrowser'>;

/** Starts Postkey in practice; step 1 stands there with everything found. */
export async function startInPractice({ start }: Pick<JourneyParts, 'start'>): Promise<RunningPostkey> {
  const postkey = await start({ args: ['--practice'] });
  await expectStep(postkey.window, 'flow', 'done');
  await expect(postkey.window.getByRole('button', { name: say('pages-start:understand.goOn') })).toBeVisible();
  return postkey;
}

export async function goToSignIn(window: Page): Promise<void> {
  await press(window, say('pages-start:understand.goOn'));
  await expectStep(window, 'request', 'needs-you');
}

/** From the brass band's menu. */
export async function play(window: Page, failure: PracticeFailure): Promise<void> {
  await press(window, say('window:practice.play'));
  const words = say(`window:practice.failures.${failure}`);
  await window.getByRole('menuitemradio', { name: words, exact: true }).click();
  await expect(window.getByRole('button', { name: say('window:practice.playing', { failure: words }) })).toBeVisible();
}

/** Presses the button of step 5; answers with the tab that opened. The lifeguard strip has come. */
export async function openBrowser(window: Page, systemBrowser: PracticeParts['systemBrowser']): Promise<Page> {
  await press(window, say('pages-sign-in:request.button.browser', { provider }));
  const tab = await systemBrowser.openedPage('http://127.0.0.1:');
  await expect(window.getByRole('button', { name: say('pages-sign-in:response.link.button') })).toBeVisible();
  return tab;
}

/** Both of the provider's pages, whatever is being played there. */
export async function allowAt(tab: Page): Promise<void> {
  await tab.getByLabel(say('practice:signIn.password'), { exact: true }).fill('anything');
  await press(tab, say('practice:signIn.goOn'));
  await press(tab, say('practice:consent.allow'));
}

/** From the first page to step 9, with nothing going wrong. */
export async function goToPrograms({ window, tab }: { readonly window: Page; readonly tab: Page }): Promise<void> {
  await allowAt(tab);
  await expectStep(window, 'configure', 'needs-you');
}
