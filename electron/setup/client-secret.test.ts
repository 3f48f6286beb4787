// A client secret and its last day: from step 3 or a preset to the account, the warning before it ends, and a new one in its place.
import { afterEach, expect, it } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import { accountView } from './account-view.ts';
import { forgetful } from './forgetful.test-part.ts';
import type { AccountRecord } from './memory.ts';
import type { Keys, SignInPlan } from './outside-world.ts';
import { freshView, resumeView, viewToKeep } from './resume-view.ts';
import { Secret } from './secret.ts';
import { signInAgainView } from './sign-in-again.ts';
import { makeSmallWorld, preset, provider, type SmallWorld, until } from './small-world.test-part.ts';

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

const now = new Date(2026, 10, 23, 10).getTime();

/** Without a preset, at a fixed day, and with what the provider is asked with written down. */
function ownWorld(): SmallWorld & { readonly plans: SignInPlan[] } {
  const small = makeSmallWorld();
  const plans: SignInPlan[] = [];
  const way = small.world.ways.openid;
  const openid: typeof way = {
    ...way,
    rehearse: async (plan, attempt) => {
      plans.push(plan);
      return way.rehearse(plan, attempt);
    },
  };
  const clock = { ...small.world.clock, now: () => now };
  return {
    ...small,
    plans,
    world: { ...small.world, clock, preset: () => null, ways: { ...small.world.ways, openid } },
  };
}

function start(small: SmallWorld, view: SetupView): AccountSetup {
  const setup = makeAccountSetup(view, {
    world: small.world,
    changed: () => undefined,
    addAccount: (account) => small.accounts.splice(0, small.accounts.length, account),
    accounts: () => small.accounts,
  });
  running.push(setup);
  setup.advance();
  return setup;
}

async function atCredentials(small: SmallWorld): Promise<AccountSetup> {
  const setup = start(small, {
    ...freshView('account-1', false),
    provider: { is: provider, source: 'chosen' },
    address: 'pat@harbour.example',
    wanted: ['imap'],
  });
  expect(await setup.handlers['register.own']({})).toEqual({ accepted: true });
  return setup;
}

async function signIn(setup: AccountSetup, small: SmallWorld): Promise<void> {
  small.script.renew = () => ({ ok: false, problem: problemOf('offline') });
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  await setup.handlers['request.signIn']({});
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  small.script.answer({ code: 'c', state: 's1' });
  await until(setup.view, (view) => view.steps.store.kind === 'done');
}

const account = (change: Partial<AccountRecord['registration']> = {}): AccountRecord => ({
  id: 'account-1',
  address: 'pat@harbour.example',
  provider,
  registration: { source: 'own', clientId: 'own-client', hasSecret: true, secretEndsOn: '2026-12-01', ...change },
  scopes: ['mail:read'],
  wanted: ['imap'],
  loginNames: {},
  programs: [],
  practice: false,
  addedAt: 1,
  kept: { store: 'gnome-keyring', kept: 'sealed' },
});

async function keysIn(small: SmallWorld): Promise<Keys | null> {
  const opened = await small.world.vault.open('account-1');
  return opened.ok ? opened.value : null;
}

async function withAccount(change: Partial<AccountRecord['registration']> = {}) {
  const small = ownWorld();
  small.accounts.push(account(change));
  const keys = {
    renewal: new Secret('old-refresh'),
    accessToken: new Secret('old'),
    validUntil: 5,
    clientSecret: new Secret('old-secret'),
  };
  await small.world.vault.keep('account-1', keys);
  return small;
}

it('takes the last day with the secret, refuses what is none, and forgets it without a secret', async () => {
  const small = ownWorld();
  const setup = await atCredentials(small);
  const type = (secretEndsOn: string, clientSecret = 'typed-secret') =>
    setup.handlers['credentials.type']({ clientId: 'own-client', clientSecret, secretEndsOn });
  expect(await type('soon')).toEqual({ accepted: false, refusal: 'date-odd', field: 'secretEndsOn' });
  expect(await type('2026-11-22')).toEqual({ accepted: false, refusal: 'date-past', field: 'secretEndsOn' });
  expect(await type('2027/5/31')).toEqual({ accepted: true });
  expect(setup.view().registration).toMatchObject({ hasSecret: true, secretEndsOn: '2027-05-31' });
  await until(setup.view, (view) => view.steps.credentials.kind === 'done');
  expect(setup.view().rehearsal).toEqual({ checked: ['client'], open: ['redirect', 'secret'] });

  await setup.handlers['setup.reopen']({ step: 'credentials' });
  expect(await setup.handlers['credentials.type']({ clientId: 'other-client', secretEndsOn: '2027-05-31' })).toEqual({
    accepted: true,
  });
  expect(setup.view().registration).toEqual({ source: 'own', clientId: 'other-client', hasSecret: false });
});

