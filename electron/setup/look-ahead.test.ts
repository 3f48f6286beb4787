// Step 1 against a small world: verdicts as they come, candidates, what is typed over them, and what must be confirmed.
import { afterEach, expect, test } from 'vitest';
import type { ProviderView, SourceView } from '../../shared/look-up.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import { loginName } from './ladders.ts';
import type { Discovery, LookUpReport } from './looking-up.ts';
import type { Outcome } from './outside-world.ts';
import { freshView, resumeView, viewToKeep } from './resume-view.ts';
import { makeSmallWorld, provider, until } from './small-world.test-part.ts';

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

interface Asked {
  readonly address: string;
  readonly report: LookUpReport;
  readonly signal: AbortSignal;
  answer(found: Outcome<readonly ProviderView[]>): void;
}

const listed: ProviderView = { is: { ...provider, id: 'listed', name: 'Listed Mail' }, source: 'ispdb' };
const delivered: ProviderView = {
  is: { ...provider, id: 'delivered', name: 'Delivered Mail' },
  source: 'mx',
  unsure: 'dns',
};
const found = (...value: ProviderView[]): Outcome<readonly ProviderView[]> => ({ ok: true, value });

function start(view = freshView('account-1', false)): { setup: AccountSetup; asked: Asked[] } {
  const asked: Asked[] = [];
  const small = makeSmallWorld();
  const discovery: Discovery = {
    lookUp: (address, _preset, report, { signal }) =>
      new Promise((answer) => asked.push({ address, report, signal, answer })),
    choose: ({ signIn, servers }) => ({ is: { ...provider, signIn, servers: servers ?? {} }, source: 'chosen' }),
  };
  const setup = makeAccountSetup(view, {
    world: { ...small.world, discovery, preset: () => null },
    changed: () => undefined,
    addAccount: () => undefined,
    accounts: () => [],
  });
  running.push(setup);
  return { setup, asked };
}

async function lookedUp(...value: ProviderView[]): Promise<{ setup: AccountSetup; asked: Asked[] }> {
  const at = start();
  await at.setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  at.asked[0]?.answer(found(...value));
  await until(at.setup.view, (view) => view.steps.understand.kind !== 'working');
  return at;
}

const asking: SourceView = { source: 'mx', state: 'asking', sent: 'domain', asked: 'harbour.example' };

test('each source’s verdict is shown as it comes, and who said nothing in the end was too slow', async () => {
  const { setup, asked } = start();
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  expect(setup.view().lookUp).toMatchObject({ sources: [] });
  asked[0]?.report.source(asking);
  asked[0]?.report.source({ source: 'ispdb', state: 'asking', sent: 'domain' });
  asked[0]?.report.source({ source: 'ispdb', state: 'found', sent: 'domain', provider: 'Listed Mail', ms: 12 });
  expect(setup.view().lookUp?.sources).toEqual([
    { source: 'ispdb', state: 'found', sent: 'domain', provider: 'Listed Mail', ms: 12 },
    asking,
  ]);
  asked[0]?.answer(found(listed, delivered));
  const view = await until(setup.view, (each) => each.steps.understand.kind === 'needs-you');
  expect(view.lookUp?.sources[1]).toEqual({ ...asking, state: 'failed', fault: 'timeout' });
  expect(view.candidates).toEqual([listed, delivered]);
  expect(view.provider).toMatchObject({ source: 'ispdb', forecast: { approval: 'not-known' } });
});

test('a late report about another address is dropped', async () => {
  const { setup, asked } = start();
  await setup.handlers['understand.address']({ address: 'pat@harbou.example' });
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  expect(asked[0]?.signal.aborted).toBe(true);
  asked[0]?.report.source(asking);
  asked[0]?.answer(found(delivered));
  asked[1]?.answer(found(listed));
  const view = await until(setup.view, (each) => each.steps.understand.kind === 'needs-you');
  expect(view.lookUp?.sources).toEqual([]);
  expect(view.provider?.is.name).toBe('Listed Mail');
});

