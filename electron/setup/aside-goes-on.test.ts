// What becomes of a set-up set aside: asked for silently, approved, kept over restarts, cancelled.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvalKeysId } from './approval-keys.ts';
import {
  type ApprovalWorld,
  answerInBrowser,
  isWaiting,
  makeApprovalWorld,
  needed,
  pat,
  walkToRequest,
} from './approval-world.test-part.ts';
import { handlersOf, openWhereItStood } from './postkey-requests.ts';
import {
  approve,
  asideIn,
  happens,
  kim,
  minutes,
  notNow,
  opened,
  restart,
  sendRequest,
  viewOf,
  waitIn,
  watch,
} from './set-aside.test-part.ts';
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

test('one set aside is asked for silently, goes on as far as nobody is needed, and says so', async () => {
  const { postkey, memory } = startPostkey({}, world);
  const id = await asideIn(postkey, world, pat);
  world.pass(40 * minutes);
  await happens(() => world.widened.length === 2);
  expect(postkey.state().notices).toEqual([]);
  const fronts = world.fronts();
  approve(world);
  world.pass(40 * minutes);
  await happens(() => memory.aside()[0]?.setup.steps.refresh.kind === 'done');
  expect(postkey.state()).toMatchObject({
    accounts: [],
    aside: [{ id, state: 'approved' }],
    notices: [{ code: 'approved', values: { address: pat, setup: id } }],
  });
  expect(world.fronts()).toBe(fronts);
  expect(await world.keptRenewal(approvalKeysId(id))).toBeNull();
  const again = await restart({ postkey, memory, small: world }, world);
  expect(again.postkey.state()).toMatchObject({ accounts: [], aside: [{ id, state: 'approved' }] });
  await handlersOf(again.postkey)['setup.takeUp']({ id });
  expect(again.postkey.state().notices).toEqual([]);
  await until(viewOf(again.postkey), ({ steps }) => steps.refresh.kind === 'done');
  await handlersOf(again.postkey)['configure.choose']({ programs: [] });
  await until(viewOf(again.postkey), ({ steps }) => steps.monitor.kind === 'done');
  expect(again.postkey.state()).toMatchObject({ accounts: [{ id }], aside: [] });
});

test('the notice is put away when its set-up is opened', async () => {
  const { postkey } = startPostkey({}, world);
  const id = await asideIn(postkey, world, pat);
  approve(world);
  world.pass(40 * minutes);
  await happens(() => postkey.state().notices.length === 1);
  await handlersOf(postkey)['setup.takeUp']({ id });
  expect(postkey.state().notices).toEqual([]);
});

test('an account whose sign-in waits keeps its keys, is looked after meanwhile, and is done when all is', async () => {
  const { postkey, memory } = startPostkey({}, world);
  world.play.mail = null;
  await startSetup(postkey, false);
  await walkToRequest(opened(postkey));
  const { id } = opened(postkey).view();
  await handlersOf(postkey)['request.signIn']({});
  await answerInBrowser(world, opened(postkey));
  await until(viewOf(postkey), ({ steps }) => steps.refresh.kind === 'done');
  await handlersOf(postkey)['configure.choose']({ programs: [] });
  await until(viewOf(postkey), ({ steps }) => steps.monitor.kind === 'done');
  const handlers = handlersOf(postkey);
  await handlers['setup.finish']({});
  const key = await world.keptRenewal(id);
  world.play.mail = needed;
  await handlers['account.signInAgain']({ id });
  await until(viewOf(postkey), ({ steps }) => steps.request.kind === 'needs-you');
  await sendRequest(opened(postkey), world);
  await watch(opened(postkey), world);
  await handlers['setup.setAside']({});
  expect(postkey.isBusy(id)).toBe(false);
  await handlers['account.signInAgain']({ id });
  expect(isWaiting(viewOf(postkey)())).toBe(true);
  await handlers['setup.setAside']({});
  expect(await world.keptRenewal(id)).toBe(key);
  const { climb } = world.world.mailCheck;
  const busy: boolean[] = [];
  world.world.mailCheck.climb = (login, report, attempt) => {
    busy.push(postkey.isBusy(id), postkey.isBusy('another'));
    return climb(login, report, attempt);
  };
  approve(world);
  world.pass(40 * minutes);
  await happens(() => memory.aside().length === 0);
  expect(postkey.state()).toMatchObject({ accounts: [{ id }], aside: [], notices: [{ code: 'approved' }] });
  expect(busy.slice(0, 2)).toEqual([true, false]);
  expect(postkey.isBusy(id)).toBe(false);
});

