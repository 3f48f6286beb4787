// A set-up with practice chosen: what is there before the person has done anything.
import { expect, test } from 'vitest';
import { makeAccountSetup } from './account-setup.ts';
import { freshView } from './resume-view.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

test('practice: the provider stands from the start, and all its services are offered', async () => {
  const small = makeSmallWorld();
  const { found, clientId, address } = await small.world.practice.start();
  const fresh = freshView('account-1', true);
  const view = {
    ...fresh,
    provider: found,
    registration: { source: 'practice' as const, clientId, hasSecret: false },
  };
  const setup = makeAccountSetup(view, {
    world: small.world,
    changed: () => undefined,
    addAccount: () => undefined,
    accounts: () => [],
  });
  await setup.handlers['understand.address']({ address });
  expect(setup.view().wanted).toEqual(['imap', 'smtp']);
  expect(setup.view().scopes.map((each) => each.scope)).toContain('mail:send');
  expect(setup.view().registration?.source).toBe('practice');
});
