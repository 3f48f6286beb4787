// Set-ups that wait for approval out of sight: put aside by a wish or by another set-up, opened again, never lost without a word.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvalKeysId } from './approval-keys.ts';
import { type ApprovalWorld, isWaiting, makeApprovalWorld, pat } from './approval-world.test-part.ts';
import { doAsSecondStart } from './open-as-asked.ts';
import { handlersOf, openWhereItStood } from './postkey-requests.ts';
import { takePreset } from './put-preset-in-force.ts';
import { asideIn, kim, notNow, opened, viewOf, waitIn } from './set-aside.test-part.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { until } from './small-world.test-part.ts';
import { startSetup } from './start-setup.ts';

let world: ApprovalWorld;
beforeEach(() => {
  world = makeApprovalWorld();
});
afterEach(() => {
  stopPostkeys();
  world.stop();
});

test('only a wait whose request was sent is set aside, and then the list is shown', async () => {
  const { postkey, memory } = startPostkey({}, world);
  const handlers = handlersOf(postkey);
  expect(await handlers['setup.setAside']({})).toEqual(notNow);
  await startSetup(postkey, false);
  expect(await handlers['setup.setAside']({})).toEqual(notNow);
  const id = await waitIn(postkey, world, pat);
  await opened(postkey).handlers['setup.retry']({ step: 'response' });
  expect(await handlers['setup.setAside']({})).toEqual(notNow);
  await opened(postkey).handlers['response.cancel']({});
  expect(await handlers['setup.setAside']({})).toEqual({ accepted: true });
  const since = memory.aside()[0]?.since;
  expect(postkey.state()).toMatchObject({
    accounts: [],
    aside: [{ id, address: pat, state: 'waiting', check: 'by-itself', since }],
  });
  expect(postkey.state().setup).toBeUndefined();
  expect(memory.setup()).toBeNull();
  expect(await handlers['setup.takeUp']({ id })).toEqual({ accepted: true });
  expect(postkey.state()).toMatchObject({ setup: { id, current: 'response' }, aside: [] });
  expect(memory.setup()).toMatchObject({ id });
  expect(memory.aside()).toEqual([]);
  expect(await handlers['setup.takeUp']({ id })).toEqual(notNow);
});

test('another set-up sets the waiting one aside, from a sign-in tried meanwhile, too', async () => {
  const { postkey } = startPostkey({ accounts: [account] }, world);
  const handlers = handlersOf(postkey);
  const first = await waitIn(postkey, world, kim);
  await opened(postkey).handlers['setup.retry']({ step: 'response' });
  await until(viewOf(postkey), ({ wait }) => wait !== undefined);
  await handlers['setup.start']({ practice: false });
  expect(world.script.openPorts).toBe(0);
  expect(postkey.state()).toMatchObject({ setup: { current: 'understand' }, aside: [{ id: first, state: 'waiting' }] });
  const second = await waitIn(postkey, world, 'sam@harbour.example');
  await handlers['setup.start']({ practice: true });
  expect(postkey.state()).toMatchObject({ setup: { practice: true }, aside: [{ id: first }, { id: second }] });
  await handlers['setup.takeUp']({ id: second });
  await handlers['account.signInAgain']({ id: account.id });
  expect(postkey.state().setup).toMatchObject({ id: account.id, purpose: 'sign-in-again' });
  expect(postkey.state().aside).toHaveLength(2);
  expect(await world.keptRenewal(approvalKeysId(first))).toBe('small-renewal');
  expect(await world.keptRenewal(approvalKeysId(second))).toBe('small-renewal');
});

test('a command line sets the waiting one aside, and opens the one that it names', async () => {
  const { postkey } = startPostkey({}, world);
  const id = await waitIn(postkey, world, pat);
  await doAsSecondStart(postkey, {
    practice: false,
    address: pat,
    preset: null,
    opened: null,
    link: null,
    caseFile: null,
  });
  expect(postkey.state()).toMatchObject({ setup: { id }, aside: [] });
  await doAsSecondStart(postkey, {
    practice: false,
    address: kim,
    preset: null,
    opened: null,
    link: null,
    caseFile: null,
  });
  expect(postkey.state()).toMatchObject({ setup: { address: kim }, aside: [{ id }] });
  await handlersOf(postkey)['setup.abandon']({});
  await doAsSecondStart(postkey, {
    practice: false,
    address: pat,
    preset: null,
    opened: null,
    link: null,
    caseFile: null,
  });
  expect(postkey.state()).toMatchObject({ setup: { id }, aside: [] });
});