test('another candidate can be picked, and a place that does not exist cannot', async () => {
  const { setup } = await lookedUp(listed, delivered);
  expect(await setup.handlers['understand.pick']({ candidate: 2 })).toMatchObject({ refusal: 'not-now' });
  expect(await setup.handlers['understand.pick']({ candidate: 1 })).toEqual({ accepted: true });
  expect(setup.view()).toMatchObject({ picked: 1, provider: { source: 'mx', unsure: 'dns' } });
});

test('servers that came by an unsure way are confirmed by the person', async () => {
  const { setup } = await lookedUp(delivered);
  const confirm = setup.handlers['understand.confirm'];
  expect(await confirm({ wanted: ['imap'] })).toMatchObject({ refusal: 'servers-not-confirmed' });
  expect(setup.view().steps.understand.kind).toBe('needs-you');
  expect(await confirm({ wanted: ['imap'], serversAreRight: true })).toEqual({ accepted: true });
});

test('where no mail program gets in, step 1 says so and nothing rests on it', async () => {
  const { setup } = await lookedUp({ ...listed, is: { ...listed.is, noMailPrograms: 'never' } });
  expect(setup.view().provider).toBeUndefined();
  expect(setup.view().steps.understand).toMatchObject({
    problem: { code: 'no-mail-programs', facts: { provider: 'Listed Mail' } },
  });
  expect(setup.view().steps.register.kind).toBe('waiting');
});

test('a domain that cannot have mail is a problem, with what may have been meant', async () => {
  const { setup, asked } = start();
  await setup.handlers['understand.address']({ address: 'pat@gmial.example' });
  asked[0]?.answer({ ok: false, problem: problemOf('domain-unknown', { suggestion: 'gmail.com' }) });
  const view = await until(setup.view, (each) => each.steps.understand.kind === 'failed');
  expect(view.steps.understand).toMatchObject({ problem: { facts: { suggestion: 'gmail.com' } } });
});

test('where nobody gets a registration the password is the road, unless a preset brings one', async () => {
  const password: MailProvider['password'] = { kind: 'app', first: ['two-step'] };
  const closed = { ...listed, is: { ...listed.is, registering: 'closed' as const, password } };
  const { setup } = await lookedUp(closed);
  expect(setup.view()).toMatchObject({ way: 'password', provider: { forecast: { reason: 'no-sign-in-page' } } });
  const byPreset = await lookedUp({ ...closed, source: 'preset' });
  expect(byPreset.setup.view().way).toBeUndefined();
});

test('who signs in changes nothing about where the mail is: nobody is asked again', async () => {
  const { setup, asked } = await lookedUp(listed);
  await setup.handlers['understand.address']({ address: 'pat@harbour.example', signsInAs: 'sam@harbour.example' });
  expect(asked).toHaveLength(1);
  expect(setup.view()).toMatchObject({ signsInAs: 'sam@harbour.example', provider: { source: 'ispdb' } });
  expect(setup.view().ladders.map((ladder) => ladder.loginName)).toContain('sam@harbour.example');
});

test('a look-up that was cut off by quitting is done anew', async () => {
  const first = start();
  await first.setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  const kept = resumeView(viewToKeep(first.setup.view()));
  expect(kept).toMatchObject({ address: 'pat@harbour.example', steps: { understand: { kind: 'needs-you' } } });
  expect(kept.lookUp).toBeUndefined();
  const { setup, asked } = start(kept);
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  expect(asked).toHaveLength(1);
});

const own = { host: 'mail.harbour.example', port: 143, security: 'starttls' } as const;

test('what is typed over what was found is kept beside it, and can be taken back', async () => {
  const { setup } = await lookedUp(listed);
  const overrule = setup.handlers['understand.overrule'];
  expect(await overrule({ service: 'imap', server: own, loginName: ' pat ' })).toEqual({ accepted: true });
  expect(setup.view().provider?.is.servers).toEqual({ ...provider.servers, imap: own });
  expect(setup.view().candidates?.[0]?.is.servers.imap).toEqual(provider.servers.imap);
  expect(setup.view().typed).toEqual({ servers: { imap: own }, loginNames: { imap: 'pat' } });
  expect(setup.view().ladders[0]).toMatchObject({ server: own, loginName: 'pat' });
  expect(loginName(setup.view(), 'smtp')).toBe('pat@harbour.example');
  await overrule({ service: 'imap', server: null });
  expect(setup.view().typed).toBeUndefined();
  expect(setup.view().provider?.is.servers).toEqual(provider.servers);
});

