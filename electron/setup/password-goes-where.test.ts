// A password goes to the servers that it was typed for, and to another only when the person names that one for it.
import { afterEach, expect, test } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import type { AccountSetup } from './account-setup.ts';
import { makePasswordWorld, mixed, orchard, type PasswordWorld } from './password-world.test-part.ts';
import { resumeView, viewToKeep } from './resume-view.ts';
import { Secret } from './secret.ts';
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

const other = { host: 'mail.elsewhere.example', port: 465, security: 'tls' as const };

async function toTested(home: PasswordWorld): Promise<AccountSetup> {
  const setup = begin(home);
  await setup.handlers['understand.address']({ address: 'pat@orchard.example' });
  await until(setup.view, (view) => view.provider !== undefined);
  expect(await setup.handlers['test.editServer']({ service: 'smtp', server: other })).toMatchObject({
    refusal: 'not-now',
  });
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await setup.handlers['flow.password']({ password: home.right });
  await until(setup.view, (view) => view.steps.test.kind === 'done');
  return setup;
}

test('a server named at the ladders gets the password, and Postkey says that it has one', async () => {
  const home = makePasswordWorld(orchard);
  const setup = await toTested(home);
  await setup.handlers['test.editServer']({ service: 'smtp', server: other });
  const view = await until(setup.view, (each) => each.steps.test.kind === 'done');
  expect(view.ladders.find((ladder) => ladder.service === 'smtp')?.server.host).toBe(other.host);
  expect(view.password?.given).toBe(true);
});

test('a server named at step 1 does not: the password is asked for again', async () => {
  const home = makePasswordWorld(orchard);
  const setup = await toTested(home);
  await setup.handlers['setup.reopen']({ step: 'understand' });
  await setup.handlers['understand.overrule']({ service: 'smtp', server: other });
  const before = home.logins.length;
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await until(setup.view, (view) => view.steps.flow.kind === 'needs-you');
  expect(home.logins).toHaveLength(before);
});

test('nor does the password of an account go to a server named while it signs in again, after a restart', async () => {
  const home = makePasswordWorld(mixed, 'preset');
  home.right = 'hush';
  const first = begin(home);
  await first.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(first.view, (view) => view.steps.credentials.kind === 'done');
  await first.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await first.handlers['flow.password']({ password: 'hush' });
  await until(first.view, (view) => view.steps.request.kind === 'needs-you');
  await first.handlers['request.signIn']({});
  await until(first.view, (view) => view.steps.response.kind === 'working');
  home.small.script.answer({ code: 'c', state: 's1' });
  await first.handlers['configure.choose']({ programs: [] });
  await until(first.view, (view) => home.small.accounts.length === 1 && view.watch !== undefined);
  first.stop();
  const [account] = home.small.accounts;
  if (!account) throw new Error('no account');
  // As the watch does it: the renewed token takes the old one's place, and the password stays.
  await home.world.vault.open(account.id).then(async (kept) => {
    const keys = kept.ok && kept.value;
    if (keys) await home.world.vault.keep(account.id, { ...keys, password: new Secret('hush') });
  });
  const again = begin(home, signInAgainView(account, Date.now()));
  await until(again.view, (view) => view.password?.given === true);
  await again.handlers['setup.reopen']({ step: 'understand' });
  await again.handlers['understand.overrule']({ service: 'smtp', server: other });
  const kept = JSON.parse(JSON.stringify(viewToKeep(again.view()))) as SetupView;
  again.stop();
  const third = begin(home, resumeView(kept));
  // What is to be had from the vault has come out of it.
  await new Promise((resolve) => setTimeout(resolve, 5));
  await third.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  const view = await until(third.view, (each) => each.password !== undefined);
  expect(view.password?.given).toBe(false);
});

test('nothing is confirmed while another address is being looked up', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await setup.handlers['understand.address']({ address: 'pat@orchard.example' });
  await until(setup.view, (view) => view.provider !== undefined);
  home.world.discovery.lookUp = () => new Promise(() => undefined);
  await setup.handlers['understand.address']({ address: 'pat@elsewhere.example' });
  expect(await setup.handlers['understand.confirm']({ wanted: ['imap'] })).toMatchObject({ refusal: 'not-now' });
  expect(setup.view().steps.understand.kind).toBe('working');
});

test('practice takes no real provider', async () => {
  const home = makePasswordWorld(orchard);
  const setup = begin(home);
  await setup.handlers['understand.address']({ address: 'pat@orchard.example' });
  const view = await until(setup.view, (each) => each.provider !== undefined);
  setup.stop();
  const practice = begin(home, { ...view, practice: true });
  expect(await practice.handlers['understand.choose']({ signIn: 'google' })).toMatchObject({ refusal: 'not-now' });
});
