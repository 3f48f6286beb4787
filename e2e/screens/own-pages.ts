// Walks without a preset and without practice, as far as nobody outside is asked, and stops at each page: the forms of steps 1 to 3.
import { expect } from '@playwright/test';
import { services } from '../../shared/mail-provider.ts';
import type { JourneyParts } from '../parts/journey.ts';
import { openStep } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { addressField, expectStep, press, tick } from '../parts/window-of-postkey.ts';
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
  await tick(window, say('pages-start:register.roads.make.title'));
  await expect(window.getByRole('button', { name: say('console-guide:print') })).toBeVisible();
  yield stop('register, the guide');
  await press(window, say('console-guide:done'));
  yield stop('register, the second part of the guide');
  const askIt = window.getByRole('radio', { name: say('pages-start:register.roads.ask-it.title') });
  if ((await askIt.count()) > 0) {
    await tick(window, say('pages-start:register.roads.ask-it.title'));
    await expect(window.getByRole('region', { name: say('approval:letter.label') })).toBeVisible();
    yield stop('register, a letter for IT');
  }
  await tick(window, say('pages-start:register.roads.have.title'));
  await press(window, say('pages-start:register.goOn'));
  await expectStep(window, 'credentials', 'needs-you');
  yield stop('credentials');
}

/** Step 2 for a provider that Postkey does not know, which is told by hand. */
export async function* openidGuidePages({ start }: Pick<JourneyParts, 'start'>): AsyncGenerator<PageStop> {
  const { window } = await start({ args: ['--address', 'pat@harbour.example'] });
  const stop = (name: string): PageStop => ({ window, name: `own provider: ${name}` });
  await press(window, say('pages-start:found.byHand.button'));
  await tick(window, say('pages-start:choose.openid.title'));
  await window.getByLabel(say('pages-start:choose.issuer.label')).fill('https://login.harbour.example');
  for (const service of services) {
    const fields = window.getByRole('group', { name: say(`pages-start:servers.legend.${service}`) });
    await fields.getByRole('textbox', { name: say('pages-start:servers.host') }).fill(`${service}.harbour.example`);
  }
  await press(window, say('window:buttons.continue'));
  yield stop('understand');
  await press(window, say('pages-start:understand.goOn'));
  await expectStep(window, 'register', 'needs-you');
  yield stop('register');
  await tick(window, say('pages-start:register.roads.make.title'));
  await expect(window.getByRole('button', { name: say('console-guide:print') })).toBeVisible();
  yield stop('register, the guide');
}

/** Step 4 where a password takes the sign-in's place, and the steps it leaves out. */
export async function* passwordPages(
  { start }: Pick<JourneyParts, 'start'>,
  address: string,
): AsyncGenerator<PageStop> {
  const { window } = await start({ args: ['--address', address] });
  const stop = (name: string): PageStop => ({ window, name: `${address}: ${name}` });
  await press(window, say('pages-start:understand.goOnPassword'));
  await expectStep(window, 'flow', 'needs-you');
  // Its words come when they are needed.
  const how = new RegExp(
    ['app', 'mail', 'account'].map((kind) => say(`pages-start:password.how.${kind}`, { provider: '.+' })).join('|'),
    'u',
  );
  await expect(window.getByRole('heading', { name: how })).toBeVisible();
  yield stop('flow, the password');
  await press(window, say('pages-start:password.goOn'));
  await expect(window.getByText(say('refusals:password-empty'))).toBeVisible();
  yield stop('flow, the password refused');
  for (const step of ['register', 'credentials'] as const) {
    await openStep(window, step);
    await expect(window.getByText(say('pages-start:skipped.instead.title'))).toBeVisible();
    yield stop(`${step}, not needed`);
  }
}
