import { afterEach, expect, test } from 'vitest';
import { noPolicy } from '../../shared/policy.ts';
import type { Background } from './postkey-parts.ts';
import { handlersOf } from './postkey-requests.ts';
import { quitLines } from './quit-view.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

afterEach(stopPostkeys);

function desktop(change: Partial<Background> = {}): Background & { readonly quits: () => number } {
  let [isOn, quits] = [false, 0];
  return {
    startsAtLogin: () => isOn,
    canStartAtLogin: () => true,
    startAtLogin: async (on) => {
      isOn = on;
      return true;
    },
    hasTray: () => true,
    startedHidden: () => false,
    quit: () => {
      quits += 1;
    },
    quits: () => quits,
    ...change,
  };
}

test('starting at log-in is what the system says, and what it refuses is refused', async () => {
  const { postkey } = startPostkey({}, undefined, { background: desktop() });
  await handlersOf(postkey)['desktop.startAtLogin']({ on: true });
  expect(postkey.state().background).toMatchObject({ startsAtLogin: true, canStartAtLogin: true, hasTray: true });
  const stubborn = startPostkey({}, undefined, { background: desktop({ startAtLogin: async () => false }) });
  expect(await handlersOf(stubborn.postkey)['desktop.startAtLogin']({ on: true })).toMatchObject({
    refusal: 'start-at-login-refused',
  });
});

test('what the organisation has laid down about it stays', async () => {
  const small = makeSmallWorld();
  const policy = { ...noPolicy, settings: { startAtLogin: true } };
  const background = desktop();
  const { postkey } = startPostkey({}, { ...small, world: { ...small.world, policy: () => policy } }, { background });
  const ask = handlersOf(postkey);
  expect(await ask['desktop.startAtLogin']({ on: false })).toMatchObject({ refusal: 'start-at-login-laid-down' });
  expect(await ask['desktop.startAtLogin']({ on: true })).toEqual({ accepted: true });
});

test('Postkey goes on without its window where it was chosen, where a bridge is on, and where it began so', async () => {
  const { postkey } = startPostkey({ accounts: [{ ...account, wanted: ['imap'] }] }, undefined, {
    background: desktop(),
  });
  const ask = handlersOf(postkey);
  const background = () => postkey.state().background;
  await postkey.bridge.takeUp();
  expect(background()).toMatchObject({ stays: false, goesOn: false });
  await ask['bridge.switch']({ id: account.id, on: true });
  expect(background()).toMatchObject({ stays: false, goesOn: true });
  await ask['bridge.switch']({ id: account.id, on: false });
  await ask['desktop.stay']({ on: true });
  expect(background()).toMatchObject({ stays: true, goesOn: true });
  await ask['desktop.stay']({ on: false });
  expect(background()).toMatchObject({ goesOn: false });
  const hidden = startPostkey({}, undefined, { background: desktop({ startedHidden: () => true }) });
  expect(hidden.postkey.state().background).toMatchObject({ stays: false, goesOn: true });
});

test('quitting is handed on', async () => {
  const background = desktop();
  const { postkey } = startPostkey({}, undefined, { background });
  await handlersOf(postkey)['desktop.quit']({});
  expect(background.quits()).toBe(1);
});

test('before the end one is told what goes on later: a set-up that was begun, and an account that leaves', async () => {
  const { postkey } = startPostkey({ accounts: [account] });
  const ask = handlersOf(postkey);
  expect(quitLines(postkey.state())).toEqual([]);
  await ask['setup.start']({ practice: false });
  expect(quitLines(postkey.state())).toEqual([]);
  await ask['understand.address']({ address: 'robin@harbour.example' });
  expect(quitLines(postkey.state())).toEqual([{ code: 'setUp', address: 'robin@harbour.example' }]);
  const removing = ask['account.remove']({ id: account.id });
  await expect.poll(() => quitLines(postkey.state()).map(({ code }) => code)).toContain('leaving');
  await removing;
  await expect.poll(() => quitLines(postkey.state()).map(({ code }) => code)).not.toContain('leaving');
});
