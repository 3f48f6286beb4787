import { afterEach, expect, test } from 'vitest';
import { noPolicy } from '../../shared/policy.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { KeptBridge } from './kept-bridge.ts';
import type { AccountRecord } from './memory.ts';
import { handlersOf } from './postkey-requests.ts';
import { smallPassword } from './small-bridge.test-part.ts';
import { account as bare, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld, until } from './small-world.test-part.ts';

afterEach(stopPostkeys);

const account: AccountRecord = { ...bare, wanted: ['imap', 'smtp'] };
const id = account.id;

function start(...more: Parameters<typeof startPostkey>) {
  const [kept, ...rest] = more;
  const started = startPostkey({ accounts: [account], ...kept }, ...rest);
  void started.postkey.bridge.takeUp();
  return { ...started, ask: handlersOf(started.postkey), view: () => started.postkey.state().bridges[0] };
}

const open = (bridge: ReturnType<typeof start>['bridge']): readonly string[] =>
  bridge.followed.at(-1)?.map(({ account: each }) => each.id) ?? [];

test('nothing is loaded while no bridge is on, and no account shows one', async () => {
  const { ask, bridge, postkey } = start();
  postkey.changed();
  expect(await ask['bridge.switch']({ id, on: false })).toEqual({ accepted: true });
  expect(bridge.hear()).toBeUndefined();
  expect(postkey.state().bridges).toEqual([]);
});

test('switched on: ports are chosen once, doors open, and it is written down', async () => {
  const { ask, bridge, view, memory } = start();
  expect(await ask['bridge.switch']({ id, on: true })).toEqual({ accepted: true });
  const ports = view()?.doors.map(({ port }) => port);
  expect(view()).toMatchObject({ accountId: id, isOn: true, loginName: account.address, sessions: 0, programs: [] });
  expect(view()?.doors.map(({ service, state }) => `${service} ${state}`)).toEqual(['imap open', 'smtp open']);
  await ask['bridge.switch']({ id, on: false });
  expect(open(bridge)).toEqual([]);
  expect(view()?.doors.map(({ state }) => state)).toEqual(['closed', 'closed']);
  await ask['bridge.switch']({ id, on: true });
  expect(view()?.doors.map(({ port }) => port)).toEqual(ports);
  expect(memory.bridges()).toMatchObject([{ accountId: id, isOn: true, encrypts: false }]);
});

test('opens at a start, and takes up a service that was added since', async () => {
  const kept: KeptBridge = {
    accountId: id,
    isOn: true,
    encrypts: false,
    ports: { imap: { plain: 3_000, tls: 3_001 } },
    programs: [],
  };
  const { bridge, view } = start({ bridges: [kept] });
  await expect.poll(() => open(bridge)).toEqual([id]);
  expect(view()?.doors.map(({ service, port }) => `${service} ${port === 3_000}`)).toEqual(['imap true', 'smtp false']);
});

test('what a look saw, and renewed keys, are no news to open doors', async () => {
  const { ask, bridge, postkey } = start();
  await ask['bridge.switch']({ id, on: true });
  const before = bridge.followed.length;
  postkey.seen(id, { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'passed' } });
  bridge.hear()?.used(id, 'program-1', 70_000);
  postkey.changeAccounts((accounts) => accounts.map((each) => ({ ...each, loginNames: { imap: 'pat' } })));
  await expect.poll(() => bridge.followed.length).toBe(before + 1);
  expect(bridge.followed.at(-1)?.[0]?.account.loginNames).toEqual({ imap: 'pat' });
});

test('the password is shown once, for one program, until it is put away', async () => {
  const { ask, postkey, memory, view } = start();
  await ask['bridge.switch']({ id, on: true });
  await ask['bridge.addProgram']({ id, program: 'outlook-classic' });
  expect(postkey.state().bridgePassword).toEqual({
    accountId: id,
    programId: 'program-1',
    program: 'outlook-classic',
    password: smallPassword,
  });
  expect(JSON.stringify(memory.bridges())).not.toContain(smallPassword);
  await ask['bridge.putAway']({});
  expect(postkey.state()).not.toHaveProperty('bridgePassword');
  expect(view()?.programs).toEqual([{ id: 'program-1', program: 'outlook-classic', madeAt: 5 }]);
});

