// What a link's host can do to the one fetch a person allowed: send it on, send too much, send nothing. Each ends in words.
import { expect, test } from 'vitest';
import { presetMaxBytes } from '../../../shared/preset.ts';
import type { GetOnce, GotOnce } from '../../setup/get-once.ts';
import { makeFetchPreset } from './fetch-preset.ts';
import { makePresetDesk } from './make-preset-desk.ts';

const asked = 'https://it.harbour.example/a.postkey';

function web(pages: Readonly<Record<string, Partial<GotOnce> | Error>>): {
  readonly get: GetOnce;
  readonly urls: string[];
} {
  const urls: string[] = [];
  const get: GetOnce = async (url, { maxBytes }) => {
    urls.push(url);
    const page = pages[url] ?? { status: 404 };
    if (page instanceof Error) throw page;
    const { body = new Uint8Array() } = page;
    const isWhole = body.length <= maxBytes;
    return { status: 200, location: null, ...page, body: body.subarray(0, maxBytes), isWhole };
  };
  return { get, urls };
}

const text = (content: string) => ({ body: new TextEncoder().encode(content) });
const sent = (location: string) => ({ status: 302, location });
const fetchIn = (pages: Parameters<typeof web>[0], signal = new AbortController().signal) =>
  makeFetchPreset(web(pages).get)(asked, signal);

test('brings the text, and says where it came from in the end', async () => {
  expect(await fetchIn({ [asked]: text('{}') })).toEqual({ ok: true, text: '{}', url: asked });
  const end = 'https://cdn.harbour.example/b';
  expect(await fetchIn({ [asked]: sent(end), [end]: text('{}') })).toEqual({ ok: true, text: '{}', url: end });
  expect(await fetchIn({ [asked]: sent('/b'), 'https://it.harbour.example/b': text('{}') })).toMatchObject({
    ok: true,
  });
});

test.each([
  ['to http', 'http://it.harbour.example/a'],
  ['to a file', 'file:///etc/passwd'],
  ['to this computer', 'https://localhost/a'],
  ['to this computer by number', 'https://127.0.0.1/a'],
  ['to the network’s own', 'https://[fe80::1]/a'],
  ['to a router', 'https://router/a'],
  ['with a password', 'https://pat:x@it.harbour.example/a'],
  ['in circles', asked],
])('does not follow %s', async (_name, location) => {
  expect(await fetchIn({ [asked]: sent(location) })).toMatchObject({ ok: false, refusal: 'link-led-astray' });
});

test.each<[string, Partial<GotOnce> | Error, string]>([
  ['not there', { status: 404 }, 'link-not-there'],
  ['a broken server', { status: 500 }, 'link-not-there'],
  ['100 MB', { body: new Uint8Array(presetMaxBytes + 1) }, 'preset-too-large'],
  ['bytes that are no text', { body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }, 'preset-not-json'],
  ['no connection', new Error('net::ERR_CONNECTION_REFUSED'), 'link-not-reached'],
  ['a certificate that is wrong', new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'link-not-reached'],
])('%s ends in words', async (_name, page, refusal) => {
  expect(await fetchIn({ [asked]: page })).toMatchObject({
    ok: false,
    refusal,
    ...(refusal.startsWith('link') ? { values: { host: 'it.harbour.example' } } : {}),
  });
});

test('hosts that a link may name are names', async () => {
  const { get, urls } = web({});
  const desk = makePresetDesk(get);
  for (const host of ['127.0.0.1', 'localhost', 'router', '[::1]', '0x7f.1', 'a.localhost', 'x.onion']) {
    expect(await desk.host(`https://${host}/a`)).toMatchObject({ ok: false, refusal: 'link-host-odd' });
  }
  expect(await desk.host('https://login.microsoftonline.com.evil.example/a')).toMatchObject({
    refusal: 'preset-dressed-up',
  });
  expect(await desk.host('https://it.harbour.internal:8443/a')).toMatchObject({ ok: true, host: { after: ':8443' } });
  expect(urls).toEqual([]);
});
