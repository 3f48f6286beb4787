// The road without a sign-in: what is left out, what the password goes through, and every way back.
import { afterEach, expect, test } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import type { AccountSetup } from './account-setup.ts';
import { accountView } from './account-view.ts';
import { forgetful } from './forgetful.test-part.ts';
import { makePasswordWorld, orchard, type PasswordWorld } from './password-world.test-part.ts';
import { resumeView, viewToKeep } from './resume-view.ts';
import { signInAgainView } from './sign-in-again.ts';
import { provider, until } from './small-world.test-part.ts';

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

function begin(home: PasswordWorld, view?: SetupView): AccountSetup {
  const setup = home.begin(view);
  running.push(setup);
  return setup;
}

async function toPassword(setup: AccountSetup): Promise<void> {
  await setup.handlers['understand.address']({ address: 'pat@orchard.example' });
  await until(setup.view, (view) => view.steps.understand.kind === 'needs-you' && view.provider !== undefined);
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  expect(setup.view().current).toBe('flow');
}

const kept = (view: SetupView): SetupView => JSON.parse(JSON.stringify(viewToKeep(view))) as SetupView;
const kinds = (view: SetupView): string[] => Object.values(view.steps).map((step) => step.kind);

test('steps without meaning are skipped and say why; the password is sealed, tried and watched', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await toPassword(setup);
  expect(setup.view().password).toEqual({ services: ['imap', 'smtp'], given: false });
  expect(setup.view().steps.register).toEqual({ kind: 'skipped', reason: 'no-sign-in-page' });
  expect(await setup.handlers['request.signIn']({})).toMatchObject({ refusal: 'not-now' });
  expect(await setup.handlers['flow.password']({ password: 'abcd efgh ijkl mnop' })).toEqual({ accepted: true });
  await until(setup.view, (view) => view.steps.test.kind === 'done');
  expect(home.logins).toEqual([
    'imap pat password abcdefghijklmnop',
    'smtp pat@orchard.example password abcdefghijklmnop',
  ]);
  expect(setup.view().ladders.map((ladder) => ladder.by)).toEqual(['password', 'password']);
  await setup.handlers['configure.choose']({ programs: [] });
  const view = await until(setup.view, (each) => each.steps.monitor.kind === 'done');
  expect(kinds(view)).toEqual([
    ...[
      'done',
      'skipped',
      'skipped',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'done',
      'done',
      'done',
      'skipped',
      'done',
    ],
  ]);
  expect(view.steps.flow).toMatchObject({ fact: { code: 'way-password' } });
  expect(view.steps.refresh).toEqual({ kind: 'skipped', reason: 'password-lasts' });
  expect(view.validUntil).toBeUndefined();
  const [account] = home.small.accounts;
  expect(account).toMatchObject({
    registration: { source: 'none', clientId: '', hasSecret: false },
    passwordFor: ['imap', 'smtp'],
    scopes: [],
    loginNames: { imap: 'pat', smtp: 'pat@orchard.example' },
  });
  if (account) expect(accountView(account, false, forgetful, 0).servers[0]).toMatchObject({ by: 'password' });
  expect(JSON.stringify([view, account])).not.toContain('abcdefgh');
  expect(home.small.script.opened).toEqual([]);
});

test('what cannot be the password is refused, and nothing changes', async () => {
  const setup = begin(makePasswordWorld(orchard));
  expect(await setup.handlers['flow.password']({ password: 'x' })).toMatchObject({ refusal: 'not-now' });
  await toPassword(setup);
  const before = setup.view();
  const answers = ['  ', 'PAT@orchard.example', 'two\nlines', 'zero\u200bwidth'].map((password) =>
    setup.handlers['flow.password']({ password }),
  );
  expect(answers).toEqual(
    ['password-empty', 'password-is-address', 'password-odd', 'password-odd'].map((refusal) => ({
      accepted: false,
      refusal,
      field: 'password',
    })),
  );
  expect(setup.view()).toBe(before);
});

test('a refused password is typed again, and everything else stays', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await toPassword(setup);
  await setup.handlers['flow.password']({ password: 'wrong' });
  await setup.handlers['configure.choose']({ programs: ['thunderbird'] });
  const view = await until(setup.view, (each) => each.steps.test.kind === 'failed');
  expect(view.steps.test).toMatchObject({ problem: { code: 'password-refused' } });
  await setup.handlers['setup.reopen']({ step: 'flow' });
  expect(setup.view().current).toBe('flow');
  expect(setup.view().steps.configure.kind).toBe('done');
  await setup.handlers['flow.password']({ password: home.right });
  await until(setup.view, (each) => each.steps.monitor.kind === 'done');
  expect(home.small.accounts).toHaveLength(1);
});

test('a password may be typed again right at the ladders, without opening step 4 first', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await toPassword(setup);
  await setup.handlers['flow.password']({ password: 'wrong' });
  await until(setup.view, (each) => each.steps.test.kind === 'failed');
  expect(await setup.handlers['flow.password']({ password: home.right })).toEqual({ accepted: true });
  await until(setup.view, (each) => each.steps.test.kind === 'done');
});

