// `postkey token`: beside the open window, without one, and when there is none to give. A real program logs in with what it prints.
import { expect } from '@playwright/test';
import { statusByToken } from '../parts/curl-by-token.ts';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import type { MailHouse } from '../parts/mail-house.ts';
import { pat } from '../parts/provider-kinds.ts';
import { closeSetup, expectVerdict, goOnToTheEnd, removeAccount, signIn, walkToSignIn } from '../parts/roads.ts';
import { runCommand } from '../parts/run-command.ts';
import { runLauncher } from '../parts/run-launcher.ts';
import { say } from '../parts/say.ts';
import { goToPrograms, goToSignIn, openBrowser, startInPractice } from '../screens/practice.ts';

const renewals = ({ provider }: MailHouse): number =>
  provider.record.tokens.filter((type) => type === 'refresh_token').length;
const printed = /^[A-Za-z0-9._~+/-]+=*\n$/u;

function imapOf(house: MailHouse) {
  return house.mail.servers.imap;
}

test('beside the window: twenty programs at once, one renewal, and a real login; none once the account is gone', async ({
  parts,
}) => {
  test.setTimeout(90_000);
  const { house, window, userData } = await walkToSignIn(parts, 'openid');
  // So short that the next one who asks has to renew.
  house.provider.stage.accessTokenSeconds = 120;
  const early = await runLauncher(['token', pat.address], { userData });
  expect(early).toMatchObject({ code: 1, out: '', err: expect.stringContaining('TOKEN-SETUP') });
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await expectVerdict(window, 'well');
  const ask = () => runLauncher(['token', pat.address.toUpperCase()], { userData, quick: true });

  house.provider.stage.accessTokenSeconds = 3600;
  const before = renewals(house);
  const ends = await Promise.all(Array.from({ length: 20 }, ask));
  const [first] = ends;
  expect(first).toEqual({ code: 0, out: expect.stringMatching(printed), err: '' });
  expect(ends).toEqual(ends.map(() => first));
  expect(renewals(house)).toBe(before + 1);
  const token = first?.out.trimEnd() ?? '';
  expect(house.provider.record.secrets).toContain(token);
  expect(await statusByToken(imapOf(house), parts.authority, pat.address, token)).toMatch(/MESSAGES/u);
  // The program's own command asks at the same door.
  expect(await runCommand(['token', pat.address], { userData })).toEqual({ code: 0, out: `${token}\n`, err: '' });

  const unknown = await runLauncher(['token', 'kim@harbour.example'], { userData });
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.err).toContain('TOKEN-WHOSE');
  expect(unknown.err).toContain(say('cli:token.refusals.unknown.what'));
  expect(await runLauncher(['token'], { userData })).toMatchObject({ code: 2, out: '' });
  expect(filesHolding(userData, house.provider.record.secrets)).toEqual([]);

  await removeAccount(window);
  const done = window.getByRole('heading', { name: say('leaving:title.done', { address: pat.address }) });
  await expect(done).toBeVisible({ timeout: 30_000 });
  expect(await ask()).toMatchObject({ code: 1, out: '' });
  expect((await runLauncher(['token', pat.address], { userData })).err).toContain('TOKEN-WHOSE');
});

test('without a window: several take turns beside a look, one renews; and the code when the sign-in has ended', async ({
  parts,
}) => {
  test.setTimeout(120_000);
  const { house, window, userData, quit } = await walkToSignIn(parts, 'openid');
  house.provider.stage.accessTokenSeconds = 120;
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await quit();
  const ask = () => runLauncher(['token', pat.address], { userData });

  house.provider.stage.accessTokenSeconds = 3600;
  const before = renewals(house);
  const [look, ...ends] = await Promise.all([runCommand(['check'], { userData }), ask(), ask(), ask()]);
  expect(look).toMatchObject({ code: 0 });
  const [first] = ends;
  expect(first).toEqual({ code: 0, out: expect.stringMatching(printed), err: '' });
  expect(ends).toEqual(ends.map(() => first));
  expect(renewals(house)).toBe(before + 1);
  const token = first?.out.trimEnd() ?? '';
  expect(await statusByToken(imapOf(house), parts.authority, pat.address, token)).toMatch(/MESSAGES/u);
  expect(house.provider.record.signIns).toBe(1);

  // What was renewed without a window is what the next one finds.
  const again = await parts.start();
  await expectVerdict(again.window, 'well');
  expect(renewals(house)).toBe(before + 1);
  expect((await ask()).out).toBe(first?.out);
  await again.quit();

  // The mail server takes this one no more, so that the look renews; the next one is short again.
  house.provider.stage.accessTokenSeconds = 120;
  house.provider.endAccessTokens();
  expect(await runCommand(['check'], { userData })).toMatchObject({ code: 0 });
  house.provider.endEverything();
  const ended = await ask();
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toContain('11-ENDED');
  expect(ended.err).toContain(say('problems:sign-in-ended.next'));
  expect(filesHolding(userData, house.provider.record.secrets)).toEqual([]);
});

test('practice: a make-believe token while Postkey is open, by the account’s id; none without a window', async ({
  parts,
}) => {
  const { window, userData, quit } = await startInPractice(parts);
  await goToSignIn(window);
  await goToPrograms({ window, tab: await openBrowser(window, parts.systemBrowser) });
  await goOnToTheEnd(window);
  await closeSetup(window);
  const listed = await runCommand(['accounts', '--json'], { userData });
  const [account] = (JSON.parse(listed.out) as { accounts: readonly { readonly id: string }[] }).accounts;
  const id = account?.id ?? '';
  expect(await runLauncher(['token', id], { userData, quick: true })).toEqual({
    code: 0,
    out: expect.stringMatching(printed),
    err: '',
  });
  await quit();
  const closed = await runLauncher(['token', id], { userData });
  expect(closed).toMatchObject({ code: 1, out: '', err: expect.stringContaining('TOKEN-PRACTICE') });
});
