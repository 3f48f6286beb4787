// The wait for an organisation's approval: from the refusal to the account, over days and restarts, whoever signs in meanwhile.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import {
  type ApprovalWorld,
  answerInBrowser,
  guarded,
  id,
  isWaiting,
  makeApprovalWorld,
  needed,
  pat,
  smallKey,
  walkToRefusal,
  walkToRequest,
  walkToWait,
  walkToWatch,
} from './approval-world.test-part.ts';
import { changesKeys } from './changes-keys.ts';
import { Secret } from './secret.ts';
import { signInAgainView } from './sign-in-again.ts';
import { grantFor, until } from './small-world.test-part.ts';

const day = 24 * 60 * 60_000;
const minutes = 60_000;
let world: ApprovalWorld;
beforeEach(() => {
  world = makeApprovalWorld();
});
afterEach(() => world.stop());

const approve = (): void => {
  world.play.widen = async () => ({
    ok: true,
    value: grantFor('', { person: null, idTokenChecked: false, renewal: new Secret('whole-renewal') }),
  });
};

test('a refusal that an administrator can lift stops step 6 with what the administrator needs', async () => {
  const setup = await walkToRefusal(world);
  const { approval, steps, current } = setup.view();
  expect(steps.response).toMatchObject({ kind: 'failed', problem: { code: 'approval-needed' } });
  expect(current).toBe('response');
  expect(approval?.adminLink).toContain('/harbour.example/v2.0/adminconsent?');
  expect(approval?.since).toBeUndefined();
});

test('the person says what the page in the browser says, because that page never comes back', async () => {
  const setup = world.setup();
  await walkToRequest(setup);
  expect(await setup.handlers['response.approvalPage']({})).toEqual({ accepted: false, refusal: 'not-now' });
  await setup.handlers['request.signIn']({});
  await until(setup.view, ({ wait }) => wait !== undefined);
  expect(await setup.handlers['response.approvalPage']({})).toEqual({ accepted: true });
  const { steps, approval, wait } = setup.view();
  expect(steps.response).toMatchObject({ kind: 'failed', problem: { code: 'approval-needed' } });
  expect(approval?.adminLink).toContain('/harbour.example/v2.0/adminconsent?');
  expect(wait).toBeUndefined();
  expect(world.script.openPorts).toBe(0);
});

test('a rule about computers and places has no such page', async () => {
  world.play.mail = problemOf('policy-blocks', { number: 53003 });
  const setup = world.setup();
  await walkToRequest(setup);
  await setup.handlers['request.signIn']({});
  await answerInBrowser(world, setup);
  const view = await until(setup.view, ({ steps }) => steps.token.kind === 'failed');
  expect(view.approval).toBeUndefined();
  expect(await setup.handlers['approval.sent']({ by: 'copy' })).toEqual({ accepted: false, refusal: 'not-now' });
});

test('the wait survives a restart days later and blocks nothing', async () => {
  const setup = await walkToWait(world);
  const before = setup.view();
  expect(before.approval).toMatchObject({ sentBy: 'mail', check: 'after-sign-in' });
  world.pass(3 * day);
  const again = world.restart(setup);
  expect(again.view()).toMatchObject({ current: 'response', approval: before.approval });
  expect(isWaiting(again.view())).toBe(true);
  expect(changesKeys(again.view())).toBe(false);
  expect(world.script.opened).toHaveLength(1);
});

test('an organisation that lets nobody agree to anything leaves the person’s own sign-in', async () => {
  const setup = await walkToWait(world);
  world.play.small = needed;
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  const view = await until(setup.view, ({ approval }) => approval?.check === 'by-hand');
  expect(view.approval?.trouble?.code).toBe('approval-needed');
  expect(isWaiting(view)).toBe(true);
  expect(await setup.handlers['approval.watch']({})).toMatchObject({ accepted: false });
  world.play.mail = null;
  expect(await setup.handlers['setup.retry']({ step: 'response' })).toEqual({ accepted: true });
  await answerInBrowser(world, setup);
  const done = await until(setup.view, ({ steps }) => steps.store.kind === 'done');
  expect(done.steps.response).toMatchObject({ fact: { code: 'approved-after', values: { days: 0 } } });
});

test('an administrator at the small sign-in: nothing is kept, and the next try shows the account chooser', async () => {
  const setup = await walkToWait(world);
  world.play.person = 'admin@harbour.example';
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  const view = await until(setup.view, ({ approval }) => approval?.trouble !== undefined);
  expect(view.approval).toMatchObject({
    check: 'after-sign-in',
    trouble: { code: 'wrong-person', facts: { expected: pat, signedInAs: 'admin@harbour.example' } },
  });
  expect(isWaiting(view)).toBe(true);
  expect(view.person).toBeUndefined();
  expect(await world.keptRenewal(smallKey)).toBeNull();
  world.play.person = pat;
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ approval }) => approval?.check === 'by-itself');
  expect(world.plans.slice(-2).map((plan) => plan.chooseAccount)).toEqual([false, true]);
});

