// An account is taken away while its keys are being renewed, with the real vault, the real past and the real way of renewing: nothing is
// written down again, and no key that the provider has given out stays good.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { World } from './setup/bench.ts';
import { makeLeave } from './setup/leave-account.ts';
import type { AccountRecord, KeptLeaving } from './setup/memory.ts';
import type { Clock, Grant, Keys, Outcome, Revoked, SignInAdapter } from './setup/outside-world.ts';
import { Secret } from './setup/secret.ts';
import { account as bare } from './setup/small-postkey.test-part.ts';
import { provider } from './setup/small-world.test-part.ts';
import { makeAesCipher } from './token-vault/aes-cipher.test-part.ts';
import { makeTokenVault } from './token-vault/make-token-vault.ts';
import { makePast } from './watch/make-past.ts';
import { makeRenewing } from './watch/renewing.ts';

const account: AccountRecord = { ...bare, id: 'pat', wanted: [], provider, programs: [] };
const { signal } = new AbortController();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-leave-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const someTurns = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const filesIn = (name: string): readonly string[] => readdirSync(join(folder, name));

/** A provider that rotates, and to which a token that it has replaced says nothing about the newest: what is revoked late stays good. */
function makeProvider() {
  const good = new Set(['r0']);
  let newest = 0;
  let answers: Promise<void> = someTurns(6);
  const renew = async (_plan: unknown, renewal: Secret): Promise<Outcome<Grant>> => {
    if (!good.delete(renewal.open())) return { ok: false, problem: { code: 'sign-in-ended', facts: {} } };
    newest += 1;
    good.add(`r${newest}`);
    await answers;
    const value = { accessToken: new Secret(`a${newest}`), renewal: new Secret(`r${newest}`), validUntil: 9e15 };
    return { ok: true, value: { ...value, details: [] } as unknown as Grant };
  };
  const revoke = async (_plan: unknown, { renewal }: { renewal: Secret | null }): Promise<Outcome<Revoked>> => {
    const kind = good.delete(renewal?.open() ?? '') ? 'revoked' : 'was-gone';
    return { ok: true, value: { kind, reach: 'sign-in' } };
  };
  const answersAfter = (moment: Promise<void>): void => {
    answers = moment;
  };
  return { way: { renew, revoke } as unknown as SignInAdapter, good, answersAfter };
}

async function makeHome() {
  const at = makeProvider();
  const timers = new Set<() => void>();
  const clock: Clock = {
    now: Date.now,
    after: (_ms, call) => {
      timers.add(call);
      return () => timers.delete(call);
    },
  };
  const vault = makeTokenVault({
    cipher: makeAesCipher(Buffer.alloc(32, 1)),
    folder: join(folder, 'vault'),
    now: Date.now,
  });
  const ways = { microsoft: at.way, google: at.way, openid: at.way };
  const renewing = makeRenewing({ ways, vault, clock, planOf: () => ({ kind: 'openid' }) as never });
  const past = makePast({ folder: join(folder, 'history'), now: Date.now });
  const kept: Keys = { renewal: new Secret('r0'), accessToken: new Secret('a0'), validUntil: 0, clientSecret: null };
  await vault.keep('pat', kept);
  past.saw(account, { services: {}, lastCheckAt: Date.now(), nextCheckAt: 0 });
  let accounts: readonly AccountRecord[] = [account];
  let written: KeptLeaving | null = null;
  const leave = makeLeave({
    world: { vault, ways, renewing, past, clock, logUnexpected: String } as unknown as World,
    memory: {
      accounts: () => accounts,
      leaving: () => written,
      keepLeaving: (next) => {
        written = next;
      },
    },
    drop: (id) => {
      accounts = accounts.filter((each) => each.id !== id);
    },
    changed: () => undefined,
  });
  /** Every deadline that is running is over. */
  const letTimePass = (): void => {
    for (const call of [...timers]) call();
  };
  return { ...at, leave, renewing, past, letTimePass };
}

test('whenever it begins, the newest key is the one that is taken back, and nothing is left', async () => {
  for (let turns = 0; turns < 16; turns += 1) {
    const { leave, renewing, past, good } = await makeHome();
    const renewal = renewing.renew(account, { signal });
    await someTurns(turns);
    leave.begin(account);
    await expect.poll(() => leave.view()?.endedAt).toBeDefined();
    await renewal;
    past.saw(account, { services: {}, lastCheckAt: Date.now(), nextCheckAt: 0 });
    await past.settled();
    expect(leave.view()?.lines).toMatchObject({ revoke: { result: 'revoked' }, delete: { result: 'deleted' } });
    expect([...good]).toEqual([]);
    expect([filesIn('vault'), filesIn('history')]).toEqual([[], []]);
  }
});

test('a renewal that does not end is waited for, then said; what it still brings is written down nowhere', async () => {
  const { leave, renewing, answersAfter, letTimePass, good } = await makeHome();
  let answer = (): void => undefined;
  answersAfter(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const renewal = renewing.renew(account, { signal });
  await someTurns(12);
  leave.begin(account);
  await someTurns(3);
  expect(leave.view()?.lines.revoke.kind).toBe('working');
  letTimePass();
  await expect
    .poll(() => leave.view()?.lines.revoke)
    .toMatchObject({ kind: 'asks', problem: { code: 'took-too-long' } });
  expect(filesIn('vault')).toEqual(['pat.json']);
  expect(leave.goOn()).toBe(true);
  await expect.poll(() => leave.view()?.endedAt).toBeDefined();
  answer();
  expect(await renewal).toMatchObject({ ok: false, problem: { code: 'session-over' } });
  expect(filesIn('vault')).toEqual([]);
  expect(leave.view()).toMatchObject({ lines: { revoke: { result: 'given-up' } }, canRevokeAgain: true });
  // It stands at the provider, and that is what the receipt says.
  expect([...good]).toEqual(['r1']);
  expect(leave.view()?.byHand.map(({ code }) => code)).toContain('permission');
});

test('after a renewal that took too long, trying again takes back what it brought', async () => {
  const { leave, renewing, answersAfter, letTimePass, good } = await makeHome();
  let answer = (): void => undefined;
  answersAfter(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const renewal = renewing.renew(account, { signal });
  await someTurns(12);
  leave.begin(account);
  await someTurns(3);
  letTimePass();
  await expect.poll(() => leave.view()?.lines.revoke.kind).toBe('asks');
  answer();
  expect((await renewal).ok).toBe(true);
  leave.retry();
  await expect.poll(() => leave.view()?.endedAt).toBeDefined();
  expect(leave.view()?.lines.revoke).toMatchObject({ result: 'revoked' });
  expect([...good]).toEqual([]);
  expect(filesIn('vault')).toEqual([]);
});