test('opening one ends an empty set-up, changes places with a waiting one, and leaves all else alone', async () => {
  const { postkey } = startPostkey({ accounts: [account] }, world);
  const handlers = handlersOf(postkey);
  const first = await asideIn(postkey, world, kim);
  await startSetup(postkey, false, 'sam@harbour.example');
  await handlers['setup.takeUp']({ id: first });
  expect(postkey.state()).toMatchObject({ setup: { id: first }, aside: [] });
  await handlers['setup.setAside']({});
  await startSetup(postkey, false);
  const second = await waitIn(postkey, world, 'sam@harbour.example', false);
  await handlers['setup.takeUp']({ id: first });
  expect(postkey.state()).toMatchObject({ setup: { id: first }, aside: [{ id: second }] });
  await handlers['account.signInAgain']({ id: account.id });
  expect(await handlers['setup.takeUp']({ id: second })).toEqual(notNow);
  expect(postkey.state()).toMatchObject({ setup: { id: account.id }, aside: [{ id: second }, { id: first }] });
});

test('abandoning ends only the one in progress, and the list opens', async () => {
  const { postkey } = startPostkey({}, world);
  const id = await asideIn(postkey, world, pat);
  await startSetup(postkey, false);
  await handlersOf(postkey)['setup.abandon']({});
  expect(postkey.state()).toMatchObject({ aside: [{ id, state: 'waiting' }] });
  expect(postkey.setup()).toBeNull();
});

test('an address that waits already is refused by name', async () => {
  const { postkey } = startPostkey({}, world);
  await asideIn(postkey, world, pat);
  await startSetup(postkey, false);
  expect(await handlersOf(postkey)['understand.address']({ address: pat.toUpperCase() })).toEqual({
    accepted: false,
    refusal: 'set-up-waiting',
    field: 'address',
  });
  expect(await handlersOf(postkey)['understand.address']({ address: kim })).toEqual({ accepted: true });
});

test('a preset leaves a wait as it is, open or aside', async () => {
  const { postkey } = startPostkey({}, world);
  const id = await waitIn(postkey, world, pat);
  await takePreset(postkey, '{}', null);
  expect(isWaiting(viewOf(postkey)())).toBe(true);
  await handlersOf(postkey)['setup.setAside']({});
  await takePreset(postkey, '{}', null);
  expect(postkey.state()).toMatchObject({ aside: [{ id, state: 'waiting' }] });
  expect(postkey.setup()).toBeNull();
});

test('twenty may wait; the next is refused and nothing is lost', async () => {
  const { postkey, memory } = startPostkey({}, world);
  const id = await waitIn(postkey, world, pat, false);
  const setup = memory.setup();
  if (!setup) throw new Error('nothing kept');
  const aside = Array.from({ length: 20 }, (_none, at) => ({
    setup: { ...setup, id: `aside-${at}`, address: `p${at}@harbour.example` },
    since: 1,
    approved: false,
  }));
  const full = startPostkey({ setup, aside }, world).postkey;
  await openWhereItStood(full);
  const tooMany = { accepted: false, refusal: 'too-many-waiting' };
  expect(await handlersOf(full)['setup.setAside']({})).toEqual(tooMany);
  expect(await handlersOf(full)['setup.start']({ practice: false })).toEqual(tooMany);
  expect(full.setup()?.view().id).toBe(id);
  expect(await handlersOf(full)['setup.takeUp']({ id: 'aside-7' })).toEqual({ accepted: true });
  expect(full.state().aside).toHaveLength(20);
  expect(full.state().aside.at(-1)?.id).toBe(id);
});
