// What `postkey policy` prints, in the real words: every setting and every fault has its sentence, with the place and without a value
// that was not asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { joinPolicies } from '../../shared/join-policies.ts';
import { noPolicy, policyFaults, policyKeys } from '../../shared/policy.ts';
import { policyLines, sayPolicyFault } from '../../shared/policy-lines.ts';
import { checkedAsJson, checkedAsText, type PolicySayings, policyAsJson, policyAsText } from './policy-answer.ts';

const folder = join(import.meta.dirname, '../../shared/words/en');
const read = (name: string): object => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const sayings: PolicySayings = {
  find: (key, values) => {
    if (!i18next.exists(`policy:${key}`, values)) throw new Error(`There are no words for ${key}`);
    return i18next.t(key, { ns: 'policy', ...values });
  },
  say: (key, values) => i18next.t(key, { ns: 'cli', ...values }),
  language: 'en',
};

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    ns: ['policy', 'cli'],
    resources: { en: { policy: read('policy'), cli: read('cli') } },
    interpolation: { escapeValue: false },
  });
});

const place = '/etc/postkey/policy.json';
const whole = joinPolicies([
  {
    level: 'machine',
    place,
    presetOrganisation: 'Harbour Schools',
    caCertificates: 1,
    policy: {
      postkeyPolicy: 1,
      allowedProviders: ['microsoft', 'google'],
      services: ['imap', 'smtp'],
      bridge: 'off',
      tokenCommand: 'allowed',
      updates: 'https://updates.harbour.example/',
      watchIntervalMinutes: 30,
      logLevel: 'warn',
      proxy: 'http://proxy.harbour.example:8080',
      languages: ['en', 'de'],
      language: 'de',
      startAtLogin: true,
      healthFile: '/var/lib/postkey/health.json',
    },
  },
]);

test('everything that can be laid down is told, in the order of the keys, with its place', () => {
  expect(policyLines(whole).map(({ key }) => key)).toEqual(policyKeys);
  const text = policyAsText(whole, sayings);
  expect(text).toMatch(/^Set by Harbour Schools\n/u);
  expect(text).toContain('New accounts are set up with IMAP and SMTP only.');
  expect(text).toContain('Postkey can be read in English and German.');
  expect(text.match(/Laid down for this computer in \/etc\/postkey\/policy\.json/gu)).toHaveLength(policyKeys.length);
  expect(text).not.toMatch(/\{\{|undefined|says\./u);
});

test('nothing laid down is one line, and the JSON has all its fields', () => {
  expect(policyAsText(noPolicy, sayings)).toBe('Nothing is laid down for Postkey on this computer.\n');
  expect(Object.keys(JSON.parse(policyAsJson(whole)))).toEqual([
    'organisation',
    'settings',
    'setBy',
    'passedOver',
    'troubles',
  ]);
});

test('what is broken is told with its place, its field, and what is off until then', () => {
  const broken = { level: 'machine', place, fault: 'not-https', field: 'updates' } as const;
  const text = policyAsText(joinPolicies([], [broken]), sayings);
  expect(text).toContain(`Cannot be read: ${place}: “updates” has to begin with https://.`);
  expect(text).toContain('Until that is mended, these are off');
});

test('every fault has a sentence, and a wrong value says what the field takes', () => {
  const said = policyFaults.map((fault) => sayPolicyFault({ fault, field: 'x' }, sayings.find));
  expect(new Set(said).size).toBe(policyFaults.length);
  const fields = [...policyKeys.filter((key) => key !== 'ca'), 'organisation', 'caFile', 'caPem'];
  const taken = fields.map((field) => sayPolicyFault({ fault: 'wrong-value', field }, sayings.find));
  expect(taken.filter((sentence) => !sentence.includes('takes'))).toEqual([]);
  expect(sayPolicyFault({ fault: 'wrong-value', field: 'services.1' }, sayings.find)).toContain(
    '“services.1” takes a list',
  );
});

test('a checked file', () => {
  expect(checkedAsText('p.json', [], [], sayings)).toBe('p.json is right.\n');
  expect(checkedAsText('p.json', [{ fault: 'wrong-value', field: 'bridge' }], ['gogle'], sayings)).toBe(
    'p.json: “bridge” takes “allowed” or “off”.\np.json: this Postkey knows no provider “gogle”, so that it allows nothing.\n',
  );
  expect(JSON.parse(checkedAsJson([{ fault: 'unknown-field', field: 'x' }], []))).toEqual({
    ok: false,
    faults: [{ fault: 'unknown-field', field: 'x' }],
    unknownProviders: [],
  });
});
