// Taking an account away: the provider takes the permission back, nothing is left on the disk, and the old token opens the mailbox
// no more, which another program tries too.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { LeavingPart } from '../../shared/leaving.ts';
import { filesHolding } from '../parts/files-holding.ts';
import { type JourneyParts, test } from '../parts/journey.ts';
import { opensByToken } from '../parts/log-in-by-token.ts';
import { type ProviderKind, pat } from '../parts/provider-kinds.ts';
import { closeSetup, goOnToTheEnd, removeAccount, signIn, walkToSignIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectStep, expectTitle, press } from '../parts/window-of-postkey.ts';

async function withAccount(parts: JourneyParts, kind: ProviderKind) {
  const postkey = await walkToSignIn(parts, kind);
  await signIn(postkey.window, postkey.house, parts);
  await goOnToTheEnd(postkey.window);
  await closeSetup(postkey.window);
  const { servers } = postkey.house.mail;
  const { secrets } = postkey.house.provider.record;
  /** Any access token that was ever given out. */
  const anyOpens = async (): Promise<boolean> => {
    const tried = await Promise.all(
      secrets.map((each) => opensByToken(servers.imap, parts.authority, pat.address, each)),
    );
    return tried.includes(true);
  };
  return { ...postkey, secrets, anyOpens };
}

const line = (window: Page, part: LeavingPart) => window.locator(`[data-part=${part}]`);
const removed = (window: Page): Promise<void> =>
  expectTitle(window, say('leaving:title.done', { address: pat.address }));

function vaultFiles(userData: string): readonly string[] {
  return readdirSync(join(userData, 'vault')).filter((name) => !/^(?:practice|preset)\./u.test(name));
}

for (const kind of ['openid', 'google'] as const) {
  test(`${kind}: taken back, deleted, and refused by the mail server`, async ({ parts }) => {
    const { house, window, userData, secrets, anyOpens } = await withAccount(parts, kind);
    expect(await anyOpens()).toBe(true);
    await removeAccount(window);
    await removed(window);
    const provider = house.shortName;
    const result = kind === 'google' ? 'revoked-app' : 'revoked';
    await expect(line(window, 'revoke')).toContainText(say(`leaving:results.revoke.${result}`, { provider }));
    await expect(line(window, 'prove')).toContainText(say('leaving:results.prove.refused'));
    expect(house.provider.record.revocations).toBeGreaterThan(0);
    expect(await anyOpens()).toBe(false);
    expect(vaultFiles(userData)).toEqual([]);
    // As it was, after a reload; gone once it was put away.
    await window.reload();
    await removed(window);
    await expect(window.locator('pre')).toContainText(say('leaving:receipt.head', { address: pat.address }));
    await press(window, say('leaving:putAway'));
    await expectStep(window, 'understand', 'needs-you');
    expect(filesHolding(userData, secrets)).toEqual([]);
  });
}

test('microsoft: nothing to ask; said with the page and the hour, and looked at again', async ({ parts }) => {
  const { house, window, userData, anyOpens } = await withAccount(parts, 'microsoft');
  await removeAccount(window);
  await removed(window);
  await expect(line(window, 'revoke')).toContainText(
    say('leaving:results.revoke.not-offered', { provider: house.shortName }),
  );
  await expect(window.getByRole('button', { name: /^Open myapps\.microsoft\.com/u })).toBeVisible();
  expect(vaultFiles(userData)).toEqual([]);
  expect(await anyOpens()).toBe(true);
  house.provider.endAccessTokens();
  await press(window, say('leaving:lookAgain'));
  await expect(line(window, 'prove')).toContainText(say('leaving:results.prove.refused'));
});

test('the provider is down: nothing is lost by quitting, the next start ends it, and it can be asked again', async ({
  parts,
}) => {
  const { house, window, userData, quit, anyOpens } = await withAccount(parts, 'openid');
  house.provider.stage.revocationFails = true;
  await removeAccount(window);
  await expect(window.getByRole('button', { name: say('leaving:asks.keep') })).toBeVisible();
  await press(window, say('leaving:asks.keep'));
  await expect(window.getByRole('button', { name: say('window:accounts.add') })).toBeVisible();
  await removeAccount(window);
  await expect(window.getByRole('button', { name: say('leaving:asks.keep') })).toBeVisible();
  expect(vaultFiles(userData)).toHaveLength(1);
  await quit();

  const again = await parts.start();
  await removed(again.window);
  await expect(again.window.getByText(say('leaving:takenUp')).first()).toBeVisible();
  await expect(line(again.window, 'revoke')).toContainText(
    say('leaving:results.revoke.given-up', { provider: house.shortName }),
  );
  await expect(line(again.window, 'prove')).toContainText('still opens');
  expect(vaultFiles(userData)).toEqual([]);

  // The key is in memory for one more try.
  expect(await anyOpens()).toBe(true);
  house.provider.stage.revocationFails = false;
  await press(again.window, say('leaving:revokeAgain', { provider: house.shortName }));
  await expect(line(again.window, 'revoke')).toContainText(
    say('leaving:results.revoke.revoked', { provider: house.shortName }),
  );
  await expect(line(again.window, 'prove')).toContainText(say('leaving:results.prove.refused'));
  expect(await anyOpens()).toBe(false);
});
