// Leaving from the request to the receipt: what is done in which order, what the person decides, and what closing Postkey loses: nothing.
import { afterEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { account, asks, outOfReach, over, withAccount } from './leave-world.test-part.ts';
import { openWhereItStood } from './postkey-requests.ts';
import { startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { provider } from './small-world.test-part.ts';

afterEach(stopPostkeys);

test('takes back, deletes, and only then asks the servers with the old key', async () => {
  const { postkey, memory, order, view, ask, remove } = await withAccount();
  expect(postkey.state().accounts[0]?.leaves).toEqual({ revoke: 'ask', prove: true, programs: true });
  await remove();
  expect(postkey.isBusy(account.id)).toBe(true);
  await over(view);
  expect(order).toEqual([
    'revoke',
    'forget account-1',
    'forget approval-account-1',
    'knock imap old-access',
    'knock smtp old-access',
  ]);
  expect(view().lines).toMatchObject({
    revoke: { kind: 'done', result: 'revoked' },
    delete: { kind: 'done', result: 'deleted' },
    prove: { kind: 'done', result: 'refused' },
  });
  expect(view()).toMatchObject({
    canLookAgain: false,
    byHand: [{ code: 'programs', programs: ['thunderbird'] }, { code: 'registration-organisation' }],
  });
  expect(memory.accounts()).toEqual([]);
  // What is written down holds no secret, and stays until the receipt was put away.
  expect(JSON.stringify(memory.leaving())).not.toMatch(/old-access|old-renewal/u);
  expect(postkey.state().setup).toBeUndefined();
  await ask['leaving.putAway']({});
  expect(postkey.state()).toMatchObject({ setup: { current: 'understand' } });
  expect([memory.leaving(), postkey.state().leaving]).toEqual([null, undefined]);
});

test('a provider out of reach: nothing is deleted before the person has decided', async () => {
  const { memory, order, play, view, ask, remove } = await withAccount();
  play.revoke = async () => outOfReach;
  await remove();
  await asks(view, 'revoke');
  expect(order).toEqual(['revoke']);
  expect(view().lines.revoke).toMatchObject({ problem: { code: 'connection-refused' } });
  expect(memory.accounts()).toHaveLength(1);
  await ask['leaving.retry']({});
  await expect.poll(() => order).toEqual(['revoke', 'revoke']);
  await asks(view, 'revoke');
  await ask['leaving.goOn']({});
  await over(view);
  expect(view().lines.revoke).toMatchObject({ kind: 'noted', result: 'given-up' });
  expect(view().byHand.map(({ code }) => code)).toContain('permission');
});

test('and the account can stay', async () => {
  const { postkey, play, view, ask, remove, order } = await withAccount();
  play.revoke = async () => outOfReach;
  await remove();
  await asks(view, 'revoke');
  expect(await ask['leaving.keep']({})).toEqual({ accepted: true });
  expect(postkey.state()).toMatchObject({ accounts: [{ id: account.id }] });
  expect(postkey.state().leaving).toBeUndefined();
  expect(postkey.isBusy(account.id)).toBe(false);
  expect(order).toEqual(['revoke']);
});

test('an old key that still opens the mailbox is said with its end, and can be looked at again', async () => {
  const { play, view, ask, remove } = await withAccount();
  play.login = 'opens';
  await remove();
  await over(view);
  expect(view()).toMatchObject({ canLookAgain: true, lines: { prove: { kind: 'noted', result: 'opens' } } });
  expect(view().lines.prove).toHaveProperty('until');
  play.login = 'refused';
  await ask['leaving.retry']({});
  await expect.poll(() => view().lines.prove).toMatchObject({ kind: 'done', result: 'refused' });
  expect(view().canLookAgain).toBe(false);
  expect(await ask['leaving.retry']({})).toMatchObject({ refusal: 'not-now' });
});

test('a server out of reach has refused nothing', async () => {
  const { play, view, remove } = await withAccount();
  play.login = 'away';
  await remove();
  await over(view);
  expect(view().lines.prove).toMatchObject({
    kind: 'noted',
    result: 'not-seen',
    problem: { code: 'connection-timeout' },
  });
});

test('Microsoft: nothing to ask, the page is named, and until when the old key opens', async () => {
  const microsoft = {
    ...provider,
    signIn: 'microsoft' as const,
    revoking: 'none' as const,
    takeBackPage: 'https://apps.example/',
  };
  const { play, order, view, remove } = await withAccount({ provider: microsoft });
  play.login = 'opens';
  await remove();
  await over(view);
  expect(order[0]).toBe('forget account-1');
  expect(view().lines).toMatchObject({ revoke: { result: 'not-offered' }, prove: { result: 'opens' } });
  expect(view().byHand).toContainEqual({ code: 'permission', page: 'https://apps.example/' });
});

test('a password: nothing was permitted, and the app password is named', async () => {
  const password = { kind: 'app' as const, page: 'https://passwords.example/', first: [] };
  const { order, view, remove } = await withAccount({
    provider: { ...provider, signIn: 'password', password },
    registration: { source: 'none', clientId: '', hasSecret: false },
    passwordFor: ['imap', 'smtp'],
  });
  await remove();
  await over(view);
  expect(order.filter((each) => !each.startsWith('forget'))).toEqual([]);
  expect(view().lines).toMatchObject({ revoke: { kind: 'skipped' }, prove: { kind: 'skipped' } });
  expect(view().byHand).toContainEqual({ code: 'app-password', page: 'https://passwords.example/' });
});

test('closed in the middle: taken up at the next start, without waiting for the provider again', async () => {
  const first = await withAccount();
  first.play.revoke = () => new Promise(() => undefined);
  await first.remove();
  await expect.poll(() => first.order).toEqual(['revoke']);
  first.postkey.stop();
  const kept = first.memory.leaving();
  if (!kept) throw new Error('nothing written down');
  const again = await withAccount({}, { leaving: kept });
  again.play.revoke = async () => outOfReach;
  await openWhereItStood(again.postkey);
  await over(again.view);
  expect(again.view()).toMatchObject({
    takenUp: true,
    lines: { revoke: { result: 'given-up' }, delete: { result: 'deleted' }, prove: { result: 'refused' } },
  });
  expect(again.memory.accounts()).toEqual([]);
  expect(again.order).toContain('forget account-1');
});

test('closed before the proof: the key is gone, and so is what could be asked with', async () => {
  const first = await withAccount();
  await first.remove();
  await over(first.view);
  const kept = first.memory.leaving();
  if (!kept) throw new Error('nothing written down');
  const { endedAt: _ended, ...view } = kept.view;
  const lines = { ...view.lines, prove: { kind: 'working' as const } };
  const again = startPostkey({ leaving: { ...kept, view: { ...view, lines } } });
  await openWhereItStood(again.postkey);
  await expect.poll(() => again.postkey.state().leaving?.lines.prove).toMatchObject({ result: 'not-possible' });
  expect(again.postkey.state().setup).toBeUndefined();
});

test('keys for this session, and keys that are lost', async () => {
  const session = await withAccount({ kept: { store: 'none', kept: 'this-session' } });
  await session.remove();
  await over(session.view);
  expect(session.view().lines.delete).toMatchObject({ result: 'deleted-memory' });
  const lost = await withAccount();
  await lost.small.world.vault.forget(account.id);
  await lost.remove();
  await over(lost.view);
  expect(lost.view().lines).toMatchObject({ revoke: { result: 'no-keys' }, prove: { result: 'not-possible' } });
});

test('a disk that refuses: said, tried again, or gone on with what stays named', async () => {
  const { small, memory, view, ask, remove } = await withAccount();
  const { forget, traces } = small.world.vault;
  const refuse = async () => ({ ok: false as const, problem: problemOf('not-saved') });
  Object.assign(small.world.vault, {
    forget: refuse,
    traces: async (id: string) => ({ ok: true, value: [`${id}.json`] }),
  });
  await remove();
  await asks(view, 'delete');
  expect(memory.accounts()).toHaveLength(1);
  expect(await ask['leaving.keep']({})).toMatchObject({ refusal: 'not-now' });
  await ask['leaving.goOn']({});
  await over(view);
  expect(view().lines.delete).toMatchObject({
    result: 'left-behind',
    values: { files: expect.stringContaining('account-1.json') },
  });
  Object.assign(small.world.vault, { forget, traces });
});

test('Google’s way of ending all at once spares another account of the same permission', async () => {
  const google = { ...provider, signIn: 'google' as const, revoking: 'app' as const };
  const { postkey, order, view, remove } = await withAccount({ provider: google });
  postkey.changeAccounts((all) => [
    ...all,
    { ...account, id: 'other', address: 'team@harbour.example', signsInAs: account.address, provider: google },
  ]);
  expect(postkey.state().accounts[0]?.leaves?.revoke).toBe('shared');
  await remove();
  await over(view);
  expect(order).not.toContain('revoke');
  expect(view().lines.revoke).toMatchObject({ result: 'kept-for-other', values: { address: 'team@harbour.example' } });
});
