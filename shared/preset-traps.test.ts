// What a preset's text can hide or overload: each is refused with the place, in no time, and nothing of it is quoted.
import { describe, expect, test } from 'vitest';
import { hasHiddenLetters } from './json-traps.ts';
import { readPreset } from './preset.ts';

const good = {
  postkeyPreset: 1,
  organisation: 'Harbour Schools',
  helpdesk: { name: 'Harbour IT', contact: 'extension 4410' },
  domains: ['harbour.example'],
  signIn: { kind: 'microsoft', clientId: 'x' },
};
const text = JSON.stringify(good);

describe('letters that nobody sees', () => {
  test.each([
    ['turned around', 'Harbour \u202Eloohcs', 'organisation'],
    ['turned around by isolates', 'Harbour \u2066x\u2069', 'organisation'],
    ['a blank of no width', 'Har\u200Bbour', 'organisation'],
    ['a joiner between Latin letters', 'Har\u200Dbour', 'organisation'],
    ['a soft hyphen', 'Har\u00ADbour', 'organisation'],
    ['a byte order mark inside', 'Har\uFEFFbour', 'organisation'],
    ['a line break', 'Harbour\nMicrosoft', 'organisation'],
    ['an escape for terminals', 'Harbour\u001B[2J', 'organisation'],
    ['a letter that is a blank', 'Harbour\u3164', 'organisation'],
    ['a private letter, an apple on some computers', 'Harbour \uF8FF', 'organisation'],
    ['tags', 'Harbour\u{E0041}', 'organisation'],
    ['a heap of accents', `Ha${'\u0301'.repeat(30)}`, 'organisation'],
    ['half a letter', 'Har\uD800bour', 'organisation'],
  ])('%s', (_name, organisation, place) => {
    const content = JSON.stringify({ ...good, organisation });
    expect(readPreset(content)).toMatchObject({ ok: false, refusal: 'preset-hidden-letters', place });
  });

  test('deeper down, and in a domain', () => {
    const helpdesk = { name: 'IT', contact: 'x\u200By' };
    expect(readPreset(JSON.stringify({ ...good, helpdesk }))).toMatchObject({ place: 'helpdesk.contact' });
    const domains = ['harbour.example', 'har\u00ADbour.example'];
    expect(readPreset(JSON.stringify({ ...good, domains }))).toMatchObject({ place: 'domains.1' });
  });

  test('what is written in any script is taken as it is', () => {
    for (const name of [
      'Größe & Söhne',
      'مدارس الميناء',
      'می\u200cخواهم',
      'क्\u200dष',
      '港の学校',
      'Trường học',
      '👩‍🏫'.slice(0, 2),
    ]) {
      expect([name, hasHiddenLetters(name)]).toEqual([name, false]);
    }
    const script = { ...good, organisation: '<script>alert(1)</script><img src=x onerror=alert(1)>' };
    expect(readPreset(JSON.stringify(script))).toMatchObject({
      ok: true,
      preset: { organisation: script.organisation },
    });
  });
});

describe('what is there twice, or is no field at all', () => {
  test.each([
    ['at the top', text.replace('{', '{"organisation":"Other",'), 'organisation'],
    ['deeper down', text.replace('"clientId":"x"', '"clientId":"x","clientId":"y"'), 'clientId'],
    ['in other letters', text.replace('{', String.raw`{"organ\u0069sation":"Other",`), 'organisation'],
  ])('a name twice, %s', (_name, content, place) => {
    expect(readPreset(content)).toMatchObject({ ok: false, refusal: 'preset-twice', place });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('%s', (name) => {
    const content = text.replace('{', `{"${name}":{"approved":true},`);
    expect(readPreset(content)).toMatchObject({ ok: false, refusal: 'preset-wrong-fields' });
    const inner = text.replace('"kind"', `"${name}":{"kind":"google"},"kind"`);
    expect(readPreset(inner)).toMatchObject({ ok: false, refusal: 'preset-wrong-fields' });
    expect(({} as Record<string, unknown>)['approved']).toBeUndefined();
  });
});

describe('too much of it', () => {
  test.each<[string, string, string]>([
    [
      '10,000 domains',
      JSON.stringify({ ...good, domains: Array.from({ length: 10_000 }, (_, at) => `d${at}.example`) }),
      'preset-wrong-fields',
    ],
    ['a name as long as a book', JSON.stringify({ ...good, organisation: 'x'.repeat(100_000) }), 'preset-wrong-fields'],
    [
      'lists in lists',
      text.replace('"harbour.example"', `${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      'preset-wrong-fields',
    ],
    [
      'a field in a field',
      text.replace('{', `{"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},`),
      'preset-wrong-fields',
    ],
    ['a million brackets and no end', '['.repeat(999_999), 'preset-not-json'],
    ['100 MB', ' '.repeat(6_000_001), 'preset-too-large'],
  ])('%s', (_name, content, refusal) => {
    const began = performance.now();
    expect(readPreset(content)).toMatchObject({ ok: false, refusal });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test.each([
  String.raw`https://login.microsoftonline.com\.evil.example`,
  'https://login.microsoftonline.com%2eevil.example',
  'https://pat@evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
])('%s is no sign-in page', (authority) => {
  const content = JSON.stringify({ ...good, signIn: { ...good.signIn, authority } });
  expect(readPreset(content)).toMatchObject({ ok: false, refusal: 'preset-not-https', place: 'signIn.authority' });
});
