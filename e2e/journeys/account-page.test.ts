// Real servers that refuse late or know the person by another name, and an account's own page: what was finished without, and back.
import { expect } from '@playwright/test';
import { expectFocus } from '../parts/expect-focus.ts';
import { openGate } from '../parts/gate.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { closeSetup, expectVerdict, goOnToTheEnd, signIn, walkToSignIn, watchToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectProblem, expectStep, expectTitle, press, tellAddress } from '../parts/window-of-postkey.ts';

const alias = 'pat.moreno@harbour.example';

test('an alias was typed: the server refuses it, and takes the name that the provider gave', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  house.provider.stage.alias = alias;
  const { window } = await parts.start({ args: ['--preset', house.presetFile(parts.folder)] });
  await tellAddress(window, alias);
  await expectStep(window, 'request', 'needs-you');
  await signIn(window, house, parts);
  await expectStep(window, 'test', 'done', 30_000);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await press(window, alias);
  await expectTitle(window, alias);
  const known = say('window:accounts.knownAs', { name: pat.address, insteadOf: alias });
  await expect(window.getByText(known)).toHaveCount(3);
  // Back to the card that was opened, by the browser's own key.
  await window.keyboard.press('Alt+ArrowLeft');
  await expectFocus(window.getByRole('button', { name: alias, exact: true }));
});

test('the login passes and the Inbox does not open: what it can mean, and what is known to be otherwise', async ({
  parts,
}) => {
  const { window, house } = await walkToSignIn(parts, 'openid');
  const openInbox = house.mail.shutInbox(pat.address);
  try {
    await signIn(window, house, parts);
    await press(window, say('pages-mail:configure.without'));
    await expectStep(window, 'test', 'failed', 30_000);
    await expectProblem(window, 'test', 'mailbox-unreachable');
    await expect(window.getByText(say('window:ladder.results.broken.mailbox')).first()).toBeVisible();
    const list = window.getByRole('region', { name: say('account:likely.title') });
    const lines = list.getByRole('listitem');
    await expect(lines.filter({ hasText: say('account:likely.causes.other-person.title') })).toContainText(
      say('account:likely.ruledOut.person-checked', { names: pat.address }),
    );
    await expect(lines.filter({ hasText: say('account:likely.causes.no-mailbox.title') })).not.toContainText(
      say('account:likely.not'),
    );
    openInbox();
    await list.getByRole('button', { name: say('window:buttons.tryAgain') }).click();
    await expectStep(window, 'test', 'done', 30_000);
  } finally {
    openInbox();
  }
});

test('finished without sending, opened later, and sending tried again without a sign-in', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const gate = await openGate(house.mail.servers.smtp);
  try {
    const { window } = await walkToSignIn(parts, 'openid', { servers: { ...house.mail.servers, smtp: gate.server } });
    await signIn(window, house, parts);
    await press(window, say('pages-mail:configure.without'));
    await expectStep(window, 'test', 'failed', 30_000);
    await press(window, say('pages-mail:test.finish.receiving'));
    await watchToTheEnd(window);
    await closeSetup(window);
    const card = window.getByRole('article').filter({ hasText: pat.address });
    // A choice, not a fault.
    await expectVerdict(window, 'well');
    await expect(card.getByText(say('window:accounts.sentence.leftOutSending'))).toBeVisible();
    const { signIns } = house.provider.record;
    await press(window, pat.address);
    const without = window.getByRole('region', { name: say('account:leftOut.title.smtp') });
    await expect(without.getByText(say('account:leftOut.means.smtp'))).toBeVisible();
    gate.open();
    await without.getByRole('button', { name: say('account:leftOut.again.smtp') }).click();
    await expect(without).toHaveCount(0, { timeout: 20_000 });
    await expect(window.getByRole('main').getByText(say('window:accounts.sentence.bothWork'))).toBeVisible({
      timeout: 20_000,
    });
    await expect(window.getByRole('region', { name: say('window:services.smtp') })).toBeVisible();
    expect(house.provider.record.signIns).toBe(signIns);
    await window.keyboard.press('Escape');
    await expect(card.getByText(say('window:accounts.sentence.leftOutSending'))).toHaveCount(0);
  } finally {
    await gate.stop();
  }
});
