// A set-up that is given up after the provider gave something: that is taken back, and an account's own permission never.
import { afterEach, expect, test } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { handlersOf } from './postkey-requests.ts';
import { startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { grantFor, makeSmallWorld, until } from './small-world.test-part.ts';
import { startSetup } from './start-setup.ts';

afterEach(stopPostkeys);

/** A set-up as far as the answer of the provider. */
async function answered(person: string) {
  const small = makeSmallWorld();
  const taken: string[] = [];
  Object.assign(small.world.ways.openid, {
    revoke: async (_plan: unknown, left: { accessToken: { open(): string } }) => {
      taken.push(left.accessToken.open());
      return { ok: true, value: { kind: 'revoked', reach: 'sign-in' } };
    },
  });
  small.script.grant = () => ({ ok: true, value: grantFor(person) });
  const { postkey } = startPostkey({}, small);
  await startSetup(postkey, false, 'pat@harbour.example');
  const view = (): SetupView => postkey.setup()?.view() as SetupView;
  const ask = handlersOf(postkey);
  await until(view, (each) => each.steps.flow.kind === 'done');
  await ask['understand.confirm']({ wanted: ['imap'] });
  await ask['request.signIn']({});
  await until(view, (each) => each.wait !== undefined);
  small.script.answer({ code: 'c', state: 's1' });
  return { postkey, small, taken, view, ask };
}

test('kept already: taken back and forgotten', async () => {
  const { small, taken, view, ask } = await answered('pat@harbour.example');
  await until(view, (each) => each.steps.store.kind === 'done');
  const { id } = view();
  await ask['setup.abandon']({});
  expect(small.script.forgotten).toContain(id);
  await expect.poll(() => taken.length).toBe(1);
});

test('of the wrong person, and not kept: taken back all the same', async () => {
  const { taken, view, ask } = await answered('sam@harbour.example');
  await until(view, (each) => each.steps.token.kind === 'failed');
  await ask['setup.abandon']({});
  await expect.poll(() => taken).toEqual(['access-1']);
});

test('finished: the account’s permission stays', async () => {
  const { postkey, taken, view, ask } = await answered('pat@harbour.example');
  await ask['configure.choose']({ programs: [] });
  await until(view, (each) => each.steps.monitor.kind === 'done');
  await ask['setup.abandon']({});
  expect(postkey.accounts()).toHaveLength(1);
  expect(taken).toEqual([]);
});
