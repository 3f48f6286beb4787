// What a policy may say, and how each mistake is named: the field and what is wrong, never the value.
import { expect, test } from 'vitest';
import { proxyOf } from './policy.ts';
import { policyMaxBytes, readPolicy, readPolicyText } from './read-policy.ts';

const preset = {
  postkeyPreset: 1,
  organisation: 'Harbour Schools',
  signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
};

const whole = {
  postkeyPolicy: 1,
  organisation: 'Harbour Schools',
  preset,
  allowedProviders: ['microsoft', 'google-workspace'],
  services: ['imap', 'smtp'],
  bridge: 'off',
  tokenCommand: 'allowed',
  updates: 'https://updates.harbour.example/postkey',
  watchIntervalMinutes: 30,
  logLevel: 'warn',
  proxy: 'socks5://proxy.harbour.example:1080',
  caFile: 'harbour-ca.pem',
  languages: ['en', 'de', 'pt-BR'],
  language: 'de',
  startAtLogin: true,
  healthFile: '/var/lib/postkey/health.json',
};

test('a whole policy is read as it stands', () => {
  const read = readPolicyText(JSON.stringify(whole));
  expect(read).toMatchObject({ ok: true, policy: { services: ['imap', 'smtp'], watchIntervalMinutes: 30 } });
  expect(readPolicyText(`\uFEFF${JSON.stringify({ postkeyPolicy: 1 })}`)).toEqual({
    ok: true,
    policy: { postkeyPolicy: 1 },
  });
});

const wrong: readonly [string, object | string, string, string][] = [
  ['a file that is no JSON', '{ postkeyPolicy: 1 }', 'not-json', ''],
  ['a list', '[]', 'version-missing', ''],
  ['no version', {}, 'version-missing', 'postkeyPolicy'],
  ['a newer version', { postkeyPolicy: 2, colour: 'green' }, 'newer-version', 'postkeyPolicy'],
  ['a field that is not known', { postkeyPolicy: 1, colour: 'green' }, 'unknown-field', 'colour'],
  ['a feed without encryption', { postkeyPolicy: 1, updates: 'http://updates.example/' }, 'not-https', 'updates'],
  ['a field that is there twice', '{"postkeyPolicy":1,"bridge":"off","bridge":"allowed"}', 'said-twice', 'bridge'],
  ['a proxy with a password', { postkeyPolicy: 1, proxy: 'http://pat:x@p.example:80' }, 'has-credentials', 'proxy'],
  ['a proxy without a port', { postkeyPolicy: 1, proxy: 'http://p.example' }, 'wrong-value', 'proxy'],
  ['a service that does not exist', { postkeyPolicy: 1, services: ['imap', 'jmap'] }, 'wrong-value', 'services.1'],
  ['no services at all', { postkeyPolicy: 1, services: [] }, 'wrong-value', 'services'],
  ['a bridge neither allowed nor off', { postkeyPolicy: 1, bridge: false }, 'wrong-value', 'bridge'],
  ['a watch that never rests', { postkeyPolicy: 1, watchIntervalMinutes: 1 }, 'wrong-value', 'watchIntervalMinutes'],
  ['half a minute', { postkeyPolicy: 1, watchIntervalMinutes: 7.5 }, 'wrong-value', 'watchIntervalMinutes'],
  ['another level of the log', { postkeyPolicy: 1, logLevel: 'silent' }, 'wrong-value', 'logLevel'],
  [
    'a certificate on another computer',
    { postkeyPolicy: 1, caFile: '\\\\host\\share\\ca.pem' },
    'wrong-value',
    'caFile',
  ],
  ['a health file beside nothing', { postkeyPolicy: 1, healthFile: 'health.json' }, 'wrong-value', 'healthFile'],
  ['a health file on another computer', { postkeyPolicy: 1, healthFile: '//host/x.json' }, 'wrong-value', 'healthFile'],
  [
    'an inline preset with a mistake',
    { postkeyPolicy: 1, preset: { ...preset, signIn: { kind: 'microsoft' } } },
    'preset-wrong',
    'preset.signIn.clientId',
  ],
];

test.each(wrong)('%s is refused by its place', (_name, said, fault, field) => {
  const read = typeof said === 'string' ? readPolicyText(said) : readPolicyText(JSON.stringify(said));
  expect(read).toEqual({ ok: false, faults: [{ fault, field }] });
});

test('a huge file is not even parsed', () => {
  expect(readPolicyText(' '.repeat(policyMaxBytes + 1))).toEqual({
    ok: false,
    faults: [{ fault: 'too-large', field: '' }],
  });
});

test('every mistake is named, and no value is quoted', () => {
  const said = { postkeyPolicy: 1, bridge: 'value-1', updates: 'http://value-2/', 'unheard-of': 'value-3' };
  const read = readPolicy(said);
  expect(read.ok ? [] : read.faults.map(({ field }) => field).sort()).toEqual(['bridge', 'unheard-of', 'updates']);
  expect(JSON.stringify(read)).not.toMatch(/value-/u);
});

test('a proxy is taken apart', () => {
  const of = (proxy: string) => proxyOf({ settings: { proxy }, setBy: {}, passedOver: [], troubles: [] });
  expect(of('http://proxy.example:8080')).toEqual({ kind: 'http', host: 'proxy.example', port: 8080 });
  expect(of('socks5://[::1]:1080')).toEqual({ kind: 'socks5', host: '::1', port: 1080 });
  expect(of('none')).toBe('none');
});
