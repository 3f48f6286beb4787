// The key store takes its time, says no, or opens only later: nothing is lost, nothing goes on that was given up, nothing waits for ever.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import {
  type ApprovalWorld,
  answerInBrowser,
  guarded,
  id,
  isWaiting,
  makeApprovalWorld,
  pat,
  smallKey,
  walkToRefusal,
  walkToRequest,
  walkToWait,
  walkToWatch,
} from './approval-world.test-part.ts';
import { makePasswordWorld, mixed } from './password-world.test-part.ts';
import { until } from './small-world.test-part.ts';

let world: ApprovalWorld;
beforeEach(() => {
  world = makeApprovalWorld();
});
afterEach(() => world.stop());

const google = {
  ...guarded,
  id: 'google',
  signIn: 'google' as const,
  scopes: { imap: ['https://mail.google.com/'] },
};
const locked = async () => ({ ok: false as const, problem: problemOf('key-store-locked') });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a set-up given up while its secrets were being opened asks nobody any more', async () => {
  const { vault } = world.world;
  const setup = await walkToWatch(world);
  const view = setup.view();
  setup.stop();
  const { open } = vault;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  vault.open = async (key) => {
    await held;
    return open(key);
  };
  const registration = { source: 'own' as const, clientId: 'c-1', hasSecret: true };
  const again = world.setup({ ...view, registration });
  again.advance();
  again.stop();
  letGo();
  await settled();
  const asked = world.widened.length;
  world.pass(60 * 60_000);
  await settled();
  expect(world.widened).toHaveLength(asked);
});

test('a key store that is locked at the start does not end the wait; the sign-in opens it', async () => {
  world.stop();
  world = makeApprovalWorld(google);
  world.play.mail = problemOf('approval-needed');
  const setup = await walkToWait(world, 'GOCSPX-secret');
  await settled();
  const { open } = world.world.vault;
  world.world.vault.open = locked;
  const again = world.restart(setup);
  await settled();
  expect(isWaiting(again.view())).toBe(true);
  await again.handlers['setup.retry']({ step: 'response' });
  await until(again.view, ({ approval }) => approval?.trouble?.code === 'key-store-locked');
  expect(isWaiting(again.view())).toBe(true);
  world.world.vault.open = open;
  world.play.mail = null;
  await again.handlers['setup.retry']({ step: 'response' });
  await answerInBrowser(world, again);
  await until(again.view, ({ steps }) => steps.store.kind === 'done');
  expect(world.plans.at(-1)?.clientSecret?.open()).toBe('GOCSPX-secret');
});

test('the silent question ends though the key store never answers', async () => {
  const setup = await walkToWatch(world);
  world.world.vault.open = () => new Promise(() => undefined);
  await setup.handlers['approval.checkNow']({});
  expect(setup.view().approval?.checking).toBe(true);
  world.pass(61_000);
  const view = await until(setup.view, ({ approval }) => approval?.checking === undefined);
  expect(view.approval).toMatchObject({ check: 'by-itself', trouble: { code: 'key-store-locked' } });
});

test('the small sign-in ends though the key store never answers, and is no late word in another try', async () => {
  const setup = await walkToWait(world);
  const { keep } = world.world.vault;
  let letGo = (): void => undefined;
  world.world.vault.keep = (key, keys) =>
    new Promise((resolve) => {
      letGo = () => resolve(keep(key, keys));
    });
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.token.kind === 'working');
  await setup.handlers['response.cancel']({});
  expect(isWaiting(setup.view())).toBe(true);
  await setup.handlers['setup.retry']({ step: 'response' });
  await until(setup.view, ({ wait }) => wait !== undefined);
  letGo();
  await settled();
  expect(setup.view().steps.response).toMatchObject({ activity: 'waiting-for-browser' });
  await setup.handlers['response.cancel']({});
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.token.kind === 'working');
  world.pass(21_000);
  const view = await until(setup.view, isWaiting);
  expect(view.approval).toMatchObject({ check: 'after-sign-in', trouble: { code: 'key-store-locked' } });
});

