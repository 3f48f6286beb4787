import { expect, test } from 'vitest';
import type { OpenedBridge } from './bridge-world.ts';
import { makeFollowBridges } from './follow-bridges.ts';
import { makeSmallBridge } from './small-bridge.test-part.ts';
import { account as bare } from './small-postkey.test-part.ts';

test('doors open though there is no certificate to be had, and it is noted', async () => {
  const small = makeSmallBridge();
  const logged: unknown[] = [];
  const kept = {
    accountId: bare.id,
    isOn: true,
    encrypts: true,
    ports: { imap: { plain: 3_000, tls: 3_001 } },
    programs: [],
  };
  const opened: OpenedBridge = { account: { ...bare, wanted: ['imap'] }, kept };
  const following = makeFollowBridges({
    memory: { bridges: () => [kept], keepBridges: () => undefined },
    clock: { now: () => 0, after: () => () => undefined },
    load: async (hear) => ({
      ...(await small.load(hear)),
      certificate: async () => {
        throw new Error('a bug');
      },
    }),
    toOpen: () => [opened],
    accountOf: () => null,
    look: () => undefined,
    changed: () => undefined,
    logUnexpected: (error) => logged.push(error),
  });
  await following.follow();
  expect(small.followed).toEqual([[opened]]);
  expect(logged).toHaveLength(1);
});
