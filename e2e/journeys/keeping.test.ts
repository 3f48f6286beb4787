// What stays when Postkey is closed, and what must not: keys in the key store only, set-ups where they stood, renewals by themselves.
import { expect } from '@playwright/test';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import {
  checkNow,
  closeSetup,
  expectVerdict,
  goOnToTheEnd,
  signIn,
  walkToSignIn,
  watchToTheEnd,
} from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import {
  askForSignIn,
  expectAllGreen,
  expectLine,
  expectProblem,
  expectStep,
  expectSteps,
  press,
} from '../parts/window-of-postkey.ts';

test('without a key store: this session only, and nothing on the disk', async ({ parts }) => {
  const { window, house, userData, quit } = await walkToSignIn(parts, 'openid', {}, { keyStore: 'none' });
  await expectStep(window, 'flow', 'noted');
  await signIn(window, house, parts);
  await expectStep(window, 'store', 'failed');
  await expectProblem(window, 'store', 'no-key-store');
  await press(window, say('pages-sign-in:store.session.button'));
  await expectLine(window, 'store', say('steps:facts.kept-this-session'));
  await goOnToTheEnd(window);
  await expectSteps(window, ['test', 'refresh'], 'done');
  await closeSetup(window);
  await expectVerdict(window, 'well');
  await quit();
  const { secrets } = house.provider.record;
  expect(secrets.length).toBeGreaterThanOrEqual(4);
  expect(filesHolding(userData, secrets)).toEqual([]);

  const again = await parts.start({ keyStore: 'none' });
  await checkNow(again.window);
  await expectVerdict(again.window, 'needs-you');
});

test('restarted, it renews without a browser', async ({ parts }) => {
  const { house, window, userData, quit } = await walkToSignIn(parts, 'openid');
  // Shorter than the time before its end at which a key is renewed.
  house.provider.stage.accessTokenSeconds = 120;
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await quit();
  expect(filesHolding(userData, house.provider.record.secrets)).toEqual([]);

  house.provider.endAccessTokens();
  const before = { tokens: house.provider.record.tokens.length, logins: house.mail.countLogins() };
  const again = await parts.start();
  await checkNow(again.window);
  await expect.poll(() => house.mail.countLogins()).toBe(before.logins + 3);
  await expectVerdict(again.window, 'well');
  expect(house.provider.record.tokens.slice(before.tokens)).toContain('refresh_token');
  expect(house.provider.record.signIns).toBe(1);
});

test('signed out at the provider: the account says so, and signing in again mends it', async ({ parts }) => {
  const { house, window } = await walkToSignIn(parts, 'microsoft');
  house.provider.stage.accessTokenSeconds = 120;
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  house.provider.endEverything();
  await checkNow(window);
  await expectVerdict(window, 'needs-you');
  await press(window, say('window:accounts.signInAgain'));
  await signIn(window, house, parts);
  await watchToTheEnd(window);
  await closeSetup(window);
  await expectVerdict(window, 'healed');
});

test('quit while the browser waits, and go on', async ({ parts }) => {
  const { house, window, quit } = await walkToSignIn(parts, 'google');
  await askForSignIn(window, house.shortName);
  await parts.systemBrowser.openedPage(house.provider.origin);
  await expectStep(window, 'response', 'working');
  await quit();

  const again = await parts.start();
  await expect(again.window.getByText(say('window:notices.set-up-resumed.title'))).toBeVisible();
  await expectSteps(again.window, ['understand', 'register', 'credentials', 'flow'], 'done');
  await expectStep(again.window, 'request', 'needs-you');
  await signIn(again.window, house, parts);
  await goOnToTheEnd(again.window);
  await expectAllGreen(again.window);
});

test('quit after signing in, and go on without a browser', async ({ parts }) => {
  const { house, window, quit } = await walkToSignIn(parts, 'microsoft');
  await signIn(window, house, parts);
  await expectStep(window, 'configure', 'needs-you');
  await quit();

  const again = await parts.start();
  await expectLine(again.window, 'token', say('steps:facts.signed-in-as', { name: pat.name }));
  await goOnToTheEnd(again.window);
  await expectAllGreen(again.window);
  expect(house.provider.record.signIns).toBe(1);
});
