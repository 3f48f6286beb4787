// The silent question whether approval has come: when it is asked, and what each answer does to the wait.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import {
  type ApprovalWorld,
  id,
  isWaiting,
  makeApprovalWorld,
  outlook,
  pat,
  smallKey,
  walkToWatch,
} from './approval-world.test-part.ts';
import { Secret } from './secret.ts';
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

test('one small sign-in, without mail and with a key of its own', async () => {
  const setup = await walkToWatch(world);
  expect(world.plans.at(-1)?.scopes).toEqual(['openid', 'email', 'offline_access']);
  expect(setup.view().approval).toMatchObject({ check: 'by-itself', person: { expected: pat, address: pat } });
  expect(isWaiting(setup.view())).toBe(true);
  expect(await world.keptRenewal(smallKey)).toBe('small-renewal');
  expect(await world.keptRenewal(id)).toBeNull();
  expect(world.widened).toEqual([
    {
      scopes: [`${outlook}/IMAP.AccessAsUser.All`, `${outlook}/SMTP.Send`, 'openid', 'email', 'offline_access'],
      renewal: 'small-renewal',
    },
  ]);
});

test('asked every half hour, also after sleep; then it goes on by itself', async () => {
  const setup = await walkToWatch(world);
  const fronts = world.fronts();
  world.pass(20 * minutes);
  expect(world.widened).toHaveLength(1);
  world.pass(20 * minutes);
  await until(setup.view, ({ approval }) => approval?.checking === undefined);
  expect(world.widened).toHaveLength(2);
  world.pass(2 * day);
  await until(setup.view, ({ approval }) => approval?.checking === undefined);
  approve();
  world.pass(40 * minutes);
  const view = await until(setup.view, ({ steps }) => steps.refresh.kind === 'done');
  expect(view.steps.response).toMatchObject({ kind: 'done', fact: { code: 'approved-after', values: { days: 2 } } });
  expect(view.steps.token).toMatchObject({ kind: 'done', fact: { code: 'signed-in-as' } });
  expect(view.person).toMatchObject({ signedInAs: pat, name: 'Pat Moreno' });
  expect(view.approval).toBeUndefined();
  expect(world.approvals).toEqual([pat]);
  expect(world.fronts()).toBe(fronts);
  expect(world.script.opened).toHaveLength(2);
  expect(world.script.forgotten).toContain(smallKey);
  await setup.handlers['configure.choose']({ programs: [] });
  await until(setup.view, ({ steps }) => steps.monitor.kind === 'done');
  expect(world.accounts[0]).toMatchObject({ address: pat, wanted: ['imap', 'smtp'] });
});

test('asked at the start, without a browser', async () => {
  const setup = await walkToWatch(world);
  approve();
  world.pass(day);
  const again = world.restart(setup);
  await until(again.view, ({ steps }) => steps.store.kind === 'done');
  expect(world.script.opened).toHaveLength(2);
});

test('asked at the person’s wish', async () => {
  const setup = await walkToWatch(world);
  world.play.widen = async () => ({ ok: false, problem: problemOf('offline') });
  expect(await setup.handlers['approval.checkNow']({})).toEqual({ accepted: true });
  const offline = await until(setup.view, ({ approval }) => approval?.trouble !== undefined);
  expect(offline.approval).toMatchObject({ check: 'by-itself', trouble: { code: 'offline' } });
  approve();
  await setup.handlers['approval.checkNow']({});
  await until(setup.view, ({ steps }) => steps.store.kind === 'done');
});

test('weather is not worth a word when nobody asked, and is looked at again soon', async () => {
  const setup = await walkToWatch(world);
  world.play.widen = async () => ({ ok: false, problem: problemOf('server-busy') });
  world.pass(40 * minutes);
  const view = await until(setup.view, ({ approval }) => approval?.checking === undefined);
  const asked = world.widened.length;
  expect(asked).toBe(2);
  expect(view.approval?.trouble).toBeUndefined();
  approve();
  world.pass(6 * minutes);
  await until(setup.view, ({ steps }) => steps.store.kind === 'done');
  expect(world.widened).toHaveLength(asked + 1);
});

test('a bug of ours ends neither the wait nor the app', async () => {
  world.world.logUnexpected = () => 'ACDEF';
  const setup = await walkToWatch(world);
  world.play.widen = () => Promise.reject(new Error('bug'));
  world.pass(40 * minutes);
  await until(setup.view, ({ approval }) => approval?.checking === undefined);
  expect(setup.view().approval?.check).toBe('by-itself');
  expect(isWaiting(setup.view())).toBe(true);
});

test.each(['sign-in-ended', 'policy-blocks', 'client-unknown'] as const)(
  'the small key is no longer good (%s): the person is asked once again, the wait goes on',
  async (code) => {
    const setup = await walkToWatch(world);
    world.play.widen = async () => ({ ok: false, problem: problemOf(code) });
    world.pass(40 * minutes);
    const view = await until(setup.view, ({ approval }) => approval?.check === 'after-sign-in');
    expect(view.approval).toMatchObject({ trouble: { code } });
    expect(view.approval?.person).toBeUndefined();
    expect(isWaiting(view)).toBe(true);
    expect(await world.keptRenewal(smallKey)).toBeNull();
  },
);
