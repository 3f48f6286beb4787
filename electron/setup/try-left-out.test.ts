// "Try sending again": with the key there is, without a sign-in; what passes is wanted again, what does not stays left out.
import { afterEach, expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from './memory.ts';
import { handlersOf } from './postkey-requests.ts';
import { Secret } from './secret.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

afterEach(stopPostkeys);

const receivingOnly: AccountRecord = {
  ...account,
  wanted: ['imap'],
  leftOut: ['smtp'],
  leftOutWhy: { smtp: { problem: problemOf('smtp-off'), at: 1 } },
  loginNames: { imap: account.address },
};

async function begin(kept: AccountRecord) {
  const small = makeSmallWorld();
  await small.world.vault.keep(kept.id, {
    renewal: null,
    accessToken: new Secret('access-1'),
    validUntil: Date.now() + 3_600_000,
    clientSecret: null,
  });
  const { postkey, memory } = startPostkey({ accounts: [kept] }, small);
  const handlers = handlersOf(postkey);
  return { small, postkey, memory, tryAgain: () => handlers['account.tryLeftOut']({ id: kept.id }) };
}

async function untilTried({ isChecking }: { isChecking(id: string): boolean }): Promise<void> {
  while (isChecking(account.id)) await new Promise((resolve) => setTimeout(resolve, 1));
}

test('sending that works now is wanted again', async () => {
  const { postkey, memory, tryAgain } = await begin(receivingOnly);
  expect(await tryAgain()).toEqual({ accepted: true });
  expect(postkey.state().accounts[0]?.checking).toBe(true);
  // A second press while it is tried changes nothing.
  expect(await tryAgain()).toEqual({ accepted: false, refusal: 'not-now' });
  await untilTried(postkey);
  const [kept] = memory.accounts();
  expect(kept?.wanted).toEqual(['imap', 'smtp']);
  expect(kept?.leftOut).toBeUndefined();
  expect(kept?.leftOutWhy).toBeUndefined();
  expect(await tryAgain()).toEqual({ accepted: false, refusal: 'not-now' });
});

test('sending that is off still stays left out, with what was met this time', async () => {
  const { small, postkey, memory, tryAgain } = await begin(receivingOnly);
  small.script.ladder = (service) => (service === 'smtp' ? 'policy-blocks' : null);
  await tryAgain();
  await untilTried(postkey);
  const [kept] = memory.accounts();
  expect(kept?.wanted).toEqual(['imap']);
  expect(kept?.leftOutWhy?.smtp?.problem.code).toBe('policy-blocks');
  expect(kept?.leftOutWhy?.smtp?.at).toBeGreaterThan(1);
  expect(postkey.state().accounts[0]?.leftOutWhy).toEqual(kept?.leftOutWhy);
});

test('a key that has ended loses nothing', async () => {
  const { small, postkey, memory, tryAgain } = await begin(receivingOnly);
  await small.world.vault.forget(account.id);
  await tryAgain();
  await untilTried(postkey);
  expect(memory.accounts()).toEqual([receivingOnly]);
});

test('what was not allowed in the browser needs a sign-in, not a try', async () => {
  const { leftOutWhy: _none, ...unticked } = receivingOnly;
  const { tryAgain } = await begin(unticked);
  expect(await tryAgain()).toEqual({ accepted: false, refusal: 'not-now' });
});