test('a password that is taken back is gone from everywhere, and cannot be taken back twice', async () => {
  const { ask, postkey, bridge } = start();
  await ask['bridge.switch']({ id, on: true });
  await ask['bridge.addProgram']({ id, program: 'kmail' });
  expect(await ask['bridge.revoke']({ id, programId: 'program-1' })).toEqual({ accepted: true });
  expect(postkey.state()).not.toHaveProperty('bridgePassword');
  expect(bridge.followed.at(-1)?.[0]?.kept.programs).toEqual([]);
  expect(await ask['bridge.revoke']({ id, programId: 'program-1' })).toMatchObject({ refusal: 'bridge-program-gone' });
});

test('a program’s last visit is written down, but not at each of its visits', async () => {
  const { ask, bridge, memory } = start();
  await ask['bridge.switch']({ id, on: true });
  await ask['bridge.addProgram']({ id, program: 'kmail' });
  for (const at of [100_000, 130_000, 170_000]) bridge.hear()?.used(id, 'program-1', at);
  expect(memory.bridges()[0]?.programs[0]?.lastUsedAt).toBe(170_000);
  bridge.hear()?.used(id, 'program-1', 180_000);
  expect(memory.bridges()[0]?.programs[0]?.lastUsedAt).toBe(170_000);
});

test('a port is taken only where nobody has it, and whoever has it is named', async () => {
  const { ask, bridge, view } = start();
  await ask['bridge.switch']({ id, on: true });
  const [imap, smtp] = view()?.doors ?? [];
  const port = (wish: number) => ask['bridge.port']({ id, service: 'imap', security: 'plain', port: wish });
  bridge.taken.set(1_143, 'dovecot').set(1_144, '');
  expect(await port(1_143)).toMatchObject({ refusal: 'bridge-port-taken-by', values: { holder: 'dovecot' } });
  expect(await port(1_144)).toMatchObject({ refusal: 'bridge-port-taken', field: 'port' });
  expect(await port(smtp?.port ?? 0)).toMatchObject({ refusal: 'bridge-port-ours' });
  expect(view()?.doors[0]?.port).toBe(imap?.port);
  expect(await port(1_145)).toEqual({ accepted: true });
  expect(view()?.doors[0]).toMatchObject({ port: 1_145, state: 'open' });
});

test('encrypted doors come with a certificate, and it can be saved', async () => {
  const { ask, bridge, view } = start();
  expect(await ask['bridge.encrypt']({ id, on: true })).toMatchObject({ refusal: 'bridge-off' });
  expect(await ask['bridge.saveCertificate']({})).toMatchObject({ refusal: 'bridge-no-certificate' });
  await ask['bridge.switch']({ id, on: true });
  expect(await ask['bridge.encrypt']({ id, on: true })).toEqual({ accepted: true });
  expect(view()?.certificate).toEqual({ sha256: 'AA:BB', validUntil: 99 });
  expect(bridge.followed.at(-1)?.[0]?.kept.encrypts).toBe(true);
  expect(await ask['bridge.saveCertificate']({})).toMatchObject({ refusal: 'file-not-chosen' });
});

test('an account that leaves closes its doors at once and takes its bridge along', async () => {
  const { ask, bridge, postkey, memory } = start();
  await ask['bridge.switch']({ id, on: true });
  await ask['bridge.addProgram']({ id, program: 'kmail' });
  await ask['account.remove']({ id });
  await expect.poll(() => open(bridge)).toEqual([]);
  await expect.poll(() => postkey.accounts()).toEqual([]);
  await expect.poll(() => memory.bridges()).toEqual([]);
  expect(postkey.state()).not.toHaveProperty('bridgePassword');
});

