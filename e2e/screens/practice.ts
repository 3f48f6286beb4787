// Stretches of the practice road, at the window and in the person's own browser. Knows pages by what can be read on them.
import { expect, type Locator, type Page } from '@playwright/test';
import { type PracticeFailure, playableFailures } from '../../shared/practice-failures.ts';
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

/** What a failure is called in the list. */
export function failureName(failure: PracticeFailure): string {
  const { cause, named } = playableFailures.find(({ id }) => id === failure) ?? {};
  return say(named ? `window:practice.failures.${failure}` : `problems:${cause}.title`);
}

/** The list of failures, open. */
export async function openPicker(window: Page): Promise<Locator> {
  await window.locator('.practice-band').getByRole('button', { expanded: false }).click();
  const picker = window.getByRole('dialog', { name: say('window:practice.picker.title') });
  await expect(picker).toBeVisible();
  return picker;
}

/** Its line in the list. */
export function lineOf(picker: Locator, name: string): Locator {
  return picker.getByRole('button').filter({ has: picker.page().getByText(name, { exact: true }) });
}

/** From the brass band's list. */
export async function play(window: Page, failure: PracticeFailure): Promise<void> {
  const words = failureName(failure);
  await lineOf(await openPicker(window), words).click();
  await expect(window.getByRole('button', { name: say('window:practice.playing', { failure: words }) })).toBeVisible();
}

/** From now on all goes well. */
export async function playNothing(window: Page): Promise<void> {
  await lineOf(await openPicker(window), say('window:practice.none')).click();
  await expect(window.getByRole('button', { name: say('window:practice.play'), exact: true })).toBeVisible();
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
