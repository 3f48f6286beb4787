// The set-up as a whole, against a small world: what starts by itself, what waits for the person, and what failure does.
import { afterEach, expect, test } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import { freshView, resumeView, viewToKeep } from './resume-view.ts';
import { grantFor, makeSmallWorld, type SmallWorld, until } from './small-world.test-part.ts';

const running: AccountSetup[] = [];

afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

function start(small: SmallWorld, view: SetupView = freshView('account-1', false)): AccountSetup {
  const setup = makeAccountSetup(view, {
    world: small.world,
    changed: () => undefined,
    addAccount: (account) => small.accounts.push(account),
    accounts: () => small.accounts,
  });
  running.push(setup);
  return setup;
}

async function toSignIn(setup: AccountSetup): Promise<void> {
  expect(await setup.handlers['understand.address']({ address: 'pat@harbour.example' })).toEqual({ accepted: true });
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
}

async function toAnswer(
  setup: AccountSetup,
  small: SmallWorld,
  answer: Record<string, string> = { code: 'c', state: 's1' },
): Promise<void> {
  await toSignIn(setup);
  expect(await setup.handlers['request.signIn']({})).toEqual({ accepted: true });
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  small.script.answer(answer);
}

test('with a preset, steps 2 to 4 close while step 1 still waits for the person', async () => {
  const setup = start(makeSmallWorld());
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  const view = await until(setup.view, (each) => each.steps.flow.kind === 'done');
  expect(view.steps.understand.kind).toBe('needs-you');
  expect(view.steps.register).toMatchObject({ kind: 'done', fact: { code: 'registration-from-preset' } });
  expect(view.current).toBe('understand');
});

test('the whole road ends with an account in the list and every step done', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toAnswer(setup, small);
  await until(setup.view, (view) => view.steps.refresh.kind === 'done');
  expect(setup.view().current).toBe('configure');
  await setup.handlers['configure.choose']({ programs: ['thunderbird'] });
  const view = await until(setup.view, (each) => each.steps.monitor.kind === 'done');
  expect(Object.values(view.steps).every((step) => step.kind === 'done')).toBe(true);
  expect(small.accounts).toHaveLength(1);
  expect(small.accounts[0]).toMatchObject({
    address: 'pat@harbour.example',
    wanted: ['imap', 'smtp'],
    programs: ['thunderbird'],
  });
  setup.stop();
  expect(small.script.openPorts).toBe(0);
});

test('pressing "Sign in" twice opens one browser', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toSignIn(setup);
  await Promise.all([setup.handlers['request.signIn']({}), setup.handlers['request.signIn']({})]);
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  expect(small.script.opened).toHaveLength(1);
});

test('cancel frees the port and puts step 5 at hand again; a late answer changes nothing', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toSignIn(setup);
  await setup.handlers['request.signIn']({});
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  const late = small.script.answer;
  await setup.handlers['response.cancel']({});
  expect(small.script.openPorts).toBe(0);
  late({ code: 'c', state: 's1' });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(setup.view().current).toBe('request');
  expect(setup.view().steps.request.kind).toBe('needs-you');
  expect(setup.view().wait).toBeUndefined();
});

test('a refusal in the browser stops step 6 and can be tried again', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toAnswer(setup, small, { error: 'access_denied', state: 's1' });
  const view = await until(setup.view, (each) => each.steps.response.kind === 'failed');
  expect(view.steps.response).toMatchObject({ problem: { code: 'refused-by-person' } });
  await setup.handlers['setup.retry']({ step: 'response' });
  await until(setup.view, (each) => each.steps.response.kind === 'working');
  expect(small.script.opened).toHaveLength(2);
});

test('the wrong person: nothing is kept until the person decides', async () => {
  const small = makeSmallWorld();
  small.script.grant = () => ({ ok: true, value: grantFor('sam@harbour.example') });
  const setup = start(small);
  await toAnswer(setup, small);
  const view = await until(setup.view, (each) => each.steps.token.kind === 'failed');
  expect(view.steps.token).toMatchObject({ problem: { code: 'wrong-person' } });
  expect(view.person).toMatchObject({ typed: 'pat@harbour.example', signedInAs: 'sam@harbour.example' });
  expect(view.steps.store.kind).toBe('waiting');
  expect(await setup.handlers['token.decide']({ decision: 'go-on' })).toMatchObject({ accepted: false });
  await setup.handlers['token.decide']({ decision: 'shared-mailbox' });
  const shared = await until(setup.view, (each) => each.steps.test.kind === 'done');
  expect(shared.ladders.map((ladder) => [ladder.service, ladder.loginName])).toEqual([
    ['imap', 'pat@harbour.example'],
    ['smtp', 'sam@harbour.example'],
  ]);
});

test('nobody named in the answer fails closed', async () => {
  const small = makeSmallWorld();
  small.script.grant = () => ({ ok: true, value: grantFor('', { person: null }) });
  const setup = start(small);
  await toAnswer(setup, small);
  const view = await until(setup.view, (each) => each.steps.token.kind === 'failed');
  expect(view.steps.token).toMatchObject({ problem: { code: 'person-unknown' } });
});

