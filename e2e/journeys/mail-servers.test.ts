// Mail servers that refuse a good sign-in, and servers that misbehave: what is well is said first, and trying again mends it.
import { expect } from '@playwright/test';
import { openHostileServer } from '../parts/hostile-server.ts';
import { test } from '../parts/journey.ts';
import { signIn, walkToSignIn, watchToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectAllGreen, expectProblem, expectStep, expectTitle, press } from '../parts/window-of-postkey.ts';

test('the mail servers refuse the key, then take it', async ({ parts }) => {
  const { window, house } = await walkToSignIn(parts, 'openid');
  house.provider.stage.mailServersRefuse = true;
  await signIn(window, house, parts);
  await expectStep(window, 'test', 'failed', 30_000);
  await press(window, say('pages-mail:configure.without'));
  await expectProblem(window, 'test', 'token-refused');
  await expect(window.getByText(say('window:ladder.results.broken.login'))).toHaveCount(3);
  house.provider.stage.mailServersRefuse = false;
  await press(window, say('window:buttons.tryAgain'));
  await expectStep(window, 'test', 'done', 30_000);
  await press(window, say('window:buttons.continue'));
  await expectStep(window, 'monitor', 'done', 30_000);
  await expectAllGreen(window);
});

test('plain text on an encrypted port, silence, and a server that hangs up', async ({ parts }) => {
  const [plainText, stall, hangUp] = await Promise.all([
    openHostileServer('plain-text'),
    openHostileServer('stall'),
    openHostileServer('hang-up'),
  ]);
  try {
    const servers = { imap: plainText.server, pop: stall.server, smtp: hangUp.server };
    const { window, house } = await walkToSignIn(parts, 'microsoft', { servers });
    await signIn(window, house, parts);
    await press(window, say('pages-mail:configure.without'));
    await expectStep(window, 'test', 'failed', 45_000);
    await expectTitle(window, say('pages-mail:test.several'));
    await expect(window.getByText(say('problems:encryption-not-spoken.what'))).toBeVisible();
    await expect(window.getByText(say('problems:server-silent.title'), { exact: true })).toBeVisible();
    await expect(window.getByText(say('problems:server-closed.title'), { exact: true })).toBeVisible();
    // The key is kept all the same.
    await expectStep(window, 'store', 'done');
  } finally {
    await Promise.all([plainText.stop(), stall.stop(), hangUp.stop()]);
  }
});

test('receiving works, sending does not: an honest finish', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const hangUp = await openHostileServer('hang-up');
  try {
    const { window } = await walkToSignIn(parts, 'openid', { servers: { ...house.mail.servers, smtp: hangUp.server } });
    await signIn(window, house, parts);
    await press(window, say('pages-mail:configure.without'));
    await expectStep(window, 'test', 'failed', 30_000);
    await expect(window.getByText(say('pages-mail:test.well.receiving'))).toBeVisible();
    await press(window, say('pages-mail:test.finish.receiving'));
    await expectStep(window, 'test', 'noted');
    await expectStep(window, 'refresh', 'done');
    await watchToTheEnd(window);
    await expectStep(window, 'monitor', 'done');
  } finally {
    await hangUp.stop();
  }
});
