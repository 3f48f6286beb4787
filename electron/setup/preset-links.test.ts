// Links to presets: they ask before anybody is asked, wait their turn, say why nothing came, and rest after a no.
import { afterEach, expect, test } from 'vitest';
import { doAsSecondStart } from './open-as-asked.ts';
import { idOf, link, nothing, offerOf, other, startOffering, text } from './preset-offers.test-part.ts';
import { stopPostkeys } from './small-postkey.test-part.ts';

afterEach(stopPostkeys);

test('a link asks first, then fetches, then shows; the yes sets up the address it names', async () => {
  const { postkey, handlers, desk, taken } = startOffering();
  const asked: string[] = [];
  desk.fetch = async (url) => {
    asked.push(url);
    return { ok: true, text, url };
  };
  await doAsSecondStart(postkey, { ...nothing, link });
  expect(offerOf(postkey)).toMatchObject({ stage: 'link', host: { domain: 'it.lighthouse.example' }, fetching: false });
  expect(asked).toEqual([]);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(asked).toEqual(['https://it.lighthouse.example/a.postkey']);
  expect(offerOf(postkey)).toMatchObject({
    stage: 'preset',
    origin: { kind: 'link' },
    address: 'pat@lighthouse.example',
  });
  expect(taken).toEqual([]);
  await handlers['preset.accept']({ id: idOf(postkey) });
  expect(taken).toEqual([text]);
  expect(postkey.state().setup?.address).toBe('pat@lighthouse.example');
});

test('a link that was led on shows both hosts', async () => {
  const { postkey, handlers, desk } = startOffering();
  desk.fetch = async () => ({ ok: true, text, url: 'https://cdn.example.net/a.postkey' });
  await postkey.presetOffers.offerLink(link);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({
    origin: { kind: 'link', host: { domain: 'cdn.example.net' }, ledFrom: { domain: 'it.lighthouse.example' } },
  });
});

test('a fetch that brought nothing says why and can be tried again; a no ends one under way', async () => {
  const { postkey, handlers, desk } = startOffering();
  desk.fetch = async () => ({
    ok: false,
    refusal: 'link-not-there',
    values: { host: 'it.lighthouse.example', status: 404 },
  });
  await postkey.presetOffers.offerLink(link);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({ stage: 'link', fetching: false, refused: { refusal: 'link-not-there' } });
  let ended = false;
  desk.fetch = (_url, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        ended = true;
        resolve({ ok: true, text, url: 'https://late.example/' });
      });
    });
  const late = handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({ fetching: true });
  await handlers['preset.decline']({ id: idOf(postkey) });
  await late;
  expect(ended).toBe(true);
  expect(offerOf(postkey)).toBeUndefined();
});

test.each([
  ['a client secret', { signIn: { ...other.signIn, clientSecret: 'TOPSECRET' } }, 'link-brings-secret'],
  ['a certificate file', { caFile: 'ca.pem' }, 'link-brings-ca-file'],
  ['an http page', { signIn: { ...other.signIn, issuer: 'http://id.example' } }, 'preset-not-https'],
])('a link that brings %s is refused with words, without a value', async (_name, change, refusal) => {
  const { postkey, handlers, desk } = startOffering();
  desk.fetch = async (url) => ({ ok: true, text: JSON.stringify({ ...other, ...change }), url });
  await postkey.presetOffers.offerLink(link);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({ stage: 'link', refused: { refusal } });
  expect(JSON.stringify(postkey.state())).not.toContain('TOPSECRET');
});

test('after a no links rest, each time longer; a yes ends that', async () => {
  const { postkey, handlers, pass } = startOffering();
  const no = async (): Promise<void> => {
    await postkey.presetOffers.offerLink(link);
    await handlers['preset.decline']({ id: idOf(postkey) });
  };
  await no();
  expect(postkey.presetOffers.takesLinks()).toBe(false);
  expect(await postkey.presetOffers.offerLink(link)).toMatchObject({ refusal: 'link-too-soon' });
  pass(30_000);
  await no();
  pass(30_000);
  expect(await postkey.presetOffers.offerLink(link)).toMatchObject({ refusal: 'link-too-soon' });
  pass(30_000);
  expect(await postkey.presetOffers.offerLink(link)).toEqual({ accepted: true });
  await handlers['preset.decline']({ id: idOf(postkey) });
  // A file is somebody's own act at this computer.
  expect(await handlers['preset.take']({ name: 'a.postkey', text })).toEqual({ accepted: true });
});
