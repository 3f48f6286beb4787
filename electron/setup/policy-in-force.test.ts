// What is laid down holds in step 1 and at the preset's shelf, against a small world.
import { afterEach, expect, test } from 'vitest';
import { noPolicy, type PolicyInForce, type PolicySettings } from '../../shared/policy.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import type { KeptPreset, Memory } from './memory.ts';
import { freshView } from './resume-view.ts';
import { makeSmallWorld, provider, until } from './small-world.test-part.ts';
import { stillAllowed } from './still-allowed.ts';
import { makePresetShelf, type PresetRule } from './take-preset.ts';

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

const laidDown = (settings: PolicySettings, more: Partial<PolicyInForce> = {}): PolicyInForce => ({
  ...noPolicy,
  settings,
  ...more,
});

async function setUp(
  policy: PolicyInForce,
  { source = 'ispdb', practice = false }: { readonly source?: 'ispdb' | 'preset'; readonly practice?: boolean } = {},
): Promise<AccountSetup> {
  const { world } = makeSmallWorld();
  const discovery: typeof world.discovery = {
    ...world.discovery,
    lookUp: async () => ({ ok: true, value: [{ is: provider, source }] }),
  };
  const setup = makeAccountSetup(freshView('account-1', practice), {
    world: { ...world, discovery, preset: () => null, policy: () => policy },
    changed: () => undefined,
    addAccount: () => undefined,
    accounts: () => [],
  });
  running.push(setup);
  await setup.handlers['understand.address']({ address: 'pat@harbour.example' });
  await until(setup.view, ({ steps }) => steps.understand.kind !== 'working');
  return setup;
}

test('a provider that is not on the list stops step 1, with its name, and nothing rests on it', async () => {
  const setup = await setUp(laidDown({ allowedProviders: ['microsoft'] }));
  expect(setup.view().steps.understand).toMatchObject({
    kind: 'failed',
    problem: { code: 'provider-not-allowed', facts: { provider: 'Harbour Mail' } },
  });
  expect(setup.view()).not.toHaveProperty('provider.is');
  expect(await setup.handlers['understand.confirm']({ wanted: ['imap'] })).toMatchObject({ refusal: 'not-now' });
});

test('one on the list goes on, and so does the one that the policy’s own preset describes', async () => {
  const listed = await setUp(laidDown({ allowedProviders: [provider.id] }));
  expect(listed.view().steps.understand.kind).toBe('needs-you');
  const none = { allowedProviders: [] };
  const own = await setUp(laidDown({ ...none, preset: { organisation: 'Harbour Schools' } }), { source: 'preset' });
  expect(own.view().steps.understand.kind).toBe('needs-you');
  const persons = await setUp(laidDown(none), { source: 'preset' });
  expect(persons.view().steps.understand.kind).toBe('failed');
  const ofPerson = laidDown({ ...none, preset: { organisation: 'Mine' } }, { presetHeldToList: true });
  expect((await setUp(ofPerson, { source: 'preset' })).view().steps.understand.kind).toBe('failed');
});

test('only services that are allowed are set up, offered or typed', async () => {
  const setup = await setUp(laidDown({ services: ['imap'] }));
  expect(setup.view().wanted).toEqual(['imap']);
  const { handlers } = setup;
  expect(await handlers['understand.confirm']({ wanted: ['imap', 'smtp'] })).toMatchObject({
    refusal: 'service-locked',
    field: 'wanted',
  });
  const server = { host: 'pop.harbour.example', port: 995, security: 'tls' as const };
  expect(await handlers['understand.overrule']({ service: 'pop', server })).toMatchObject({
    refusal: 'service-locked',
  });
  expect(await handlers['understand.confirm']({ wanted: ['imap'] })).toEqual({ accepted: true });
});

const signIn = { kind: 'google', clientId: 'postkey-at-harbour' };
const harbour = { postkeyPreset: 1, organisation: 'Harbour Schools', signIn };
const text = JSON.stringify(harbour);
const other = JSON.stringify({ ...harbour, organisation: 'Somebody Else' });

function shelfUnder(rule: PresetRule): {
  readonly shelf: ReturnType<typeof makePresetShelf>;
  readonly kept: () => unknown;
} {
  let kept: KeptPreset | null = { text: other, hasSecret: false, ca: null };
  const memory = {
    preset: () => kept,
    keepPreset: (next: KeptPreset | null) => {
      kept = next;
    },
  } as Memory;
  return { shelf: makePresetShelf(memory, makeSmallWorld().world.vault, rule, () => undefined), kept: () => kept };
}

test('a preset that is laid down goes before the one that was taken, and no other takes its place', async () => {
  const secret = { ...harbour, signIn: { ...signIn, clientSecret: 'hunter-two' } };
  const rule: PresetRule = { laidDown: { text: JSON.stringify(secret), caPem: 'pem' }, locked: 'preset-locked' };
  const { shelf, kept } = shelfUnder(rule);
  await shelf.load();
  expect(shelf.current()?.organisation).toBe('Harbour Schools');
  expect(shelf.ca()).toEqual(['pem']);
  expect(JSON.stringify(shelf.current())).not.toContain('hunter-two');
  expect(shelf.clientSecret()?.open()).toBe('hunter-two');
  expect(await shelf.take(other, null)).toMatchObject({
    refusal: 'preset-locked',
    values: { organisation: 'Harbour Schools' },
  });
  expect(shelf.current()?.organisation).toBe('Harbour Schools');
  expect(await shelf.take(JSON.stringify(secret), null)).toEqual({ accepted: true });
  // Never written down: when IT takes it back, the person's own is there again.
  expect(kept()).toEqual({ text: other, hasSecret: false, ca: null });
});

test('while a policy cannot be read no preset is taken, and the one that was stays', async () => {
  const { shelf } = shelfUnder({ laidDown: null, locked: 'policy-unreadable' });
  await shelf.load();
  expect(await shelf.take(text, null)).toMatchObject({ refusal: 'policy-unreadable' });
  expect(shelf.current()?.organisation).toBe('Somebody Else');
});

test('a set-up from before a policy begins anew where that does not allow it, unless its keys are kept', async () => {
  const before = (await setUp(noPolicy)).view();
  const onItsWay = { ...before, wanted: ['imap'] as const };
  expect(stillAllowed(onItsWay, laidDown({ allowedProviders: [provider.id], services: ['imap'] }))).toBe(onItsWay);
  const listed = stillAllowed(onItsWay, laidDown({ allowedProviders: ['microsoft'] }));
  expect(listed).not.toHaveProperty('provider');
  expect(listed).toMatchObject({ address: 'pat@harbour.example', steps: { understand: { kind: 'failed' } } });
  const fewer = stillAllowed(onItsWay, laidDown({ services: ['pop'] }));
  expect(fewer).not.toHaveProperty('provider');
  expect(fewer.steps.understand.kind).toBe('needs-you');
  const store = { kind: 'done', fact: { code: 'registration-from-preset' }, ms: 0 } as const;
  const kept = { ...onItsWay, steps: { ...onItsWay.steps, store } };
  expect(stillAllowed(kept, laidDown({ allowedProviders: [] }))).toBe(kept);
});
