// The bridge in the real Postkey, with programs that know only user name and password: it works with and without the window, over
// restarts, and for nobody whose password was taken back.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Service } from '../../shared/mail-provider.ts';
import { ask, makePassword, portOf, switchOn } from '../parts/at-the-bridge.ts';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import { messagesInInbox } from '../parts/mail-server.ts';
import { countByImap, countByPop, sendBySmtp, talk } from '../parts/mail-talk.ts';
import { openNoticeBoard } from '../parts/notice-board.ts';
import { pat } from '../parts/provider-kinds.ts';
import { closeSetup, goOnToTheEnd, removeAccount, signIn, walkToSignIn } from '../parts/roads.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { startAgain } from '../parts/start-again.ts';
import { readState, untilState } from '../window/read-state.ts';

const all = String(messagesInInbox);

/** On, for the only account, with a password for one program. */
async function openBridge(window: Page) {
  const id = await switchOn(window);
  const { programId, password, bridge } = await makePassword(window, id, 'outlook-classic');
  const login = (service: Service) => ({
    port: portOf(bridge, service),
    user: pat.address,
    password,
  });
  return { id, programId, login };
}

test('mail programs work through it with and without the window, until their password is taken back', async ({
  parts,
}) => {
  const board = await openNoticeBoard();
  const { house, window, app, userData } = await walkToSignIn(parts, 'openid');
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  const { id, programId, login } = await openBridge(window);
  expect(await countByImap(login('imap'))).toBe(all);
  expect(await countByPop(login('pop'))).toBe(all);
  expect(await sendBySmtp(login('smtp'))).toBe('sent');
  expect(await countByImap({ ...login('imap'), password: 'guessed-by-somebody' })).toContain('BRIDGE-PASSWORD');

  // Closed: Postkey says once that it goes on, and does.
  await window.close();
  await expect.poll(() => board.shown.map(({ title }) => title)).toEqual([say('notify:goesOn.title')]);
  expect(await countByImap(login('imap'))).toBe(all);
  expect(await sendBySmtp(login('smtp'))).toBe('sent');

  const [back] = await Promise.all([app.waitForEvent('window'), startAgain({ userData }).ended]);
  const state = await untilState(back, 'the window knows the bridge', ({ bridges }) => bridges.length === 1);
  // Put away with the window, and in no file.
  expect(state.bridgePassword).toBeUndefined();
  expect(state.bridges[0]?.programs[0]?.lastUsedAt).toBeGreaterThan(0);
  expect(filesHolding(userData, [login('imap').password])).toEqual([]);

  await ask(back, 'bridge.revoke', { id, programId });
  expect(await countByImap(login('imap'))).toContain('BRIDGE-PASSWORD');

  await removeAccount(back);
  await expect
    .poll(async () => (await talk(login('imap').port, [['', /^\* OK/u]])).said, { timeout: 30_000 })
    .toBe('ECONNREFUSED');
  board.stop();
});

test('the same doors after a restart without a window; a port that somebody else has is named', async ({ parts }) => {
  const { house, window, quit, userData } = await walkToSignIn(parts, 'openid');
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  const { login } = await openBridge(window);
  const config = join(parts.folder, 'config');
  await quit();

  // Somebody takes the port of POP meanwhile.
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(login('pop').port, '127.0.0.1', resolve));
  const again = await parts.start({ env: { XDG_CONFIG_HOME: config } });
  const { bridges } = await untilState(again.window, 'the doors are open', (state) =>
    (state.bridges[0]?.doors ?? []).every(({ state: is, holder }) => is === 'open' || (is === 'taken' && holder)),
  );
  expect(bridges[0]?.doors.map(({ service, state }) => `${service} ${state}`)).toEqual([
    'imap open',
    'pop taken',
    'smtp open',
  ]);
  expect(await countByImap(login('imap'))).toBe(all);

  // By choice it starts with the session, and what the file says works.
  await ask(again.window, 'desktop.startAtLogin', { on: true });
  expect((await readState(again.window)).background).toMatchObject({ canStartAtLogin: true, goesOn: true });
  await untilState(again.window, 'it starts at log-in', ({ background }) => background?.startsAtLogin === true);
  const entry = readFileSync(join(config, 'autostart', 'postkey.desktop'), 'utf8');
  expect(entry).toMatch(/^Exec=.* --user-data-dir=.* --hidden$/mu);
  await ask(again.window, 'desktop.startAtLogin', { on: false });
  await untilState(again.window, 'it no longer does', ({ background }) => background?.startsAtLogin === false);
  await again.quit();
  await new Promise((resolve) => other.close(resolve));

  const hidden = startAgain({ userData, args: ['--hidden', '--name-server', '127.0.0.1:9'] });
  await expect.poll(() => countByPop(login('pop')), { timeout: 20_000 }).toBe(all);
  hidden.end();
  await hidden.ended;

  // On a server without a window, too; other commands are answered meanwhile, and it ends in order.
  const server = startAgain({ userData, args: ['bridge', '--run'] });
  await expect.poll(() => countByImap(login('imap')), { timeout: 20_000 }).toBe(all);
  const told = await runCommand(['bridge', '--json'], { userData });
  expect([told.code, JSON.parse(told.out)]).toMatchObject([
    0,
    { bridges: [{ address: pat.address, isOn: true, programs: 1, doors: [{ state: 'open' }, {}, {}] }] },
  ]);
  expect(await runCommand(['check'], { userData })).toMatchObject({ code: 0 });
  server.end();
  expect(await server.ended).toBe(0);
  expect((await talk(login('imap').port, [['', /^\* OK/u]])).said).toBe('ECONNREFUSED');
});
