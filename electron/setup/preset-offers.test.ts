// An offered preset: read, shown, and used only after a yes to that very one. Links wait their turn, ask before they fetch, and rest after a no.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { doAsSecondStart, openAsAsked } from './open-as-asked.ts';
import type { Postkey } from './postkey.ts';
import { handlersOf } from './postkey-requests.ts';
import type { PresetDesk } from './preset-desk.ts';
import { smallDesk } from './small-desk.test-part.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld, preset } from './small-world.test-part.ts';

const servers = { imap: { host: 'imap.lighthouse.example', port: 993, security: 'tls' } };
const other = { ...preset, organisation: 'Lighthouse Board', domains: ['lighthouse.example'], servers };
const text = JSON.stringify(other);
const link = 'postkey://setup?preset=https%3A%2F%2Fit.lighthouse.example%2Fa.postkey&address=pat@lighthouse.example';
const nothing = { practice: false, address: null, caseFile: null, preset: null, opened: null, link: null };

let taken: string[];
let desk: { -readonly [K in keyof PresetDesk]: PresetDesk[K] };
let time: number;

function start(): { readonly postkey: Postkey; readonly handlers: ReturnType<typeof handlersOf> } {
  const small = makeSmallWorld();
  const world = { ...small.world, clock: { ...small.world.clock, now: () => time } };
  const { postkey } = startPostkey({ accounts: [account] }, { ...small, world, presetDesk: desk });
  vi.spyOn(postkey.parts.shelf, 'take').mockImplementation(async (given) => {
    taken.push(given);
    return { accepted: true };
  });
  return { postkey, handlers: handlersOf(postkey) };
}

const offerOf = (postkey: Postkey) => postkey.state().presetOffer;
const idOf = (postkey: Postkey): string => offerOf(postkey)?.id ?? '';

beforeEach(() => {
  taken = [];
  desk = { ...smallDesk };
  time = 1_000_000;
});
afterEach(stopPostkeys);

test('a dropped preset is shown beside the one in force, and used only after a yes', async () => {
  const { postkey, handlers } = start();
  expect(await handlers['preset.take']({ name: 'lighthouse.postkey', text })).toEqual({ accepted: true });
  expect(offerOf(postkey)).toMatchObject({
    stage: 'preset',
    origin: { kind: 'drop', name: 'lighthouse.postkey' },
    facts: { organisation: 'Lighthouse Board' },
    before: { organisation: 'Harbour Schools' },
    changed: ['organisation', 'domains'],
    accounts: 1,
  });
  expect(taken).toEqual([]);
  expect(await handlers['preset.accept']({ id: idOf(postkey) })).toEqual({ accepted: true });
  expect(taken).toEqual([text]);
  expect(offerOf(postkey)).toBeUndefined();
});

test('a no changes nothing, and a late answer is to no other question', async () => {
  const { postkey, handlers } = start();
  await handlers['preset.take']({ name: 'a.postkey', text });
  const id = idOf(postkey);
  await handlers['preset.decline']({ id });
  expect(offerOf(postkey)).toBeUndefined();
  await handlers['preset.take']({ name: 'b.postkey', text: JSON.stringify({ ...other, organisation: 'Evil' }) });
  expect(await handlers['preset.accept']({ id })).toMatchObject({ accepted: false, refusal: 'preset-answered' });
  expect(taken).toEqual([]);
});

test('a second one takes no question’s place', async () => {
  const { postkey, handlers } = start();
  await handlers['preset.take']({ name: 'a.postkey', text });
  const before = offerOf(postkey);
  const refused = { accepted: false, refusal: 'preset-one-at-a-time' };
  expect(await handlers['preset.take']({ name: 'b.postkey', text })).toMatchObject(refused);
  expect(await postkey.presetOffers.offerLink(link)).toMatchObject(refused);
  expect(offerOf(postkey)).toEqual(before);
});

test('what the desk refuses is never shown', async () => {
  desk.judge = async () => ({ ok: false, refusal: 'preset-dressed-up', values: { host: 'a', known: 'b' } });
  const { postkey, handlers } = start();
  expect(await handlers['preset.take']({ name: 'a.postkey', text })).toMatchObject({ refusal: 'preset-dressed-up' });
  expect(offerOf(postkey)).toBeUndefined();
});

