// A preset named for a command is obeyed or refused, never passed over.
import { expect, test } from 'vitest';
import { presetKept, presetOfFile } from './preset-in-force.ts';

const preset = (more: object = {}): string =>
  JSON.stringify({
    postkeyPreset: 1,
    organisation: 'Harbour Schools',
    signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' },
    ...more,
  });
const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';

test('the named one, with its authority beside it or inside', () => {
  expect(presetOfFile({ text: preset(), caPem: null })).toMatchObject({
    ok: true,
    preset: { organisation: 'Harbour Schools' },
    ca: [],
  });
  expect(presetOfFile({ text: preset({ caFile: 'ca.pem' }), caPem: pem })).toMatchObject({ ok: true, ca: [pem] });
  expect(presetOfFile({ text: preset({ caPem: pem }), caPem: null })).toMatchObject({ ok: true, ca: [pem] });
});

test('a named one that cannot be used is refused, and says where', () => {
  expect(presetOfFile('unreadable')).toEqual({ ok: false, refusal: 'file-unreadable', place: '' });
  expect(presetOfFile({ text: 'organisation: Harbour', caPem: null })).toMatchObject({ refusal: 'preset-not-json' });
  expect(presetOfFile({ text: preset({ signIn: 7 }), caPem: null })).toMatchObject({
    refusal: 'preset-wrong-fields',
    place: 'signIn',
  });
  expect(presetOfFile({ text: preset({ caFile: 'gone.pem' }), caPem: null })).toEqual({
    ok: false,
    refusal: 'file-unreadable',
    place: 'caFile',
  });
});

test('the kept one, and none where it cannot be read', () => {
  expect(presetKept({ text: preset(), hasSecret: false, ca: pem })).toMatchObject({
    preset: { organisation: 'Harbour Schools' },
    ca: [pem],
  });
  expect(presetKept({ text: '{}', hasSecret: false, ca: pem })).toEqual({ preset: null, ca: [] });
  expect(presetKept(null)).toEqual({ preset: null, ca: [] });
});
