// The watch over one account: what it writes down, what it shows when the provider ends the sign-in, and that signing in again keeps it all.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { type NoticeBoard, openNoticeBoard } from '../parts/notice-board.ts';
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
import { press } from '../parts/window-of-postkey.ts';
import { readState, untilState } from '../window/read-state.ts';

interface PastOnDisk {
  readonly name: string;
  readonly mode: number;
  readonly states: readonly string[];
}

function pastIn(userData: string): PastOnDisk {
  const folder = join(userData, 'history');
  const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.json'));
  const path = join(folder, name);
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: readonly { state: string }[] };
  return { name, mode: statSync(path).mode & 0o777, states: entries.map(({ state }) => state) };
}

let board: NoticeBoard;
test.beforeEach(async () => {
  board = await openNoticeBoard();
});
test.afterEach(() => board.stop());

test('looked at, ended by the provider, restarted, signed in again: one history, and nothing lost', async ({
  parts,
}) => {
  const { house, window, userData, quit } = await walkToSignIn(parts, 'openid');
  // Shorter than the time before its end at which a key is renewed: each look renews.
  house.provider.stage.accessTokenSeconds = 120;
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await expectVerdict(window, 'well');
  await expect.poll(() => pastIn(userData).states).toEqual(['well']);
  expect(pastIn(userData)).toMatchObject({ mode: 0o600, name: expect.not.stringContaining('harbour') });
  const well = (await readState(window)).accounts[0];
  expect(well?.watch?.ladders?.map(({ service, state }) => `${service} ${state}`)).toEqual([
    'imap passed',
    'pop passed',
    'smtp passed',
  ]);
  expect(well?.endings.map(({ cause }) => cause)).toContain('password-change');

  house.provider.endEverything();
  await checkNow(window);
  await expectVerdict(window, 'needs-you');
  await expect.poll(() => pastIn(userData).states).toEqual(['well', 'needed-you']);
  await expect.poll(() => board.shown.length).toBe(1);
  for (const notice of board.shown) board.click(notice);
  await untilState(window, 'the account’s page is open', (state) => state.opened !== undefined);
  await quit();

  // With no sign-in that works, the account's own page is there, with how it was, and leads to the repair.
  const again = await parts.start();
  await press(again.window, pat.address);
  const { opened } = await untilState(
    again.window,
    'the account’s page is open',
    (state) => state.opened !== undefined,
  );
  expect(opened?.history.map(({ state }) => state)).toEqual(['well', 'needed-you']);
  await press(again.window, say('window:accounts.signInAgain'));
  await signIn(again.window, house, parts);
  await watchToTheEnd(again.window);
  await press(again.window, say('pages-mail:monitor.finish'));
  // Back on the page it was opened from.
  const mended = await untilState(again.window, 'the set-up is closed', (state) => state.setup === undefined);
  expect(mended.accounts[0]).toMatchObject({ id: well?.id, health: 'well', addedAt: well?.addedAt });
  expect(mended.opened?.history.map(({ state }) => state)).toEqual(['well', 'needed-you', 'well']);
  await expect.poll(() => pastIn(userData).states).toEqual(['well', 'needed-you', 'well']);
});

test('told on the desktop once, and taken back when it is mended; no browser opens unasked', async ({ parts }) => {
  const { house, window } = await walkToSignIn(parts, 'openid');
  house.provider.stage.accessTokenSeconds = 120;
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await checkNow(window);
  await expectVerdict(window, 'well');
  expect(board.shown).toEqual([]);

  house.provider.endEverything();
  const tabs = parts.systemBrowser.countPages(house.provider.origin);
  for (let each = 0; each < 2; each += 1) {
    await checkNow(window);
    await expectVerdict(window, 'needs-you');
  }
  await expect.poll(() => board.shown.length).toBe(1);
  const [notice] = board.shown;
  expect(parts.systemBrowser.countPages(house.provider.origin)).toBe(tabs);
  expect(notice?.title).toBe(say('problems:sign-in-ended.title'));
  expect(notice?.body).toBe(say('notify:needs.you', { address: pat.address }));
  await press(window, say('window:accounts.signInAgain'));
  await signIn(window, house, parts);
  await watchToTheEnd(window);
  await expect.poll(() => notice?.isTakenBack).toBe(true);
  expect(board.shown).toHaveLength(1);
});
