// Walks without a preset and without practice, as far as nobody outside is asked, and stops at each page: the forms of steps 1 to 3.
import { expect } from '@playwright/test';
import type { JourneyParts } from '../parts/journey.ts';
import { say } from '../parts/say.ts';
import { addressField, expectStep, press } from '../parts/window-of-postkey.ts';
import type { PageStop } from './practice-pages.ts';

/** A typing error, an address nobody knows, a shared mailbox. */
export async function* addressPages({ start }: Pick<JourneyParts, 'start'>): AsyncGenerator<PageStop> {
  const { window } = await start();
  const stop = (name: string): PageStop => ({ window, name });
  yield stop('understand, nothing typed');
  await addressField(window).fill('pat.harbour.example');
  await press(window, say('window:buttons.continue'));
  await expect(window.getByText(say('refusals:address-no-at'))).toBeVisible();
  yield stop('understand, refused');
  await addressField(window).fill('pat@harbour.example');
  await expect(window.getByText(say('problems:offline.what'))).toBeVisible();
  yield stop('understand, nobody can be asked');
  await press(window, say('pages-start:found.byHand.button'));
  await expect(window.getByText(say('pages-start:found.byHand.text'))).toBeVisible();
  yield stop('understand, by hand');
  await window.getByText(say('pages-start:choose.openid.title'), { exact: true }).click({ force: true });
  await expect(window.getByLabel(say('pages-start:choose.issuer.label'))).toBeVisible();
  yield stop('understand, own servers');
  await press(window, say('pages-start:understand.shared.button'));
  await expect(window.getByLabel(say('pages-start:understand.shared.label'))).toBeVisible();
  yield stop('understand, shared mailbox');
}

/** Steps 2 and 3 for a registration of one's own. */
export async function* registrationPages(
  { start }: Pick<JourneyParts, 'start'>,
  address: string,
): AsyncGenerator<PageStop> {
  const { window } = await start({ args: ['--address', address] });
  const stop = (name: string): PageStop => ({ window, name: `${address}: ${name}` });
  await press(window, say('pages-start:understand.goOn'));
  await expectStep(window, 'register', 'needs-you');
  yield stop('register');
  await press(window, say('pages-start:register.goOn'));
  await expectStep(window, 'credentials', 'needs-you');
  yield stop('credentials');
}
