// A sign-in for one service and a password for another: both are asked for, kept together, and outlive each other's renewal.
import { afterEach, expect, test } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import type { AccountSetup } from './account-setup.ts';
import { makePasswordWorld, mixed, type PasswordWorld } from './password-world.test-part.ts';
import { resumeView, viewToKeep } from './resume-view.ts';
import { signInAgainView } from './sign-in-again.ts';
import { until } from './small-world.test-part.ts';

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

function begin(home: PasswordWorld, view?: SetupView): AccountSetup {
  const setup = home.begin(view);
  running.push(setup);
  return setup;
}

function makeHome(): PasswordWorld {
  const home = makePasswordWorld(mixed, 'preset');
  // As the watch does it: the password stays beside the renewed token.
  const { vault } = home.world;
  home.small.script.renew = () => ({ ok: false, problem: { code: 'unexpected', facts: {} } });
  Object.assign(home.world.renewing, {
    renew: async ({ id }: { id: string }) => {
      const kept = await vault.open(id);
      if (!kept.ok || !kept.value) throw new Error('nothing kept');
      return { ok: true, value: { keys: kept.value, details: [] } };
    },
  });
  home.right = 'hush';
  return home;
}

async function toFlow(setup: AccountSetup, wanted: ('imap' | 'smtp')[] = ['imap', 'smtp']): Promise<void> {
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(setup.view, (view) => view.steps.credentials.kind === 'done');
  await setup.handlers['understand.confirm']({ wanted });
}

async function signIn(setup: AccountSetup, home: PasswordWorld): Promise<void> {
  await until(setup.view, (view) => view.steps.request.kind === 'needs-you');
  await setup.handlers['request.signIn']({});
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  home.small.script.answer({ code: 'c', state: 's1' });
}

const sealed = async (home: PasswordWorld) => {
  const kept = await home.world.vault.open('account-1');
  if (!kept.ok || !kept.value) throw new Error('nothing kept');
  return `${kept.value.renewal?.open()} ${kept.value.password?.open()}`;
};

test('step 4 asks for the password, the browser for the rest, and each ladder gets its own', async () => {
  const home = makeHome();
  const setup = begin(home);
  await toFlow(setup);
  expect(setup.view()).toMatchObject({
    current: 'flow',
    password: { services: ['smtp'], given: false },
    steps: { flow: { kind: 'needs-you', fact: { code: 'way-password' } } },
  });
  await setup.handlers['flow.password']({ password: 'hush' });
  await signIn(setup, home);
  await until(setup.view, (view) => view.steps.refresh.kind === 'done');
  expect(home.logins.slice(0, 2)).toEqual([
    'imap pat@harbour.example token access-1',
    'smtp pat@harbour.example password hush',
  ]);
  expect(home.logins[2]).toContain('imap');
  await setup.handlers['configure.choose']({ programs: [] });
  await until(setup.view, (view) => view.steps.monitor.kind === 'done');
  expect(home.small.accounts[0]).toMatchObject({ passwordFor: ['smtp'], registration: { source: 'preset' } });
  expect(await sealed(home)).toBe('refresh-1 hush');
});

test('where the way is asked too, the way comes first and the password next', async () => {
  const home = makePasswordWorld({ ...mixed, deviceCode: true });
  home.right = 'hush';
  const setup = begin(home);
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(setup.view, (view) => view.steps.understand.kind === 'needs-you' && view.provider !== undefined);
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await setup.handlers['credentials.type']({ clientId: 'client-1' });
  const asked = await until(setup.view, (view) => view.steps.flow.kind === 'needs-you');
  expect(asked.steps.flow).toEqual({ kind: 'needs-you' });
  await setup.handlers['flow.choose']({ way: 'browser' });
  expect(setup.view().steps.flow).toMatchObject({ kind: 'needs-you', fact: { code: 'way-password' } });
  await setup.handlers['flow.password']({ password: 'hush' });
  await signIn(setup, home);
  await until(setup.view, (view) => view.steps.test.kind === 'done');
});

test('who does not want the service is not asked for its password', async () => {
  const setup = begin(makeHome());
  await toFlow(setup, ['imap']);
  const view = await until(setup.view, (each) => each.steps.request.kind === 'needs-you');
  expect(view.password).toBeUndefined();
});

test('who wants nothing but that service goes the road without a sign-in, and back again', async () => {
  const home = makeHome();
  const setup = begin(home);
  await toFlow(setup, ['smtp']);
  expect(setup.view()).toMatchObject({ current: 'flow', steps: { register: { reason: 'no-token-there' } } });
  await setup.handlers['flow.password']({ password: 'hush' });
  await until(setup.view, (view) => view.steps.test.kind === 'done');
  await setup.handlers['setup.reopen']({ step: 'understand' });
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await signIn(setup, home);
  await until(setup.view, (view) => view.steps.test.kind === 'done');
  expect(await sealed(home)).toBe('refresh-1 hush');
});

test('a refused password is typed again, and nobody signs in again', async () => {
  const home = makeHome();
  const setup = begin(home);
  await toFlow(setup);
  await setup.handlers['flow.password']({ password: 'wrong' });
  await signIn(setup, home);
  await until(setup.view, (view) => view.steps.test.kind === 'failed');
  await setup.handlers['setup.reopen']({ step: 'flow' });
  expect(setup.view()).toMatchObject({ current: 'flow', steps: { token: { kind: 'done' }, store: { kind: 'done' } } });
  await setup.handlers['flow.password']({ password: 'hush' });
  await until(setup.view, (view) => view.steps.refresh.kind === 'done');
  expect(await sealed(home)).toBe('refresh-1 hush');
  expect(home.small.script.opened).toHaveLength(1);
});

test('quit between the password and the sign-in: it is not asked for twice', async () => {
  const home = makeHome();
  const setup = begin(home);
  await toFlow(setup);
  await setup.handlers['flow.password']({ password: 'hush' });
  const view = await until(setup.view, (each) => each.steps.request.kind === 'needs-you');
  setup.stop();
  const again = begin(home, resumeView(JSON.parse(JSON.stringify(viewToKeep(view))) as SetupView));
  await signIn(again, home);
  await until(again.view, (each) => each.steps.test.kind === 'done');
  expect(home.logins).toContain('smtp pat@harbour.example password hush');
});

test('signing in again keeps the password, unless it was the password that was refused', async () => {
  const home = makeHome();
  const first = begin(home);
  await toFlow(first);
  await first.handlers['flow.password']({ password: 'hush' });
  await signIn(first, home);
  await first.handlers['configure.choose']({ programs: [] });
  await until(first.view, (view) => view.steps.monitor.kind === 'done');
  first.stop();
  const [account] = home.small.accounts;
  if (!account) throw new Error('no account');
  const again = begin(home, signInAgainView(account, Date.now()));
  await until(again.view, (view) => view.steps.request.kind === 'needs-you');
  expect(again.view().password).toEqual({ services: ['smtp'], given: true });
  again.stop();
  const watch = {
    lastCheckAt: 0,
    nextCheckAt: 0,
    services: {},
    problem: { code: 'password-refused' as const, facts: {} },
  };
  home.small.accounts.splice(0, 1, { ...account, watch });
  const third = begin(home, signInAgainView({ ...account, watch }, Date.now()));
  await until(third.view, (view) => view.steps.flow.kind === 'needs-you');
  home.right = 'new';
  await third.handlers['flow.password']({ password: 'new' });
  await signIn(third, home);
  await until(third.view, (view) => view.steps.monitor.kind === 'done');
  expect(await sealed(home)).toBe('refresh-1 new');
});
