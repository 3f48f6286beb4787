// A set-up that stopped, went back or was asked the unexpected: the person is never stuck, and nothing is kept by mistake.
import { afterEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import type { AccountRecord } from './memory.ts';
import { freshView } from './resume-view.ts';
import { Secret } from './secret.ts';
import { grantFor, makeSmallWorld, provider, type SmallWorld, until } from './small-world.test-part.ts';

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

function start(small: SmallWorld, view: SetupView = freshView('account-1', false)): AccountSetup {
  const world = { ...small.world, logUnexpected: () => 'ACDEF' };
  const setup = makeAccountSetup(view, {
    world,
    changed: () => undefined,
    addAccount: (account) => small.accounts.push(account),
    accounts: () => small.accounts,
  });
  running.push(setup);
  return setup;
}

async function toSignIn(setup: AccountSetup): Promise<void> {
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
}

async function signIn(setup: AccountSetup, small: SmallWorld): Promise<void> {
  await setup.handlers['request.signIn']({});
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  small.script.answer({ code: 'c', state: 's1' });
}

test('a bug while asking stops the step, and "Try again" really tries again', async () => {
  const small = makeSmallWorld();
  const { begin } = small.world.ways.openid;
  let isBroken = true;
  Object.assign(small.world.ways.openid, {
    begin: (...parts: Parameters<typeof begin>) => (isBroken ? Promise.reject(new Error('bug')) : begin(...parts)),
  });
  const setup = start(small);
  await toSignIn(setup);
  await setup.handlers['request.signIn']({});
  const view = await until(setup.view, (each) => each.steps.request.kind === 'failed');
  expect(view.steps.request).toMatchObject({ problem: { code: 'unexpected', logReference: 'ACDEF' } });
  expect(small.script.openPorts).toBe(0);
  isBroken = false;
  await setup.handlers['setup.retry']({ step: 'request' });
  await until(setup.view, (each) => each.steps.response.kind === 'working');
});

test('a bug after the answer stops the step that was under way', async () => {
  const small = makeSmallWorld();
  small.world.vault.keep = () => Promise.reject(new Error('bug'));
  const setup = start(small);
  await toSignIn(setup);
  await signIn(setup, small);
  const view = await until(setup.view, (each) => each.steps.store.kind === 'failed');
  expect(view.steps.request.kind).toBe('done');
});

test('a browser that cannot be looked for does not leave the person waiting', async () => {
  const small = makeSmallWorld();
  Object.assign(small.world.desktop, { browsers: () => Promise.reject(new Error('bug')) });
  const setup = start(small);
  await toSignIn(setup);
  await setup.handlers['request.signIn']({});
  await until(setup.view, (each) => each.steps.request.kind === 'failed');
  expect(small.script.openPorts).toBe(0);
});

test.each(['response', 'token', 'store'] as const)('going back to %s begins at the question again', async (step) => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toSignIn(setup);
  await signIn(setup, small);
  await until(setup.view, (view) => view.steps.refresh.kind === 'done');
  expect(await setup.handlers['setup.reopen']({ step })).toEqual({ accepted: true });
  expect(setup.view()).toMatchObject({ current: 'request', steps: { request: { kind: 'needs-you' } } });
});

test('practice keeps its registration when the person goes back to the address', async () => {
  const small = makeSmallWorld();
  const setup = start(small, {
    ...freshView('account-1', true),
    provider: { is: provider, source: 'practice' },
    registration: { source: 'practice', clientId: 'practice', hasSecret: false },
  });
  await toSignIn(setup);
  await setup.handlers['setup.reopen']({ step: 'understand' });
  await setup.handlers['understand.confirm']({ wanted: ['imap'] });
  const view = await until(setup.view, (each) => each.steps.request.kind === 'needs-you');
  expect(view.steps.register).toMatchObject({ kind: 'done', fact: { code: 'registration-practice' } });
});

test('who registers themselves after a preset is asked for their own client ID', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toSignIn(setup);
  await setup.handlers['setup.reopen']({ step: 'register' });
  await setup.handlers['register.own']({});
  expect(setup.view().registration).toBeUndefined();
  expect(setup.view().steps.credentials.kind).toBe('needs-you');
});

test('what an earlier try brought is never kept by a later decision', async () => {
  const small = makeSmallWorld();
  small.script.grant = () => ({ ok: true, value: grantFor('sam@harbour.example') });
  const setup = start(small);
  await toSignIn(setup);
  await signIn(setup, small);
  await until(setup.view, (view) => view.steps.token.kind === 'failed');
  small.script.grant = () => ({ ok: false, problem: problemOf('provider-fault') });
  await setup.handlers['setup.retry']({ step: 'token' });
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  small.script.answer({ code: 'c', state: 's1' });
  await until(setup.view, (view) => view.steps.token.kind === 'failed');
  expect(await setup.handlers['token.decide']({ decision: 'go-on' })).toMatchObject({ refusal: 'not-now' });
  expect(await small.world.vault.open('account-1')).toEqual({ ok: true, value: null });
});

test('a key store that never answers is called locked, and can be asked again', async () => {
  const small = makeSmallWorld();
  const { clock, vault } = small.world;
  const { after } = clock;
  const { keep } = vault;
  // The deadline of sealing alone is over at once.
  Object.assign(clock, { after: (ms: number, call: () => void) => after(ms === 20_000 ? 5 : ms, call) });
  vault.keep = () => new Promise(() => undefined);
  const setup = start(small);
  await toSignIn(setup);
  await signIn(setup, small);
  const view = await until(setup.view, (each) => each.steps.store.kind === 'failed');
  expect(view.steps.store).toMatchObject({ problem: { code: 'key-store-locked' } });
  vault.keep = keep;
  await setup.handlers['store.decide']({ decision: 'try-again' });
  await until(setup.view, (each) => each.steps.store.kind === 'done');
});

test('an address that is in the list already is refused at its field', async () => {
  const small = makeSmallWorld();
  small.accounts.push({ id: 'other', address: 'Pat@harbour.example', practice: false } as AccountRecord);
  const setup = start(small);
  expect(await setup.handlers['understand.address']({ address: 'pat@harbour.example' })).toEqual({
    accepted: false,
    refusal: 'account-exists',
    field: 'address',
  });
});

test('the keys of an account in the list outlive a new client ID and another address', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toSignIn(setup);
  await signIn(setup, small);
  await setup.handlers['configure.choose']({ programs: [] });
  await until(setup.view, (view) => view.steps.monitor.kind === 'done');
  await setup.handlers['setup.reopen']({ step: 'credentials' });
  await setup.handlers['credentials.type']({ clientId: 'mine', clientSecret: 'hush' });
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  const kept = await small.world.vault.open('account-1');
  expect(kept.ok && kept.value?.renewal).toBeInstanceOf(Secret);
  await setup.handlers['setup.reopen']({ step: 'understand' });
  expect(await setup.handlers['understand.address']({ address: 'sam@harbour.example' })).toMatchObject({
    refusal: 'not-now',
  });
});