test('a missing permission is named, and going on is the person’s decision', async () => {
  const small = makeSmallWorld();
  small.script.grant = () => ({
    ok: true,
    value: grantFor('PAT@Harbour.example', { grantedScopes: ['openid', 'mail:read'] }),
  });
  const setup = start(small);
  await toAnswer(setup, small);
  const view = await until(setup.view, (each) => each.steps.token.kind === 'failed');
  expect(view.steps.token).toMatchObject({ problem: { code: 'scope-missing', facts: { missing: 'mail:send' } } });
  await setup.handlers['token.decide']({ decision: 'go-on' });
  const later = await until(setup.view, (each) => each.steps.test.kind === 'done');
  expect(later.steps.token.kind).toBe('noted');
  expect(later.ladders.map((ladder) => ladder.service)).toEqual(['imap']);
  expect(later.leftOut).toEqual(['smtp']);
});

test('without a key store the keys stay for this session only if the person says so', async () => {
  const small = makeSmallWorld();
  small.script.keep = () => 'no-key-store';
  const setup = start(small);
  await toAnswer(setup, small);
  await until(setup.view, (view) => view.steps.store.kind === 'failed');
  await setup.handlers['store.decide']({ decision: 'this-session' });
  const view = await until(setup.view, (each) => each.steps.refresh.kind === 'done');
  expect(view.keeping).toEqual({ store: 'none', kept: 'this-session' });
});

test('sending switched off: receiving only is a finish, and only what passed is kept', async () => {
  const small = makeSmallWorld();
  small.script.ladder = (service) => (service === 'smtp' ? 'smtp-off' : null);
  const setup = start(small);
  await toAnswer(setup, small);
  await until(setup.view, (view) => view.steps.test.kind === 'failed');
  await setup.handlers['test.finishWithout']({});
  await setup.handlers['configure.choose']({ programs: [] });
  await until(setup.view, (view) => view.steps.monitor.kind === 'done');
  expect(small.accounts[0]).toMatchObject({ wanted: ['imap'], leftOut: ['smtp'] });
});

test('a token that the server refuses is renewed once and tried again', async () => {
  const small = makeSmallWorld();
  const refused = new Set(['imap', 'smtp']);
  small.script.ladder = (service) => (refused.delete(service) ? 'token-refused' : null);
  const setup = start(small);
  await toAnswer(setup, small);
  const view = await until(setup.view, (each) => each.steps.test.kind === 'done');
  expect(view.ladders.every((ladder) => ladder.state === 'passed')).toBe(true);
});

test('a set-up that was quit while waiting goes on at step 5, without any wait left', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toSignIn(setup);
  await setup.handlers['request.signIn']({});
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  const kept = JSON.parse(JSON.stringify(viewToKeep(setup.view()))) as SetupView;
  setup.stop();
  expect(small.script.openPorts).toBe(0);
  const again = start(small, resumeView(kept));
  again.advance();
  const view = await until(again.view, (each) => each.steps.request.kind === 'needs-you');
  expect(view.current).toBe('request');
  expect(view.wait).toBeUndefined();
});

test('a set-up that was quit after the keys were sealed climbs again without a browser', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await toAnswer(setup, small);
  await until(setup.view, (view) => view.steps.test.kind === 'done');
  const kept = JSON.parse(JSON.stringify(viewToKeep(setup.view()))) as SetupView;
  setup.stop();
  const again = start(small, resumeView(kept));
  again.advance();
  await until(again.view, (view) => view.steps.refresh.kind === 'done');
  expect(again.view().current).toBe('configure');
  expect(small.script.opened).toHaveLength(1);
});

test('an address that cannot be one is refused with the reason, and nothing changes', async () => {
  const setup = start(makeSmallWorld());
  const before = setup.view();
  expect(await setup.handlers['understand.address']({ address: 'pat.harbour.example' })).toEqual({
    accepted: false,
    refusal: 'address-no-at',
    field: 'address',
  });
  expect(setup.view()).toBe(before);
});

test('unknown provider: the person chooses, registers and types the client ID, step by step', async () => {
  const small = makeSmallWorld();
  const setup = start(small);
  await setup.handlers['understand.address']({ address: 'pat@unknown.example' });
  await until(setup.view, (view) => view.steps.understand.kind === 'needs-you');
  expect(setup.view().provider).toBeUndefined();
  expect(await setup.handlers['understand.choose']({ signIn: 'openid', issuer: 'http://id.example' })).toMatchObject({
    refusal: 'issuer-not-https',
  });
  await setup.handlers['understand.choose']({
    signIn: 'openid',
    issuer: 'https://id.example',
    servers: { imap: { host: 'imap.example', port: 993, security: 'tls' } },
  });
  await setup.handlers['understand.confirm']({ wanted: ['imap'] });
  expect(setup.view().current).toBe('register');
  await setup.handlers['register.own']({});
  expect(setup.view().current).toBe('credentials');
  expect(await setup.handlers['credentials.type']({ clientId: 'my client id is the one below' })).toMatchObject({
    refusal: 'client-id-sentence',
  });
  await setup.handlers['credentials.type']({ clientId: 'client-1', clientSecret: 'hush' });
  const view = await until(setup.view, (each) => each.steps.flow.kind === 'done');
  expect(view.registration).toMatchObject({ clientId: 'client-1', hasSecret: true });
  expect(JSON.stringify(view)).not.toContain('hush');
});
