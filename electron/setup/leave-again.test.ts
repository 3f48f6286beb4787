// Leaving, beyond the straight way: asked twice, asked again when all is over, what counts as a proof, and stores that do not answer.
import { afterEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { account, asks, outOfReach, over, withAccount } from './leave-world.test-part.ts';
import { openWhereItStood } from './postkey-requests.ts';
import { startPostkey, stopPostkeys } from './small-postkey.test-part.ts';

afterEach(stopPostkeys);

test('removed twice: the first one goes on, afterwards there is nothing to remove', async () => {
  const { play, order, view, ask, remove, postkey } = await withAccount();
  let answer = (): void => undefined;
  play.revoke = () =>
    new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: { kind: 'revoked', reach: 'sign-in' } });
    });
  await remove();
  await expect.poll(() => order).toEqual(['revoke']);
  expect(await remove()).toEqual({ accepted: false, refusal: 'not-now' });
  expect(await ask['account.signInAgain']({ id: account.id })).toEqual({ accepted: false, refusal: 'not-now' });
  expect(postkey.state().setup).toBeUndefined();
  answer();
  await over(view);
  expect(await remove()).toEqual({ accepted: false, refusal: 'account-gone' });
  expect(order.filter((each) => each === 'revoke')).toHaveLength(1);
});

test('given up: the provider is asked once more afterwards, with the key that is still in memory', async () => {
  const { play, order, view, ask, remove, memory } = await withAccount();
  play.revoke = async () => outOfReach;
  play.login = 'opens';
  await remove();
  await asks(view, 'revoke');
  await ask['leaving.goOn']({});
  await over(view);
  expect(memory.accounts()).toEqual([]);
  expect(view()).toMatchObject({ canRevokeAgain: true, canLookAgain: true });
  expect(JSON.stringify(memory.leaving())).not.toMatch(/old-access|old-renewal/u);

  // Still out of reach: nobody is asked whether the account shall stay, for it is gone.
  await ask['leaving.revokeAgain']({});
  await expect.poll(() => order.filter((each) => each === 'revoke').length).toBe(2);
  await expect.poll(() => view().lines).toMatchObject({ revoke: { result: 'given-up' }, prove: { result: 'opens' } });
  expect(await ask['leaving.keep']({})).toMatchObject({ refusal: 'not-now' });

  play.revoke = async () => ({ ok: true, value: { kind: 'revoked', reach: 'sign-in' } });
  play.login = 'refused';
  await ask['leaving.revokeAgain']({});
  await expect.poll(() => view().canRevokeAgain).toBe(false);
  expect(view().lines).toMatchObject({ revoke: { result: 'revoked' }, prove: { result: 'refused' } });
  expect(view().byHand.map(({ code }) => code)).not.toContain('permission');
  expect(await ask['leaving.revokeAgain']({})).toMatchObject({ refusal: 'not-now' });
});

test('closed while it was asked once more: the receipt comes to its end, without a key', async () => {
  const first = await withAccount();
  first.play.revoke = async () => outOfReach;
  await first.remove();
  await asks(first.view, 'revoke');
  await first.ask['leaving.goOn']({});
  await over(first.view);
  first.play.revoke = () => new Promise(() => undefined);
  await first.ask['leaving.revokeAgain']({});
  await expect.poll(() => first.view().lines.revoke.kind).toBe('working');
  const kept = first.memory.leaving();
  if (!kept) throw new Error('nothing written down');
  const again = startPostkey({ leaving: kept });
  await openWhereItStood(again.postkey);
  await expect.poll(() => again.postkey.state().leaving?.lines.revoke).toMatchObject({ result: 'no-keys' });
  expect(again.postkey.state().leaving).toMatchObject({ canRevokeAgain: false, takenUp: false });
});

test.each([
  ['sending is switched off for all', { smtp: 'smtp-off' }, 'refused-some'],
  ['one server is out of reach', { imap: 'connection-timeout' }, 'refused-some'],
  ['no server speaks of the key', { imap: 'imap-off', smtp: 'smtp-off' }, 'not-seen'],
] as const)('%s: no proof', async (_what, other, result) => {
  const { play, view, remove } = await withAccount();
  play.other = other;
  await remove();
  await over(view);
  expect(view().lines.prove).toMatchObject({ kind: 'noted', result, problem: { code: expect.any(String) } });
  expect(view()).toMatchObject({ canLookAgain: true });
});

test('a key that has run out by itself: its refusal proves nothing', async () => {
  const { view, remove } = await withAccount({}, { validUntil: Date.now() - 1 });
  await remove();
  await over(view);
  expect(view().lines.prove).toMatchObject({ result: 'run-out' });
});

test('history that stays on the disk is a thing that stays', async () => {
  const { small, view, remove, ask } = await withAccount();
  Object.assign(small.world.past, { traces: async () => ['account-1.json'] });
  await remove();
  await asks(view, 'delete');
  await ask['leaving.goOn']({});
  await over(view);
  expect(view().lines.delete).toMatchObject({
    result: 'left-behind',
    values: { files: expect.stringContaining('history/account-1.json') },
  });
  Object.assign(small.world.past, { traces: async () => [] });
});

test('a key store that shows a question and never answers: said, not waited for without end', async () => {
  const { small, view, remove, ask } = await withAccount();
  const timers = new Set<() => void>();
  const { after } = small.world.clock;
  small.world.clock.after = (_ms, call) => {
    timers.add(call);
    return () => timers.delete(call);
  };
  const { open, forget } = small.world.vault;
  Object.assign(small.world.vault, { open: () => new Promise(() => undefined) });
  const letTimePass = (): void => {
    for (const call of [...timers]) call();
  };
  await remove();
  await expect.poll(() => timers.size).toBeGreaterThan(0);
  letTimePass();
  await asks(view, 'revoke');
  expect(view().lines.revoke).toMatchObject({ problem: problemOf('key-store-locked') });
  Object.assign(small.world.vault, { open, forget: () => new Promise(() => undefined) });
  await ask['leaving.goOn']({});
  await expect.poll(() => view().lines.delete.kind).toBe('working');
  letTimePass();
  await asks(view, 'delete');
  expect(view().lines.delete).toMatchObject({ problem: { code: 'took-too-long' } });
  Object.assign(small.world.vault, { forget });
  small.world.clock.after = after;
  await ask['leaving.retry']({});
  await over(view);
  expect(view().lines.delete).toMatchObject({ result: 'deleted' });
});
