// Presets from outside: good ones are taken whole, bad ones are refused with the place, and no value of theirs is ever quoted.
import { describe, expect, test } from 'vitest';
import { readPreset } from './preset.ts';

const good = {
  postkeyPreset: 1,
  organisation: 'Harbour Schools',
  helpdesk: { name: 'Harbour IT helpdesk', contact: 'extension 4410' },
  domains: ['harbour.example'],
  signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' },
};

describe('readPreset', () => {
  test('takes a good one, with a byte order mark too', () => {
    expect(readPreset(JSON.stringify(good))).toMatchObject({
      ok: true,
      preset: { organisation: 'Harbour Schools', approved: false },
    });
    expect(readPreset(`\uFEFF${JSON.stringify(good)}`).ok).toBe(true);
  });

  test.each<[string, unknown, string, string]>([
    ['not JSON', '{ organisation: ', 'preset-not-json', ''],
    ['an unknown field', { ...good, color: 'red' }, 'preset-wrong-fields', 'color'],
    ['a missing field', { ...good, organisation: undefined }, 'preset-wrong-fields', 'organisation'],
    ['a missing client', { ...good, signIn: { kind: 'microsoft' } }, 'preset-wrong-fields', 'signIn.clientId'],
    [
      'an unknown kind',
      { ...good, signIn: { kind: 'carrier-pigeon', clientId: 'x' } },
      'preset-wrong-fields',
      'signIn.kind',
    ],
    [
      'an http endpoint',
      { ...good, signIn: { kind: 'microsoft', clientId: 'x', authority: 'http://login.example' } },
      'preset-not-https',
      'signIn.authority',
    ],
    [
      'an http issuer',
      {
        ...good,
        signIn: { kind: 'openid', clientId: 'x', issuer: 'http://id.example' },
        servers: { imap: { host: 'a.example', port: 993, security: 'tls' } },
      },
      'preset-not-https',
      'signIn.issuer',
    ],
    [
      'a server with a port in its name',
      { ...good, servers: { imap: { host: 'imap.example:993', port: 993, security: 'tls' } } },
      'preset-wrong-fields',
      'servers.imap.host',
    ],
    ['a later version', { ...good, postkeyPreset: 2, colour: 'red' }, 'preset-newer-version', 'postkeyPreset'],
    [
      'OpenID without servers',
      { ...good, signIn: { kind: 'openid', clientId: 'x', issuer: 'https://id.example' } },
      'preset-wrong-fields',
      'servers',
    ],
    [
      'OpenID without issuer',
      {
        ...good,
        signIn: { kind: 'openid', clientId: 'x' },
        servers: { imap: { host: 'a.example', port: 993, security: 'tls' } },
      },
      'preset-wrong-fields',
      'signIn.issuer',
    ],
    [
      'a CA file on another computer',
      { ...good, caFile: '\\\\evil.example\\share\\ca.pem' },
      'preset-wrong-fields',
      'caFile',
    ],
    ['a CA file by address', { ...good, caFile: 'https://evil.example/ca.pem' }, 'preset-wrong-fields', 'caFile'],
    ['a list', [], 'preset-wrong-fields', ''],
    ['null', null, 'preset-wrong-fields', ''],
  ])('refuses %s', (_name, content, refusal, place) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(readPreset(text)).toMatchObject({ ok: false, refusal, place });
  });

  test('refuses 5 MB without reading it', () => {
    expect(readPreset(`"${'x'.repeat(5_000_000)}"`)).toMatchObject({ ok: false, refusal: 'preset-too-large' });
  });

  test('never quotes a value', () => {
    const read = readPreset(
      JSON.stringify({
        ...good,
        signIn: { kind: 'google', clientId: 'has space', clientSecret: 7, hush: 'TOPSECRET' },
      }),
    );
    expect(JSON.stringify(read)).not.toContain('TOPSECRET');
  });
});
