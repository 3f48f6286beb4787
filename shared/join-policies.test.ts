// What holds when several sources speak: the first holds, later ones fill and narrow, nobody widens, and what is broken closes.
import { expect, test } from 'vitest';
import { joinPolicies, type PolicySource } from './join-policies.ts';
import {
  isBridgeAllowed,
  isPresetLocked,
  isPresetsProviderAllowed,
  isTokenCommandAllowed,
  noPolicy,
  type Policy,
  updatesOf,
} from './policy.ts';

const machine = (policy: Omit<Policy, 'postkeyPolicy'>, place = '/etc/postkey/policy.json'): PolicySource => ({
  level: 'machine',
  place,
  policy: { postkeyPolicy: 1, ...policy },
  caCertificates: 0,
});
const person = (policy: Omit<Policy, 'postkeyPolicy'>): PolicySource => ({
  ...machine(policy, '/home/pat/.config/Postkey/policy.json'),
  level: 'user',
});

const closedByPerson = person({ allowedProviders: [] });

test('without any source everything is open', () => {
  expect(joinPolicies([])).toEqual({ ...noPolicy, organisation: undefined });
  expect(updatesOf(noPolicy)).toBeNull();
  expect(isPresetLocked(noPolicy)).toBe(false);
});

test('the person fills what the machine leaves open, and overrides nothing', () => {
  const held = joinPolicies([
    machine({ organisation: 'Harbour Schools', logLevel: 'warn', bridge: 'off' }),
    person({ logLevel: 'info', bridge: 'allowed', watchIntervalMinutes: 60 }),
  ]);
  expect(held.organisation).toBe('Harbour Schools');
  expect(held.settings).toEqual({ logLevel: 'warn', bridge: 'off', watchIntervalMinutes: 60 });
  expect(held.setBy.watchIntervalMinutes?.level).toBe('user');
  expect(held.setBy.bridge?.level).toBe('machine');
  expect(held.passedOver.map(({ key, level }) => [key, level])).toEqual([
    ['bridge', 'user'],
    ['logLevel', 'user'],
  ]);
});

test('the person may narrow: fewer services, fewer providers, off', () => {
  const held = joinPolicies([
    machine({ services: ['imap', 'smtp'], bridge: 'allowed', updates: 'https://u.example/', languages: ['en', 'de'] }),
    person({ services: ['pop', 'imap'], bridge: 'off', updates: 'off', languages: ['de', 'fr'] }),
  ]);
  expect(held.settings).toEqual({ services: ['imap'], bridge: 'off', updates: 'off', languages: ['de'] });
  expect(held.setBy.services?.level).toBe('user');
  expect(held.troubles).toEqual([]);
});

test('levels that contradict each other allow nothing, and say so', () => {
  const held = joinPolicies([machine({ allowedProviders: ['microsoft'] }), person({ allowedProviders: ['google'] })]);
  expect(held.settings.allowedProviders).toEqual([]);
  expect(held.troubles).toEqual([
    {
      level: 'user',
      place: '/home/pat/.config/Postkey/policy.json',
      fault: 'contradiction',
      field: 'allowedProviders',
    },
  ]);
});

test('a broken source closes what it might have closed, whatever the others allow', () => {
  const broken = { level: 'machine', place: '/etc/postkey/policy.d/10.json', fault: 'not-json', field: '' } as const;
  const held = joinPolicies([machine({ bridge: 'allowed', tokenCommand: 'allowed', logLevel: 'warn' })], [broken]);
  expect(isBridgeAllowed(held)).toBe(false);
  expect(isTokenCommandAllowed(held)).toBe(false);
  expect(updatesOf(held)).toBe('off');
  expect(held.settings.allowedProviders).toEqual([]);
  expect(held.settings.logLevel).toBe('warn');
  expect(held.setBy.bridge?.place).toBe(broken.place);
  expect(isPresetLocked(held)).toBe(true);
});

test('while an administrator’s file is broken no account is begun, not even by another one’s preset', () => {
  const broken = { level: 'machine', place: '/etc/postkey/policy.d/10.json', fault: 'not-json', field: '' } as const;
  const source = { ...machine({}), presetOrganisation: 'Harbour Schools' };
  expect(isPresetsProviderAllowed(joinPolicies([source]))).toBe(true);
  expect(isPresetsProviderAllowed(joinPolicies([source], [broken]))).toBe(false);
  expect(isPresetsProviderAllowed(joinPolicies([source], [{ ...broken, level: 'user' }]))).toBe(true);
});

test('a preset is told by its organisation, certificates by their number', () => {
  const first = { ...machine({ caFile: 'ca.pem' }), presetOrganisation: 'Harbour Schools', caCertificates: 2 };
  const held = joinPolicies([first, { ...person({}), presetOrganisation: 'Somebody Else' }]);
  expect(held.settings).toEqual({ preset: { organisation: 'Harbour Schools' }, ca: 2 });
  expect(held.organisation).toBe('Harbour Schools');
  expect(held.passedOver.map(({ key }) => key)).toEqual(['preset']);
});

test('a preset of the person’s own is held to a list from above, and to one that is broken there', () => {
  const own = { ...person({}), presetOrganisation: 'Mine' };
  const broken = { level: 'machine', place: '/etc/postkey/policy.json', fault: 'not-json', field: '' } as const;
  const isAllowed = (...of: Parameters<typeof joinPolicies>) => isPresetsProviderAllowed(joinPolicies(...of));
  expect(isAllowed([machine({ allowedProviders: ['google'] }), own])).toBe(false);
  expect(isAllowed([own], [broken])).toBe(false);
  // Narrowing it further by a file of one's own opens nothing.
  expect(isAllowed([machine({ allowedProviders: ['google'] }), { ...own, policy: closedByPerson.policy }])).toBe(false);
  expect(isAllowed([machine({ bridge: 'off' }), { ...own, policy: closedByPerson.policy }])).toBe(true);
  expect(isAllowed([{ ...machine({ allowedProviders: [] }), presetOrganisation: 'Harbour Schools' }])).toBe(true);
  expect(isAllowed([machine({ allowedProviders: [] })])).toBe(false);
});
