// A provider without a sign-in page: the password is typed at step 4, sealed like a key, tried on a real mail server and kept in
// watch.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { mailPassword } from '../parts/dovecot-config.ts';
import { filesHolding } from '../parts/files-holding.ts';
import { test as base, type JourneyParts } from '../parts/journey.ts';
import type { MailHouse } from '../parts/mail-house.ts';
import type { PostkeyWish } from '../parts/postkey-app.ts';
import { pat } from '../parts/provider-kinds.ts';
import { checkNow, closeSetup, expectVerdict, goOnToTheEnd, removeAccount, watchToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { openTestNetwork, type TestNetwork } from '../parts/test-network.ts';
import {
  addressField,
  expectLine,
  expectProblem,
  expectStep,
  expectSteps,
  expectTitle,
  press,
  tick,
} from '../parts/window-of-postkey.ts';

const test = base.extend<{ readonly network: TestNetwork }>({
  network: async ({ parts }, use) => {
    // The domain is there, and nobody says how its mail works.
    const network = await openTestNetwork(parts, { 'harbour.example': { a: ['127.0.0.1'] } }, {});
    await use(network);
    await network.stop();
  },
});

const leftOut: readonly StepId[] = ['register', 'credentials', 'request', 'response', 'token', 'refresh'];

async function nameServer(window: Page, house: MailHouse, service: Service): Promise<void> {
  const fields = window.getByRole('group', { name: say(`pages-start:servers.legend.${service}`) });
  const { host, port, security } = house.mail.servers[service];
  await fields.getByRole('textbox', { name: say('pages-start:servers.host') }).fill(host);
  await fields.getByRole('combobox').selectOption({ label: say(`pages-start:servers.${security}`) });
  await fields.getByRole('textbox', { name: say('pages-start:servers.port') }).fill(String(port));
}

/** Step 1 by hand, as somebody does whose provider nobody knows. */
async function walkToPassword(parts: JourneyParts, network: TestNetwork, wish: Partial<PostkeyWish> = {}) {
  const house = await parts.openHouse('openid');
  const postkey = await parts.start({ ...wish, ...network.wish });
  const { window } = postkey;
  await addressField(window).fill(pat.address);
  await tick(window, say('pages-start:choose.password.title'));
  for (const service of services) await nameServer(window, house, service);
  await press(window, say('window:buttons.continue'));
  await press(window, say('pages-start:understand.goOnPassword'));
  await expectStep(window, 'flow', 'needs-you');
  return { ...postkey, house };
}

const passwordField = (window: Page) =>
  window.getByLabel(say('pages-start:password.label.account', { address: pat.address }), { exact: true });

async function typePassword(window: Page, password: string): Promise<void> {
  await passwordField(window).fill(password);
  await press(window, say('pages-start:password.goOn'));
}

test('typed, tried, kept over a restart, and gone with the account', async ({ parts, network }) => {
  const { window, house, userData, quit } = await walkToPassword(parts, network);
  await expectSteps(window, ['register', 'credentials'], 'skipped');
  await expectLine(window, 'register', say('steps:skipped.no-sign-in-page'));
  await typePassword(window, mailPassword);
  await expectSteps(window, ['flow', 'store', 'test'], 'done');
  await goOnToTheEnd(window);
  await expectSteps(window, leftOut, 'skipped');
  await expectLine(window, 'refresh', say('steps:skipped.password-lasts'));
  await expectLine(window, 'test', say('steps:facts.services-passed', { count: 3 }));
  await closeSetup(window);
  await expectVerdict(window, 'well');
  expect(house.provider.record.signIns).toBe(0);
  await quit();
  expect(filesHolding(userData, [mailPassword])).toEqual([]);

  const before = house.mail.countLogins();
  const again = await parts.start();
  await checkNow(again.window);
  await expect.poll(() => house.mail.countLogins()).toBe(before + 3);
  await expectVerdict(again.window, 'well');

  await removeAccount(again.window);
  await expect(again.window.locator('[data-part=revoke]')).toContainText(say('leaving:results.revoke.no-permission'));
  await press(again.window, say('leaving:putAway'));
  await expect(addressField(again.window)).toBeVisible();
  expect(readdirSync(join(userData, 'vault')).filter((name) => !name.startsWith('preset'))).toEqual([]);
});

test('refused, typed again, and everything else stays', async ({ parts, network }) => {
  const { window } = await walkToPassword(parts, network);
  await typePassword(window, pat.address);
  await expect(window.getByText(say('refusals:password-is-address'))).toBeVisible();
  await typePassword(window, 'not the right one');
  await expectStep(window, 'test', 'failed');
  await press(window, say('pages-mail:configure.without'));
  await expectProblem(window, 'test', 'password-refused');
  await press(window, say('window:buttons.next.type-password'));
  await expectTitle(window, say('problems:password-refused.title'));
  await typePassword(window, mailPassword);
  await watchToTheEnd(window);
  await expectSteps(window, ['flow', 'store', 'configure', 'test', 'monitor'], 'done');
});

test('without a key store it is asked for again after a restart', async ({ parts, network }) => {
  const { window, userData, quit } = await walkToPassword(parts, network, { keyStore: 'none' });
  await typePassword(window, mailPassword);
  await expectProblem(window, 'store', 'no-key-store');
  await press(window, say('pages-sign-in:store.session.button'));
  await goOnToTheEnd(window);
  await closeSetup(window);
  await expectVerdict(window, 'well');
  await quit();
  expect(filesHolding(userData, [mailPassword])).toEqual([]);

  const again = await parts.start({ keyStore: 'none' });
  await checkNow(again.window);
  await expectVerdict(again.window, 'needs-password');
  await press(again.window, say('window:buttons.next.type-password'));
  await typePassword(again.window, mailPassword);
  await press(again.window, say('pages-sign-in:store.session.button'));
  await watchToTheEnd(again.window);
  await closeSetup(again.window);
  await expectVerdict(again.window, 'healed');
});