test('typing what was found is no overruling; a login name may stand alone', async () => {
  const { setup } = await lookedUp(listed);
  const { imap } = provider.servers;
  if (!imap) throw new Error('the small world has an IMAP server');
  await setup.handlers['understand.overrule']({ service: 'imap', server: imap, loginName: 'pat@harbour.example' });
  expect(setup.view().typed).toBeUndefined();
  await setup.handlers['understand.overrule']({ service: 'smtp', server: null, loginName: 'harbour\\pat' });
  expect(setup.view().typed).toEqual({ servers: {}, loginNames: { smtp: 'harbour\\pat' } });
});

test('a login name with a space or an unseen character is refused', async () => {
  const { setup } = await lookedUp(listed);
  for (const bad of ['pat moreno', 'pat\nmoreno', 'pat\u200bmoreno']) {
    expect(
      await setup.handlers['understand.overrule']({ service: 'imap', server: null, loginName: bad }),
    ).toMatchObject({
      refusal: 'login-name-odd',
      field: 'imap.loginName',
    });
  }
});

test('a service that was not found can be added, and goes again when it is taken back', async () => {
  const { setup } = await lookedUp(listed);
  const pop = { host: 'pop.harbour.example', port: 995, security: 'tls' } as const;
  await setup.handlers['understand.overrule']({ service: 'pop', server: pop });
  expect(setup.view().wanted).toEqual(['imap', 'pop', 'smtp']);
  await setup.handlers['understand.overrule']({ service: 'pop', server: null });
  expect(setup.view().wanted).toEqual(['imap', 'smtp']);
});

test('what was typed survives a new look-up of the same address, and not another address', async () => {
  const { setup, asked } = await lookedUp(listed);
  await setup.handlers['understand.overrule']({ service: 'imap', server: own });
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await setup.handlers['setup.reopen']({ step: 'understand' });
  await setup.handlers['understand.address']({ address: 'sam@harbour.example' });
  asked[1]?.answer(found(listed));
  const other = await until(setup.view, (view) => view.steps.understand.kind === 'needs-you');
  expect(other.typed).toBeUndefined();
  expect(other.provider?.is.servers.imap).toEqual(provider.servers.imap);
});

test('a stopped look-up tried again keeps what was typed', async () => {
  const { setup, asked } = await lookedUp(listed);
  await setup.handlers['understand.overrule']({ service: 'imap', server: own });
  const view = setup.view();
  setup.stop();
  const again = start({
    ...view,
    steps: { ...view.steps, understand: { kind: 'failed', problem: problemOf('offline') } },
  });
  await again.setup.handlers['setup.retry']({ step: 'understand' });
  again.asked[0]?.answer(found(delivered));
  const next = await until(again.setup.view, (each) => each.steps.understand.kind === 'needs-you');
  expect(next.provider?.is.servers.imap).toEqual(own);
  expect(next.candidates?.[0]?.is.servers.imap).toEqual(provider.servers.imap);
  expect(asked).toHaveLength(1);
});

test('a provider by hand, by password: wants a server, and stands beside what was found', async () => {
  const { setup } = await lookedUp(listed);
  const choose = setup.handlers['understand.choose'];
  expect(await choose({ signIn: 'password' })).toMatchObject({ refusal: 'no-server', field: 'servers' });
  const byHand = { signIn: 'password', servers: { imap: own } } as const;
  expect(await choose({ ...byHand, loginName: 'pat moreno' })).toMatchObject({ refusal: 'login-name-odd' });
  expect(await choose({ ...byHand, loginName: 'pat' })).toEqual({ accepted: true });
  expect(setup.view()).toMatchObject({ picked: 1, provider: { source: 'chosen', is: { signIn: 'password' } } });
  expect(setup.view().ladders).toMatchObject([{ service: 'imap', loginName: 'pat' }]);
  await choose(byHand);
  expect(setup.view().candidates?.map((each) => each.source)).toEqual(['ispdb', 'chosen']);
  await setup.handlers['understand.pick']({ candidate: 0 });
  expect(setup.view()).toMatchObject({ picked: 0, provider: { source: 'ispdb' } });
});
