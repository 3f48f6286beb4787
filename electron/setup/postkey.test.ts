// Postkey around its set-ups: what is written down, what is taken up again, and what a preset or a failing practice may not cost.
import { afterEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountView, healthOf } from './account-view.ts';
import { forgetful } from './forgetful.test-part.ts';
import { handlersOf, openWhereItStood } from './postkey-requests.ts';
import { takePreset } from './put-preset-in-force.ts';
import { freshView } from './resume-view.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld, until } from './small-world.test-part.ts';
import { startSetup } from './start-setup.ts';

afterEach(stopPostkeys);

const seen = { lastCheckAt: 1, nextCheckAt: 2, services: {} };

test('what is written down holds no wait, whose code could be used by others', async () => {
  const { postkey, memory } = startPostkey();
  await startSetup(postkey, false, 'pat@harbour.example');
  const view = (): SetupView => postkey.setup()?.view() as SetupView;
  await until(view, (each) => each.steps.flow.kind === 'done');
  const steps = handlersOf(postkey);
  await steps['understand.confirm']({ wanted: ['imap'] });
  await steps['request.signIn']({});
  await until(view, (each) => each.wait !== undefined);
  expect(memory.setup()).toMatchObject({ address: 'pat@harbour.example' });
  expect(memory.setup()?.wait).toBeUndefined();
});

test('a set-up that came to its end is not taken up again: the account list opens', async () => {
  const fresh = freshView('account-1', false);
  const done = { kind: 'done', fact: { code: 'watching' }, ms: 1 } as const;
  const { postkey, memory } = startPostkey({
    accounts: [account],
    setup: { ...fresh, steps: { ...fresh.steps, monitor: done } },
  });
  await openWhereItStood(postkey);
  expect(postkey.setup()).toBeNull();
  expect(memory.setup()).toBeNull();
});

test('a practice that cannot start costs nothing', async () => {
  const small = makeSmallWorld();
  small.world.practice.start = () => Promise.reject(new Error('no port'));
  small.world.logUnexpected = () => 'ACDEF';
  const { postkey } = startPostkey({ accounts: [{ ...account, practice: true }] }, small);
  await openWhereItStood(postkey);
  expect(postkey.accounts()).toHaveLength(1);
  await startSetup(postkey, false, 'pat@harbour.example');
  await expect(startSetup(postkey, true)).rejects.toThrow('no port');
  expect(postkey.setup()?.view().address).toBe('pat@harbour.example');
});

test('a preset for other people leaves the set-up under way as it is', async () => {
  const { postkey } = startPostkey();
  await startSetup(postkey, false, 'pat@elsewhere.example');
  const steps = handlersOf(postkey);
  await until(
    () => postkey.setup()?.view() as SetupView,
    (view) => view.steps.understand.kind === 'needs-you',
  );
  await steps['understand.choose']({ signIn: 'google' });
  await takePreset(postkey, '{}', null);
  expect(postkey.setup()?.view().provider?.source).toBe('chosen');
});

test('a key that cannot be read is said until the person has read it', () => {
  const { postkey } = startPostkey({ accounts: [account] });
  postkey.seen('account-1', { ...seen, problem: problemOf('record-unreadable') });
  postkey.seen('account-1', { ...seen, problem: problemOf('sign-in-ended') });
  expect(postkey.state().notices).toMatchObject([
    { code: 'vault-record-unreadable', values: { address: 'pat@harbour.example' } },
  ]);
});

test('an account whose keys a set-up is changing is busy, until the watch has begun', async () => {
  const { postkey } = startPostkey({ accounts: [account] });
  expect(postkey.isBusy('account-1')).toBe(false);
  await handlersOf(postkey)['account.signInAgain']({ id: 'account-1' });
  await until(
    () => postkey.setup()?.view() as SetupView,
    (view) => view.steps.request.kind === 'needs-you',
  );
  expect(postkey.isBusy('account-1')).toBe(false);
  await handlersOf(postkey)['request.signIn']({});
  expect(postkey.isBusy('account-1')).toBe(true);
  expect(postkey.isBusy('another')).toBe(false);
});

test.each(['name-not-found', 'no-route', 'connection-refused', 'too-many-connections'] as const)(
  'weather asks nobody: %s is noted',
  (code) => expect(healthOf({ ...seen, problem: problemOf(code) })).toBe('noted'),
);

test('a real refusal asks the person', () => {
  expect(
    accountView({ ...account, watch: { ...seen, problem: problemOf('sign-in-ended') } }, false, forgetful, Date.now())
      .health,
  ).toBe('needs-you');
});