test('looking back at step 5 during the wait and signing in there keeps what was asked of IT', async () => {
  const setup = await walkToWatch(world);
  const since = setup.view().approval?.since;
  expect(await setup.handlers['setup.reopen']({ step: 'request' })).toEqual({ accepted: true });
  await answerInBrowser(world, setup);
  const view = await until(setup.view, isWaiting);
  expect(view.approval).toMatchObject({ since, check: 'by-itself' });
  expect(await world.keptRenewal(smallKey)).toBe('small-renewal');
});

test('an administrator who approves before the letter has left is not offered as the mailbox either', async () => {
  const setup = await walkToRefusal(world);
  world.play.mail = null;
  world.play.person = 'admin@harbour.example';
  await setup.handlers['setup.retry']({ step: 'response' });
  await until(setup.view, ({ wait }) => wait !== undefined);
  await setup.handlers['response.cancel']({});
  await setup.handlers['request.signIn']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.token.kind === 'failed');
  for (const decision of ['use-signed-in-address', 'shared-mailbox'] as const) {
    expect(await setup.handlers['token.decide']({ decision })).toMatchObject({ refusal: 'not-now' });
  }
  expect(setup.view().address).toBe(pat);
  expect(await world.keptRenewal(id)).toBeNull();
  world.play.person = pat;
  await setup.handlers['token.decide']({ decision: 'sign-in-again' });
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.store.kind === 'done');
  expect(world.plans.at(-1)?.chooseAccount).toBe(true);
});

test('a client secret typed after a sign-in is the one that a restart brings back', async () => {
  world.play.mail = null;
  const setup = world.setup();
  await walkToRequest(setup, 'first-secret');
  await setup.handlers['request.signIn']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.store.kind === 'done');
  await setup.handlers['setup.reopen']({ step: 'credentials' });
  const clientId = '11111111-52d1-4b8e-9a37-1f2e3d4c5b6a';
  await setup.handlers['credentials.type']({ clientId, clientSecret: 'second-secret' });
  await until(setup.view, ({ steps }) => steps.request.kind === 'needs-you');
  const again = world.restart(setup);
  await until(again.view, ({ steps }) => steps.request.kind === 'needs-you');
  await again.handlers['request.signIn']({});
  await answerInBrowser(world, again);
  expect(world.plans.at(-1)).toMatchObject({ clientId });
  expect(world.plans.at(-1)?.clientSecret?.open()).toBe('second-secret');
});

test('a password that could not be sealed beside the tokens is sealed at the next try, without another sign-in', async () => {
  const home = makePasswordWorld(mixed, 'preset');
  const setup = home.begin();
  await setup.handlers['understand.address']({ address: pat });
  await until(setup.view, ({ steps }) => steps.credentials.kind === 'done');
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await setup.handlers['flow.password']({ password: 'wrong' });
  await until(setup.view, ({ steps }) => steps.request.kind === 'needs-you');
  await setup.handlers['request.signIn']({});
  await until(setup.view, ({ steps }) => steps.response.kind === 'working');
  home.small.script.answer({ code: 'c', state: 's1' });
  await until(setup.view, ({ steps }) => steps.test.kind === 'failed');
  home.right = 'hush';
  home.small.script.keep = () => 'key-store-locked';
  await setup.handlers['flow.password']({ password: 'hush' });
  await until(setup.view, ({ steps }) => steps.flow.kind === 'failed');
  home.small.script.keep = () => null;
  await setup.handlers['setup.retry']({ step: 'flow' });
  const view = await until(setup.view, ({ steps }) => steps.test.kind === 'done');
  expect(view.steps.token.kind).toBe('done');
  expect(home.small.script.opened).toHaveLength(1);
  setup.stop();
});
