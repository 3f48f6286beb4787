// Newer versions, as an AppImage meets them: whatever is wrong with what is offered, the version that is there stays as it is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { say } from '../parts/say.ts';
import { openUpdateFeed } from '../parts/update-feed.ts';
import { press } from '../parts/window-of-postkey.ts';

const old = '#!/bin/sh\n# the version that is there\n';
/** Started once by the updater, as an AppImage is to set itself up. */
const program = (mark: string): string => `#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" > "${mark}"\n`;

async function openUpdates(window: Page): Promise<void> {
  await press(window, say('window:rail.help'));
  await press(window, say('window:help.updates'));
}

const expectWords = (window: Page, key: Parameters<typeof say>[0], values = {}): Promise<void> =>
  expect(window.getByText(say(key, values))).toBeVisible({ timeout: 20_000 });

test('nothing that is wrong is put in place, and what is right only when Postkey ends', async ({
  authority,
  folder,
  start,
}) => {
  const feed = await openUpdateFeed(authority);
  const [appImage, mark, userData] = [join(folder, 'Postkey.AppImage'), join(folder, 'ran'), join(folder, 'postkey')];
  writeFileSync(appImage, old, { mode: 0o755 });
  mkdirSync(userData, { mode: 0o700 });
  const policy = { postkeyPolicy: 1, updates: { feed: feed.url, key: feed.key }, caPem: authority.pem };
  writeFileSync(join(userData, 'policy.json'), JSON.stringify(policy), { mode: 0o600 });
  const env = { APPIMAGE: appImage, XDG_CACHE_HOME: join(folder, 'cache') };
  const { window, quit } = await start({ userData, env });
  await openUpdates(window);
  const look = (): Promise<void> => press(window, say('updates:look'));

  feed.publish('9.9.9', program(mark), { forged: true });
  await look();
  await expectWords(window, 'updates:failed.signature-wrong.next');
  expect(feed.asked).not.toContain('Postkey-9.9.9.AppImage');

  feed.publish('0.0.9', program(mark));
  await look();
  await expect(window.getByText(/This was the newest version/u)).toBeVisible({ timeout: 20_000 });

  feed.publish('9.9.9', program(mark), { sent: `${program(mark)}# and something of somebody else's` });
  await look();
  await press(window, say('updates:fetch', { version: '9.9.9' }));
  await expectWords(window, 'updates:failed.download-broken.next');

  feed.publish('9.9.9', program(mark));
  await look();
  await expectWords(window, 'updates:found', { version: '9.9.9' });
  await window.getByText(say('updates:notes')).click();
  await expect(window.getByText('A bridge', { exact: true })).toBeVisible();
  await press(window, say('updates:fetch', { version: '9.9.9' }));
  await expectWords(window, 'updates:ready', { version: '9.9.9' });
  expect(readFileSync(appImage, 'utf8')).toBe(old);

  await quit();
  await feed.stop();
  expect(readFileSync(appImage, 'utf8')).toBe(program(mark));
  expect(readFileSync(mark, 'utf8')).toBe('true\n');
});

test('without a network nothing changes; where the organisation says no, nothing is asked', async ({
  authority,
  folder,
  start,
}) => {
  const feed = await openUpdateFeed(authority);
  await feed.stop();
  const [appImage, userData] = [join(folder, 'Postkey.AppImage'), join(folder, 'postkey')];
  writeFileSync(appImage, old, { mode: 0o755 });
  mkdirSync(userData, { mode: 0o700 });
  const write = (updates: unknown): void =>
    writeFileSync(join(userData, 'policy.json'), JSON.stringify({ postkeyPolicy: 1, updates }), { mode: 0o600 });
  write({ feed: feed.url, key: feed.key });
  const env = { APPIMAGE: appImage, XDG_CACHE_HOME: join(folder, 'cache') };
  const first = await start({ userData, env });
  await openUpdates(first.window);
  await press(first.window, say('updates:look'));
  await expectWords(first.window, 'updates:failed.not-reached.next');
  await first.quit();

  write('off');
  const second = await start({ userData, env });
  await openUpdates(second.window);
  await expectWords(second.window, 'updates:off.organisation');
  await expect(second.window.getByRole('button', { name: say('updates:look') })).toHaveCount(0);
  await second.quit();
  expect(readFileSync(appImage, 'utf8')).toBe(old);
  expect(existsSync(join(folder, 'cache', 'postkey-updater', 'pending'))).toBe(false);
});