test('a link asks first, then fetches, then shows; the yes sets up the address it names', async () => {
  const asked: string[] = [];
  desk.fetch = async (url) => {
    asked.push(url);
    return { ok: true, text, url };
  };
  const { postkey, handlers } = start();
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
  desk.fetch = async () => ({ ok: true, text, url: 'https://cdn.example.net/a.postkey' });
  const { postkey, handlers } = start();
  await postkey.presetOffers.offerLink(link);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({
    origin: { kind: 'link', host: { domain: 'cdn.example.net' }, ledFrom: { domain: 'it.lighthouse.example' } },
  });
});

test('a fetch that brought nothing says why and can be tried again; a no ends one under way', async () => {
  const { postkey, handlers } = start();
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
  desk.fetch = async (url) => ({ ok: true, text: JSON.stringify({ ...other, ...change }), url });
  const { postkey, handlers } = start();
  await postkey.presetOffers.offerLink(link);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({ stage: 'link', refused: { refusal } });
  expect(JSON.stringify(postkey.state())).not.toContain('TOPSECRET');
});

test('after a no links rest, each time longer; a yes ends that', async () => {
  const { postkey, handlers } = start();
  const no = async (): Promise<void> => {
    await postkey.presetOffers.offerLink(link);
    await handlers['preset.decline']({ id: idOf(postkey) });
  };
  await no();
  expect(postkey.presetOffers.takesLinks()).toBe(false);
  expect(await postkey.presetOffers.offerLink(link)).toMatchObject({ refusal: 'link-too-soon' });
  time += 30_000;
  await no();
  time += 30_000;
  expect(await postkey.presetOffers.offerLink(link)).toMatchObject({ refusal: 'link-too-soon' });
  time += 30_000;
  expect(await postkey.presetOffers.offerLink(link)).toEqual({ accepted: true });
  await handlers['preset.decline']({ id: idOf(postkey) });
  // A file is somebody's own act at this computer.
  expect(await handlers['preset.take']({ name: 'a.postkey', text })).toEqual({ accepted: true });
});

test('the first start uses the preset it names; a second start asks', async () => {
  const named = { name: 'a.json', file: { text, caPem: null } };
  const { postkey } = start();
  await openAsAsked(postkey, { ...nothing, preset: named, beside: null, settingsSetAside: null });
  expect(taken).toEqual([text]);
  await doAsSecondStart(postkey, { ...nothing, preset: named });
  expect(taken).toEqual([text]);
  expect(offerOf(postkey)).toMatchObject({ stage: 'preset', origin: { kind: 'file', name: 'a.json' } });
});

test('a first start that opens a file asks, and says what it cannot read', async () => {
  const { postkey } = start();
  await openAsAsked(postkey, {
    ...nothing,
    opened: { name: 'a.postkey', file: { text, caPem: null } },
    beside: null,
    settingsSetAside: null,
  });
  expect(taken).toEqual([]);
  expect(offerOf(postkey)).toMatchObject({ stage: 'preset' });
  await doAsSecondStart(postkey, { ...nothing, opened: { name: 'b.postkey', file: 'unreadable' } });
  expect(postkey.state().notices).toMatchObject([{ code: 'preset-refused', values: { refusal: 'file-unreadable' } }]);
});

test('one whose certificate file is elsewhere is refused', async () => {
  const { postkey } = start();
  const file = { text: JSON.stringify({ ...other, caFile: '../../ca.pem' }), caPem: null, caFileIsAway: true as const };
  expect(await postkey.presetOffers.offer(file, { kind: 'file', name: 'a' })).toMatchObject({
    refusal: 'preset-ca-file-away',
  });
});

test('a preset beside Postkey is offered where nothing is set up, and not again after a no', async () => {
  const beside = { name: 'preset.postkey', file: { text, caPem: null, mark: 'one' } };
  const asked = { ...nothing, beside, settingsSetAside: null };
  const small = makeSmallWorld();
  const world = { ...small.world, preset: () => null };
  const { postkey } = startPostkey({}, { ...small, world });
  await openAsAsked(postkey, asked);
  expect(offerOf(postkey)).toMatchObject({ origin: { kind: 'beside', name: 'preset.postkey' } });
  await handlersOf(postkey)['preset.decline']({ id: idOf(postkey) });
  await openAsAsked(postkey, asked);
  expect(offerOf(postkey)).toBeUndefined();
  const newer = { ...beside, file: { ...beside.file, mark: 'two' } };
  await openAsAsked(postkey, { ...asked, beside: newer });
  expect(offerOf(postkey)).toBeDefined();
  // Here is an account, and a preset in force.
  const other = start();
  await openAsAsked(other.postkey, asked);
  expect(offerOf(other.postkey)).toBeUndefined();
});