test('without a key store it stays for the session if the person says so, and is asked for after a restart', async () => {
  const home = makePasswordWorld(orchard);
  home.small.script.keep = () => 'no-key-store';
  const setup = begin(home);
  await toPassword(setup);
  await setup.handlers['flow.password']({ password: home.right });
  await until(setup.view, (view) => view.steps.store.kind === 'failed');
  await setup.handlers['store.decide']({ decision: 'this-session' });
  const view = await until(setup.view, (each) => each.steps.test.kind === 'done');
  setup.stop();
  await home.world.vault.forget('account-1');
  const again = begin(home, resumeView(kept(view)));
  await until(again.view, (each) => each.steps.flow.kind === 'needs-you');
  expect(again.view()).toMatchObject({ current: 'flow', password: { given: false } });
});

test('a set-up that was quit after the password was sealed climbs again without asking', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await toPassword(setup);
  await setup.handlers['flow.password']({ password: home.right });
  const view = await until(setup.view, (each) => each.steps.test.kind === 'done');
  setup.stop();
  const again = begin(home, resumeView(kept(view)));
  await until(again.view, (each) => each.steps.test.kind === 'done');
  expect(again.view().current).toBe('configure');
  expect(again.view().password).toEqual({ services: ['imap', 'smtp'], given: true });
});

test('another address does not get the password of the first', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await toPassword(setup);
  await setup.handlers['flow.password']({ password: home.right });
  await until(setup.view, (each) => each.steps.test.kind === 'done');
  await setup.handlers['setup.reopen']({ step: 'understand' });
  await setup.handlers['understand.address']({ address: 'sam@orchard.example' });
  await until(setup.view, (view) => view.steps.understand.kind === 'needs-you');
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  const view = await until(setup.view, (each) => each.steps.flow.kind === 'needs-you');
  expect(view.password?.given).toBe(false);
  expect(home.logins.some((login) => login.includes('sam'))).toBe(false);
});

test('typing the password of an account again leads straight to step 4 and replaces it in place', async () => {
  const home = makePasswordWorld(orchard);
  const first = begin(home);
  await toPassword(first);
  await first.handlers['flow.password']({ password: home.right });
  await first.handlers['configure.choose']({ programs: [] });
  await until(first.view, (each) => each.steps.monitor.kind === 'done');
  first.stop();
  const [account] = home.small.accounts;
  if (!account) throw new Error('no account');
  const again = begin(home, signInAgainView(account, Date.now()));
  await until(again.view, (each) => each.steps.flow.kind === 'needs-you');
  expect(again.view()).toMatchObject({ current: 'flow', way: 'password', password: { given: false } });
  home.right = 'new one';
  await again.handlers['flow.password']({ password: 'new one' });
  await until(again.view, (each) => each.steps.monitor.kind === 'done');
  expect(home.small.accounts).toHaveLength(1);
  expect(home.small.accounts[0]).toMatchObject({ id: account.id, registration: { source: 'none' } });
  const sealed = await home.world.vault.open(account.id);
  expect(sealed.ok && sealed.value?.password?.open()).toBe('new one');
});

test('with a sign-in and a password to choose from, one can go there and back, and the registration stays', async () => {
  const home = makePasswordWorld({ ...provider, password: { kind: 'app', first: [] } });
  const setup = begin(home);
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(setup.view, (view) => view.provider !== undefined);
  await setup.handlers['understand.confirm']({ wanted: ['imap'] });
  await setup.handlers['credentials.type']({ clientId: 'client-1' });
  await until(setup.view, (view) => view.steps.request.kind === 'needs-you');
  await setup.handlers['flow.choose']({ way: 'password' });
  expect(setup.view()).toMatchObject({
    current: 'flow',
    steps: { register: { kind: 'skipped', reason: 'password-chosen' }, credentials: { kind: 'skipped' } },
  });
  await setup.handlers['flow.choose']({ way: 'browser' });
  const view = await until(setup.view, (each) => each.steps.request.kind === 'needs-you');
  expect(view).toMatchObject({ registration: { clientId: 'client-1' }, steps: { register: { kind: 'done' } } });
  expect(view.password).toBeUndefined();
  await setup.handlers['flow.choose']({ way: 'password' });
  await setup.handlers['setup.reopen']({ step: 'register' });
  expect(setup.view().steps.register.kind).not.toBe('skipped');
  await setup.handlers['flow.choose']({ way: 'password' });
  await setup.handlers['flow.password']({ password: 'abcd-efgh-ijkl-mnop' });
  await until(setup.view, (each) => each.steps.test.kind === 'failed');
  expect(home.logins.at(-1)).toBe('imap pat@harbour.example password abcd-efgh-ijkl-mnop');
});

test('a password is no way where the provider has none', async () => {
  const setup = begin(makePasswordWorld(provider));
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(setup.view, (view) => view.provider !== undefined);
  await setup.handlers['understand.confirm']({ wanted: ['imap'] });
  expect(await setup.handlers['flow.choose']({ way: 'password' })).toMatchObject({ refusal: 'not-now' });
});