test('a set-up has a bridge from the moment its keys are kept, and it stays the account’s', async () => {
  const { ask, bridge, postkey, small } = start({ accounts: [] });
  await ask['setup.start']({ practice: false });
  const setupId = postkey.setup()?.view().id ?? '';
  expect(await ask['bridge.switch']({ id: setupId, on: true })).toMatchObject({ refusal: 'not-now' });
  await ask['understand.address']({ address: 'pat@harbour.example' });
  const view = (): SetupView => {
    const now = postkey.setup()?.view();
    if (!now) throw new Error('The set-up is gone');
    return now;
  };
  await until(view, ({ steps }) => steps.flow.kind === 'done');
  await ask['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await ask['request.signIn']({});
  await until(view, ({ steps }) => steps.response.kind === 'working');
  small.script.answer({ code: 'c', state: 's1' });
  await until(view, ({ steps }) => steps.store.kind === 'done');
  expect(await ask['bridge.switch']({ id: setupId, on: true })).toEqual({ accepted: true });
  expect(open(bridge)).toEqual([setupId]);
  const ports = postkey.state().bridges[0]?.doors.map(({ port }) => port);
  await ask['configure.choose']({ programs: [] });
  await expect.poll(() => postkey.accounts().length).toBe(1);
  await ask['setup.finish']({});
  expect(open(bridge)).toEqual([setupId]);
  expect(postkey.state().bridges[0]?.doors.map(({ port }) => port)).toEqual(ports);
});

test('a refusal by the provider is looked into at once, and not at every try of the program', async () => {
  const looked: string[] = [];
  const { ask, bridge } = start({}, undefined, {
    check: (each) => {
      looked.push(each.id);
      return true;
    },
  });
  await ask['bridge.switch']({ id, on: true });
  bridge.hear()?.refused(id, problemOf('offline'));
  expect(looked).toEqual([]);
  for (let times = 0; times < 3; times += 1) bridge.hear()?.refused(id, problemOf('token-refused'));
  expect(looked).toEqual([id]);
});

test('an organisation that forbids it closes the doors, and nothing can be switched on', async () => {
  const small = makeSmallWorld();
  let policy = noPolicy;
  const { ask, bridge, postkey } = start({}, { ...small, world: { ...small.world, policy: () => policy } });
  await ask['bridge.switch']({ id, on: true });
  policy = { ...noPolicy, settings: { bridge: 'off' } };
  postkey.changed();
  await expect.poll(() => open(bridge)).toEqual([]);
  expect(await ask['bridge.switch']({ id, on: true })).toMatchObject({ refusal: 'bridge-not-allowed' });
  expect(await ask['bridge.addProgram']({ id, program: 'kmail' })).toMatchObject({ refusal: 'bridge-not-allowed' });
  expect(await ask['bridge.switch']({ id, on: false })).toEqual({ accepted: true });
});

test('a port that somebody gives back is taken after a while', async () => {
  const small = makeSmallWorld();
  const timers: { readonly ms: number; readonly call: () => void }[] = [];
  const clock = {
    ...small.world.clock,
    after: (ms: number, call: () => void) => {
      if (ms !== 30_000) return small.world.clock.after(ms, call);
      timers.push({ ms, call });
      return () => undefined;
    },
  };
  const { ask, bridge, view } = start({}, { ...small, world: { ...small.world, clock } });
  for (let port = 4_000; port < 4_010; port += 1) bridge.taken.set(port, 'dovecot');
  await ask['bridge.switch']({ id, on: true });
  expect(view()?.doors[0]).toMatchObject({ state: 'taken', holder: 'dovecot' });
  const before = bridge.followed.length;
  bridge.taken.clear();
  expect(timers).toHaveLength(1);
  timers[0]?.call();
  await expect.poll(() => bridge.followed.length).toBe(before + 1);
  expect(view()?.doors[0]).toMatchObject({ state: 'open' });
  expect(timers).toHaveLength(1);
});

test('a case file holds nothing of the password that is shown', async () => {
  const abouts: unknown[] = [];
  const { ask, postkey } = start({}, undefined, {
    cases: {
      make: async (about) => {
        abouts.push(about);
        return { groups: [], hasOrganisation: false, hasLog: false, mine: [], name: '', written: null, finding: null };
      },
      read: async () => 'case-none',
      choose: async () => null,
      save: async () => 'not-chosen',
      showLogs: async () => true,
    },
  });
  await ask['bridge.switch']({ id, on: true });
  await ask['bridge.addProgram']({ id, program: 'kmail' });
  expect(JSON.stringify(postkey.state())).toContain(smallPassword);
  await ask['case.prepare']({ about: 'all' });
  expect(abouts).toHaveLength(1);
  expect(JSON.stringify(abouts)).not.toContain(smallPassword);
});