test('an administrator at the sign-in with mail never becomes the mailbox', async () => {
  const setup = await walkToWait(world);
  world.play.mail = null;
  world.play.person = 'admin@harbour.example';
  await setup.handlers['setup.retry']({ step: 'response' });
  await answerInBrowser(world, setup);
  const view = await until(setup.view, ({ approval }) => approval?.trouble !== undefined);
  expect(isWaiting(view)).toBe(true);
  expect(view).toMatchObject({ address: pat, approval: { trouble: { code: 'wrong-person' } } });
  expect(await setup.handlers['token.decide']({ decision: 'use-signed-in-address' })).toMatchObject({
    accepted: false,
  });
  expect(await world.keptRenewal(id)).toBeNull();
  world.play.person = pat;
  await setup.handlers['setup.retry']({ step: 'response' });
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.store.kind === 'done');
  expect(world.plans.at(-1)?.chooseAccount).toBe(true);
});

test('trying again too early leads back into the wait, with the day it began', async () => {
  const setup = await walkToWait(world);
  const since = setup.view().approval?.since;
  world.pass(day);
  await setup.handlers['setup.retry']({ step: 'response' });
  await answerInBrowser(world, setup);
  const view = await until(setup.view, ({ approval }) => approval?.lastCheckAt !== undefined);
  expect(view.approval).toMatchObject({ since, lastCheckAt: world.world.clock.now() });
  expect(isWaiting(view)).toBe(true);
});

test('cancel leads from a try back to the wait, and from the wait to step 5; then nothing is left of it', async () => {
  const setup = await walkToWatch(world);
  await setup.handlers['setup.retry']({ step: 'response' });
  await until(setup.view, (view) => view.wait !== undefined);
  await setup.handlers['response.cancel']({});
  expect(isWaiting(setup.view())).toBe(true);
  expect(setup.view().approval?.check).toBe('by-itself');
  expect(world.script.openPorts).toBe(0);
  await setup.handlers['response.cancel']({});
  expect(setup.view()).toMatchObject({ current: 'request', steps: { request: { kind: 'needs-you' } } });
  expect(setup.view().approval).toBeUndefined();
  expect(await world.keptRenewal(smallKey)).toBeNull();
  world.pass(day);
  expect(world.widened).toHaveLength(1);
});

test('a quit while the browser was open again comes back to the wait', async () => {
  const setup = await walkToWatch(world);
  await setup.handlers['setup.retry']({ step: 'response' });
  await until(setup.view, (view) => view.wait !== undefined);
  const again = world.restart(setup);
  expect(isWaiting(again.view())).toBe(true);
  expect(again.view().wait).toBeUndefined();
});

test('what was asked of IT rests on the registration: another one ends the wait', async () => {
  const setup = await walkToWatch(world);
  await setup.handlers['setup.reopen']({ step: 'credentials' });
  expect(setup.view().approval).toBeUndefined();
  expect(await world.keptRenewal(smallKey)).toBeNull();
});

test('Google: asked by hand, and the client secret that was typed outlives the restart', async () => {
  world.stop();
  world = makeApprovalWorld({
    ...guarded,
    id: 'google',
    signIn: 'google',
    scopes: { imap: ['https://mail.google.com/'] },
  });
  world.play.mail = problemOf('approval-needed');
  const setup = await walkToWait(world, 'GOCSPX-secret');
  expect(setup.view().approval).toMatchObject({ check: 'by-hand', clientId: '1-a.apps.googleusercontent.com' });
  expect(await setup.handlers['approval.watch']({})).toMatchObject({ accepted: false });
  expect(await setup.handlers['approval.checkNow']({})).toMatchObject({ accepted: false });
  await until(setup.view, isWaiting);
  const again = world.restart(setup);
  world.play.mail = null;
  const retry = () => again.handlers['setup.retry']({ step: 'response' });
  while (!(await retry()).accepted) await new Promise((resolve) => setTimeout(resolve, 1));
  await answerInBrowser(world, again);
  await until(again.view, ({ steps }) => steps.store.kind === 'done');
  expect(world.plans.at(-1)?.clientSecret?.open()).toBe('GOCSPX-secret');
});

test('signing in again may wait for approval, too: the account keeps its keys meanwhile', async () => {
  world.play.mail = null;
  const first = world.setup();
  await walkToRequest(first);
  await first.handlers['request.signIn']({});
  await answerInBrowser(world, first);
  await until(first.view, ({ steps }) => steps.refresh.kind === 'done');
  await first.handlers['configure.choose']({ programs: [] });
  await until(first.view, ({ steps }) => steps.monitor.kind === 'done');
  first.stop();
  const kept = await world.keptRenewal(id);
  world.play.mail = needed;
  const account = world.accounts[0];
  if (!account) throw new Error('no account');
  const again = world.setup(signInAgainView(account, world.world.clock.now()));
  again.advance();
  await until(again.view, ({ steps }) => steps.request.kind === 'needs-you');
  await again.handlers['request.signIn']({});
  await answerInBrowser(world, again);
  await until(again.view, ({ steps }) => steps.response.kind === 'failed');
  await again.handlers['approval.sent']({ by: 'copy' });
  await again.handlers['approval.watch']({});
  await answerInBrowser(world, again);
  await until(again.view, ({ approval }) => approval?.lastCheckAt !== undefined);
  expect(changesKeys(again.view())).toBe(false);
  expect(await world.keptRenewal(id)).toBe(kept);
  approve();
  world.pass(40 * minutes);
  await until(again.view, ({ steps }) => steps.monitor.kind === 'done');
  expect(await world.keptRenewal(smallKey)).toBeNull();
});
