// A dead token, a locked key store or no network never close the page that can repair it; and signing in again keeps everything: the
// history on the disk, the mail programs, typed servers and names.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WatchView } from '../shared/account-state.ts';
import { type ProblemCode, problemOf } from '../shared/problem.ts';
import type { AccountRecord } from './setup/memory.ts';
import { handlersOf } from './setup/postkey-requests.ts';
import { account, startPostkey, stopPostkeys } from './setup/small-postkey.test-part.ts';
import { makeSmallWorld, provider } from './setup/small-world.test-part.ts';
import { type KeptPast, makePast } from './watch/make-past.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-outlives-'));
});
afterEach(() => {
  stopPostkeys();
  rmSync(folder, { recursive: true, force: true });
});

const typed: AccountRecord = {
  ...account,
  provider: {
    ...provider,
    servers: { ...provider.servers, imap: { host: 'typed.harbour.example', port: 1993, security: 'tls' } },
  },
  wanted: ['imap', 'smtp'],
  loginNames: { imap: 'pat-by-hand', smtp: 'pat@harbour.example' },
  typedNames: { imap: 'pat-by-hand' },
  programs: ['thunderbird', 'ios-mail'],
  signIn: { at: Date.now() - 30 * 24 * 3_600_000 },
  addedAt: 1_700_000_000_000,
};

const lookThat = (code: ProblemCode): WatchView => ({
  lastCheckAt: Date.now(),
  nextCheckAt: Date.now() + 900_000,
  services: {},
  problem: problemOf(code),
});

function brokenHouse(code: ProblemCode) {
  const small = makeSmallWorld();
  const past: KeptPast = makePast({ folder, now: Date.now });
  const world = {
    ...small.world,
    past,
    // Nothing that needs a key or a network works before the person has signed in again.
    renewing: { ...small.world.renewing, fresh: async () => ({ ok: false as const, problem: problemOf(code) }) },
  };
  const { postkey } = startPostkey({ accounts: [typed] }, { ...small, world });
  postkey.seen(typed.id, lookThat(code));
  const handlers = handlersOf(postkey);
  return { postkey, handlers, past, small, world };
}

test.each(['sign-in-ended', 'key-store-locked', 'offline', 'record-unreadable', 'took-too-long'] as const)(
  '%s, and no network: the account’s page opens with its history, and signing in again begins',
  async (code) => {
    const { postkey, handlers } = brokenHouse(code);
    postkey.setOnline(false);
    expect(await handlers['account.open']({ id: typed.id })).toEqual({ accepted: true });
    const { opened, accounts } = postkey.state();
    expect(opened).toMatchObject({ id: typed.id, history: [{ cause: code }] });
    expect(accounts[0]).toMatchObject({ watch: { problem: { code } }, days: [{}] });
    expect(await handlers['account.signInAgain']({ id: typed.id })).toEqual({ accepted: true });
    expect(postkey.state().setup).toMatchObject({
      id: typed.id,
      purpose: 'sign-in-again',
      programs: typed.programs,
      typed: { loginNames: typed.typedNames },
      provider: { is: { servers: typed.provider.servers } },
    });
  },
);

test('signed in again, all is as before but the key; the history goes on and knows how long the last sign-in lasted', async () => {
  const { postkey, handlers, past, small, world } = brokenHouse('sign-in-time-limit');
  await handlers['account.signInAgain']({ id: typed.id });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  await until(() => postkey.state().setup?.steps.request.kind === 'needs-you');
  await handlers['request.signIn']({});
  await until(() => postkey.state().setup?.wait !== undefined);
  world.renewing.fresh = small.world.renewing.fresh as typeof world.renewing.fresh;
  small.script.answer({ code: 'c', state: 's1' });
  await until(() => postkey.state().setup?.steps.monitor.kind === 'done');

  const [after] = postkey.accounts();
  const { signIn, watch, kept: _kept, scopes: _scopes, ...rest } = after ?? typed;
  const { signIn: _signIn, kept: _before, scopes: _asked, ...expected } = typed;
  expect(rest).toMatchObject(expected);
  expect(watch?.problem).toBeUndefined();
  expect(signIn?.at).toBeGreaterThan(typed.signIn?.at ?? 0);
  expect(past.entries(typed.id).map(({ cause }) => cause)).toEqual(['sign-in-time-limit', undefined]);
  await past.settled();
  const afterRestart = makePast({ folder, now: Date.now });
  expect(afterRestart.entries(typed.id)).toEqual(past.entries(typed.id));
  const again = after ? afterRestart.endings(after) : [];
  expect(again.map(({ cause }) => cause)).not.toContain('not-renewable');
});

test('the settings stay small: ladders are with the past, and shown all the same', async () => {
  const { postkey, past } = brokenHouse('sign-in-ended');
  const notTried = { kind: 'not-tried' } as const;
  const ladder = {
    service: 'imap' as const,
    server: { host: 'typed.harbour.example', port: 1993, security: 'tls' as const },
    loginName: 'pat-by-hand',
    rungs: { name: notTried, connection: notTried, certificate: notTried, login: notTried, mailbox: notTried },
    state: 'broken' as const,
  };
  postkey.seen(typed.id, {
    lastCheckAt: Date.now(),
    nextCheckAt: Date.now(),
    services: { imap: 'broken' },
    ladders: [ladder],
  });
  expect(postkey.accounts()[0]?.watch).not.toHaveProperty('ladders');
  expect(postkey.state().accounts[0]?.watch?.ladders).toEqual([ladder]);
  expect(past.ladders(typed.id)).toEqual([ladder]);
});