test('after a restart all are there: the open one open, the others asking', async () => {
  const first = startPostkey({}, world);
  const aside = await asideIn(first.postkey, world, pat);
  await startSetup(first.postkey, false);
  const open = await waitIn(first.postkey, world, kim, false);
  const asked = world.widened.length;
  const second = await restart(first, world);
  expect(second.postkey.state()).toMatchObject({ setup: { id: open }, aside: [{ id: aside, state: 'waiting' }] });
  await happens(() => world.widened.length > asked);
  await handlersOf(second.postkey)['setup.setAside']({});
  const third = await restart(second, world);
  expect(third.postkey.state().setup).toBeUndefined();
  expect(third.postkey.state().aside.map(({ id }) => id)).toEqual([aside, open]);
  third.postkey.stop();
  const before = world.widened.length;
  world.pass(24 * 60 * minutes);
  expect(world.widened).toHaveLength(before);
});

test('what stands twice in the settings file is taken up once', async () => {
  const { postkey, memory } = startPostkey({}, world);
  await asideIn(postkey, world, pat);
  const [kept] = memory.aside();
  if (!kept) throw new Error('nothing kept');
  const again = startPostkey({ setup: kept.setup, aside: [kept, kept] }, world);
  await openWhereItStood(again.postkey);
  expect(again.postkey.state()).toMatchObject({ setup: { id: kept.setup.id }, aside: [] });
});

test('cancelled, nothing is left of it, and step 1 opens when nothing else is there', async () => {
  const { postkey, memory } = startPostkey({}, world);
  const id = await asideIn(postkey, world, pat);
  const asked = world.widened.length;
  const handlers = handlersOf(postkey);
  expect(await handlers['setup.cancelAside']({ id: 'another' })).toEqual(notNow);
  expect(await handlers['setup.cancelAside']({ id })).toEqual({ accepted: true });
  expect(world.script.forgotten).toEqual(expect.arrayContaining([id, approvalKeysId(id)]));
  expect(await world.keptRenewal(approvalKeysId(id))).toBeNull();
  expect(memory.aside()).toEqual([]);
  expect(postkey.state()).toMatchObject({ setup: { current: 'understand' }, aside: [] });
  world.pass(40 * minutes);
  expect(world.widened).toHaveLength(asked);
});

test('removing the account ends its wait, too', async () => {
  const { postkey } = startPostkey({}, world);
  const id = await asideIn(postkey, world, pat);
  postkey.changeAccounts(() => [{ ...account, id }]);
  await handlersOf(postkey)['setup.cancelAside']({ id });
  expect(world.script.forgotten).not.toContain(id);
  const other = await asideIn(postkey, world, kim);
  postkey.changeAccounts(() => [{ ...account, id: other }]);
  await handlersOf(postkey)['account.remove']({ id: other });
  await happens(() => postkey.state().leaving?.endedAt !== undefined);
  await handlersOf(postkey)['leaving.putAway']({});
  expect(postkey.state()).toMatchObject({ accounts: [], aside: [], setup: { current: 'understand' } });
  expect(world.script.forgotten).toEqual(expect.arrayContaining([other, approvalKeysId(other)]));
});

test('a wait whose client secret is lost says that it stopped', async () => {
  const { postkey, memory } = startPostkey({}, world);
  await asideIn(postkey, world, pat);
  const [kept] = memory.aside();
  if (!kept?.setup.registration) throw new Error('nothing kept');
  const setup = { ...kept.setup, registration: { ...kept.setup.registration, hasSecret: true } };
  const again = startPostkey({ aside: [{ ...kept, setup }] }, world).postkey;
  await openWhereItStood(again);
  await happens(() => again.state().aside[0]?.state === 'stopped');
  await handlersOf(again)['setup.takeUp']({ id: setup.id });
  expect(again.state().setup).toMatchObject({ current: 'credentials' });
});
