// The main road: an organisation's preset, one sign-in in the person's own browser, twelve green lines.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { openMailServer } from '../parts/mail-server.ts';
import { pat, providerKinds, sharedMailbox } from '../parts/provider-kinds.ts';
import { closeSetup, expectVerdict, goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import {
  addressField,
  expectAllGreen,
  expectLine,
  expectSteps,
  press,
  tellAddress,
  tick,
} from '../parts/window-of-postkey.ts';

for (const kind of providerKinds) {
  test(`an account at ${kind}`, async ({ parts }) => {
    const { window, house } = await walkToSignIn(parts, kind);
    await expectSteps(window, ['understand', 'register', 'credentials', 'flow'], 'done');
    const tab = await signIn(window, house, parts);
    await expect(tab.getByRole('heading', { name: say('browser-page:pages.arrived.title') })).toBeVisible();
    await expectLine(window, 'token', say('steps:facts.signed-in-as', { name: pat.name }));
    await expectLine(window, 'store', say('steps:facts.kept-in_gnome-keyring'));
    await goOnToTheEnd(window);
    await expectAllGreen(window);
    await expectLine(window, 'test', say('steps:facts.services-passed', { count: 3 }));
    await closeSetup(window);
    await expectVerdict(window, 'well');
    expect(house.provider.record.signIns).toBe(1);
    expect(house.provider.record.tokens).toContain('refresh_token');
  });
}

test('encrypted after a greeting, on all three servers', async ({ parts }) => {
  const { startTls } = (await parts.openHouse('microsoft')).mail;
  const { window, house } = await walkToSignIn(parts, 'microsoft', { servers: startTls });
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  expect(house.mail.log()).toContain('pop3-login: Info: Login: user=<pat@harbour.example>, method=XOAUTH2');
});

test('POP only', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const { window } = await parts.start({ args: ['--preset', house.presetFile(parts.folder)] });
  await addressField(window).fill(pat.address);
  await press(window, say('pages-start:wanted.button'));
  for (const service of ['imap', 'smtp']) {
    await tick(window, say(`pages-start:wanted.${service}.title`));
  }
  await tellAddress(window, pat.address);
  const tab = await signIn(window, house, parts);
  await expect(tab.getByRole('heading', { name: say('browser-page:pages.arrived.title') })).toBeVisible();
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  await expectLine(window, 'test', say('steps:facts.services-passed', { count: 1 }));
  await closeSetup(window);
  await expectVerdict(window, 'well');
});

test('a shared mailbox, with two user names', async ({ parts }) => {
  const house = await parts.openHouse('microsoft');
  const mail = await openMailServer(join(parts.folder, 'shared'), parts.authority, house.provider.origin, true);
  try {
    const { window } = await parts.start({
      args: ['--preset', house.presetFile(parts.folder, { servers: mail.servers })],
    });
    await press(window, say('pages-start:understand.shared.button'));
    await window
      .getByRole('textbox', { name: say('pages-start:understand.address.shared') })
      .fill(sharedMailbox.address);
    await window.getByRole('textbox', { name: say('pages-start:understand.shared.label') }).fill(pat.address);
    await press(window, say('pages-start:understand.goOn'));
    await signIn(window, house, parts);
    await goOnToTheEnd(window);
    await expectAllGreen(window);
    expect(mail.log()).toContain('imap-login: Info: Login: user=<office@harbour.example>');
    expect(mail.log()).toContain('submission-login: Info: Login: user=<pat@harbour.example>');
    await closeSetup(window);
    await expect(window.getByRole('article').filter({ hasText: sharedMailbox.address })).toBeVisible();
  } finally {
    await mail.stop();
  }
});
