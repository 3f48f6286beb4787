// Links from any web page: two names are understood, everything else is refused, and reading one does nothing.
import { expect, test } from 'vitest';
import { isPostkeyLink, readPresetLink } from './preset-link.ts';

const place = 'https://it.harbour.example/postkey/harbour.postkey';
const link = (query: string) => `postkey://setup?${query}`;

test('a good link, as browsers hand it over', () => {
  const read = { ok: true, url: place, address: null };
  expect(readPresetLink(link(`preset=${place}`))).toEqual(read);
  expect(readPresetLink(`postkey://setup/?preset=${encodeURIComponent(place)}`)).toEqual(read);
  expect(readPresetLink(`POSTKEY://SETUP?preset=${place}`)).toEqual(read);
  const withQuery = `${place}?a=1&b=2`;
  expect(readPresetLink(link(`preset=${encodeURIComponent(withQuery)}`))).toMatchObject({ url: withQuery });
  expect(readPresetLink(link(`preset=${place}&address=Pat%40Harbour.example`))).toMatchObject({
    ok: true,
    address: 'Pat@harbour.example',
  });
});

test.each([
  ['nothing', 'postkey:', 'link-odd'],
  ['no preset', link('address=pat@harbour.example'), 'link-odd'],
  ['another task', `postkey://token?preset=${place}`, 'link-odd'],
  ['a path', `postkey://setup/accounts?preset=${place}`, 'link-odd'],
  ['a place within', `${link(`preset=${place}`)}#x`, 'link-odd'],
  ['a name and a password', link('preset=https://pat:secret@it.harbour.example/'), 'link-odd'],
  ['a port of its own', `postkey://setup:1?preset=${place}`, 'link-odd'],
  ['another scheme', `mailto:setup?preset=${place}`, 'link-odd'],
  ['5,000 letters', link(`preset=${place}?${'x'.repeat(5_000)}`), 'link-odd'],
  ['an address that is none', link('preset=harbour'), 'link-odd'],
  ['a secret', link(`preset=${place}&clientSecret=TOPSECRET`), 'link-extra'],
  ['an option', link(`preset=${place}&practice=1`), 'link-extra'],
  ['two presets', link(`preset=${place}&preset=https://evil.example/`), 'link-extra'],
  ['http', link('preset=http://it.harbour.example/a.postkey'), 'link-not-https'],
  ['a file', link('preset=file:///etc/postkey/preset.json'), 'link-not-https'],
  ['a script', link('preset=javascript:alert(1)'), 'link-not-https'],
  ['data', link('preset=data:application/json,%7B%7D'), 'link-not-https'],
  ['itself', link(`preset=${encodeURIComponent(link(`preset=${place}`))}`), 'link-not-https'],
  ['no mail address', link(`preset=${place}&address=pat`), 'address-no-at'],
  ['a mail address with a script', link(`preset=${place}&address=<script>@harbour.example`), 'address-name-odd'],
])('a link with %s is refused', (_name, given, refusal) => {
  const read = readPresetLink(given);
  expect(read).toMatchObject({ ok: false, refusal });
  expect(JSON.stringify(read)).not.toContain('TOPSECRET');
});

test('which words are links', () => {
  expect(['postkey:x', 'POSTKEY://setup'].map(isPostkeyLink)).toEqual([true, true]);
  expect(['harbour.postkey', '/postkey:x', 'https://postkey.example'].map(isPostkeyLink)).toEqual([
    false,
    false,
    false,
  ]);
});