it('hands the last day on to the account, whose card warns thirty days before and after', () => {
  const viewOn = (on: string | undefined, change: Partial<AccountRecord> = {}) =>
    accountView(
      { ...account(), ...change, registration: { ...account().registration, ...(on ? { secretEndsOn: on } : {}) } },
      false,
      forgetful,
      now,
    );
  const watch = { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'passed' } } as const;
  expect(viewOn('2027-05-31').secretEnds).toBeUndefined();
  expect(viewOn('2026-12-01', { watch })).toMatchObject({
    health: 'noted',
    secretEnds: { on: '2026-12-01', state: 'soon', actor: 'you' },
  });
  expect(viewOn('2026-11-01').secretEnds).toMatchObject({ state: 'ended' });
  const ofPreset = { ...account(), registration: { ...account().registration, source: 'preset' as const } };
  expect(accountView(ofPreset, false, forgetful, now).secretEnds).toMatchObject({ actor: 'it' });
  expect(accountView(account({ hasSecret: false }), false, forgetful, now).secretEnds).toBeUndefined();
});

it('opens at step 3 when the secret ends, and a new one takes the place of the old only with new keys', async () => {
  const small = await withAccount();
  const setup = start(small, signInAgainView(account(), now));
  await until(setup.view, (view) => view.current === 'credentials' && view.steps.credentials.kind === 'needs-you');
  const typed = { clientId: 'own-client', clientSecret: 'new-secret', secretEndsOn: '2028-01-31' };
  expect(await setup.handlers['credentials.type'](typed)).toEqual({ accepted: true });
  await until(setup.view, (view) => view.steps.credentials.kind === 'done');
  expect(small.plans.at(-1)?.clientSecret?.open()).toBe('new-secret');
  expect((await keysIn(small))?.clientSecret?.open()).toBe('old-secret');
  expect((await keysIn(small))?.renewal?.open()).toBe('old-refresh');
  expect(small.accounts[0]?.registration.secretEndsOn).toBe('2026-12-01');

  await signIn(setup, small);
  expect((await keysIn(small))?.clientSecret?.open()).toBe('new-secret');
  expect((await keysIn(small))?.renewal?.open()).toBe('refresh-1');
  expect(small.accounts[0]?.registration).toMatchObject({ clientId: 'own-client', secretEndsOn: '2028-01-31' });
});

it('goes on with the old secret when none is typed, and leaves step 3 closed while it is far from its end', async () => {
  const small = await withAccount();
  const setup = start(small, signInAgainView(account(), now));
  await until(setup.view, (view) => view.steps.credentials.kind === 'needs-you');
  const typed = { clientId: 'own-client', secretEndsOn: '2026-12-01' };
  // Not before the old one has been read.
  expect(await setup.handlers['credentials.type'](typed)).toEqual({ accepted: false, refusal: 'not-now' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(await setup.handlers['credentials.type'](typed)).toEqual({ accepted: true });
  await until(setup.view, (view) => view.steps.credentials.kind === 'done');
  expect(small.plans.at(-1)?.clientSecret?.open()).toBe('old-secret');

  const far = account({ secretEndsOn: '2028-01-31' });
  expect(signInAgainView(far, now).steps.credentials.kind).toBe('done');
  const problem = { code: 'secret-wrong' as const, facts: {} };
  const refused = { ...far, watch: { lastCheckAt: 1, nextCheckAt: 2, services: {}, problem } };
  expect(signInAgainView(refused, now).steps.credentials.kind).toBe('needs-you');
});

it('can be given at step 3 of any later sign-in, and is asked for again when Postkey was closed before the sign-in', async () => {
  const small = await withAccount({ secretEndsOn: '2028-01-31' });
  const setup = start(small, signInAgainView(account({ secretEndsOn: '2028-01-31' }), now));
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  expect(await setup.handlers['setup.reopen']({ step: 'credentials' })).toEqual({ accepted: true });
  expect(setup.view().registration?.clientId).toBe('own-client');
  await setup.handlers['credentials.type']({ clientId: 'own-client', clientSecret: 'new-secret' });
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  const kept = viewToKeep(setup.view());
  setup.stop();

  const again = start(small, resumeView(kept));
  await until(again.view, (view) => view.steps.credentials.kind === 'needs-you');
  expect(again.view().registration).toEqual({ source: 'own', clientId: 'own-client', hasSecret: false });
  expect((await keysIn(small))?.renewal?.open()).toBe('old-refresh');
});

it('takes the secret and its day from the preset in force, which is newer than the one in the vault', async () => {
  const small = await withAccount();
  const signInOf = { ...preset.signIn, clientSecretEndsOn: '2029-01-31' };
  const world = {
    ...small.world,
    preset: () => ({ ...preset, signIn: signInOf }),
    presetSecret: () => new Secret('of-preset'),
  };
  const record = account({ source: 'preset', clientId: preset.signIn.clientId, secretEndsOn: '2026-11-01' });
  small.accounts.splice(0, 1, record);
  const setup = start({ ...small, world }, signInAgainView(record, now));
  await signIn(setup, small);
  expect((await keysIn(small))?.clientSecret?.open()).toBe('of-preset');
  expect(small.accounts[0]?.registration.secretEndsOn).toBe('2029-01-31');
});
