// An offered preset: read, shown, and used only after a yes to that very one; accounts that are there keep what they have.
import { afterEach, expect, test, vi } from 'vitest';
import { doAsSecondStart, openAsAsked } from './open-as-asked.ts';
import { handlersOf } from './postkey-requests.ts';
import { idOf, link, nothing, offerOf, other, startOffering, text } from './preset-offers.test-part.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld, preset } from './small-world.test-part.ts';

afterEach(stopPostkeys);

test('a dropped preset is shown beside the one in force, and used only after a yes', async () => {
  const { postkey, handlers, taken } = startOffering();
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
  const { postkey, handlers, taken } = startOffering();
  await handlers['preset.take']({ name: 'a.postkey', text });
  const id = idOf(postkey);
  await handlers['preset.decline']({ id });
  expect(offerOf(postkey)).toBeUndefined();
  await handlers['preset.take']({ name: 'b.postkey', text: JSON.stringify({ ...other, organisation: 'Evil' }) });
  expect(await handlers['preset.accept']({ id })).toMatchObject({ accepted: false, refusal: 'preset-answered' });
  expect(taken).toEqual([]);
});

test('a second one takes no question’s place', async () => {
  const { postkey, handlers } = startOffering();
  await handlers['preset.take']({ name: 'a.postkey', text });
  const before = offerOf(postkey);
  const refused = { accepted: false, refusal: 'preset-one-at-a-time' };
  expect(await handlers['preset.take']({ name: 'b.postkey', text })).toMatchObject(refused);
  expect(await postkey.presetOffers.offerLink(link)).toMatchObject(refused);
  expect(offerOf(postkey)).toEqual(before);
});

test('what the desk refuses is never shown', async () => {
  const { postkey, handlers, desk } = startOffering();
  desk.judge = async () => ({ ok: false, refusal: 'preset-dressed-up', values: { host: 'a', known: 'b' } });
  expect(await handlers['preset.take']({ name: 'a.postkey', text })).toMatchObject({ refusal: 'preset-dressed-up' });
  expect(offerOf(postkey)).toBeUndefined();
});

test('the first start uses the preset it names; a second start asks', async () => {
  const { postkey, taken } = startOffering();
  const named = { name: 'a.json', file: { text, caPem: null } };
  await openAsAsked(postkey, { ...nothing, preset: named, beside: null, settingsSetAside: null });
  expect(taken).toEqual([text]);
  await doAsSecondStart(postkey, { ...nothing, preset: named });
  expect(taken).toEqual([text]);
  expect(offerOf(postkey)).toMatchObject({ stage: 'preset', origin: { kind: 'file', name: 'a.json' } });
});

test('a first start that opens a file asks, and says what it cannot read', async () => {
  const { postkey, taken } = startOffering();
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
  const { postkey } = startOffering();
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
  const another = startOffering();
  await openAsAsked(another.postkey, asked);
  expect(offerOf(another.postkey)).toBeUndefined();
});

test('one that is laid down for the computer is locked: another is refused before anybody sees it', async () => {
  const { postkey, handlers, desk } = startOffering();
  const locked = { accepted: false, refusal: 'preset-locked', values: { organisation: 'Harbour Schools' } } as const;
  vi.spyOn(postkey.parts.shelf, 'locks').mockReturnValue(locked);
  expect(await handlers['preset.take']({ name: 'a.postkey', text })).toEqual(locked);
  desk.fetch = async (url) => ({ ok: true, text, url });
  await postkey.presetOffers.offerLink(link);
  await handlers['preset.fetch']({ id: idOf(postkey) });
  expect(offerOf(postkey)).toMatchObject({ stage: 'link', refused: { refusal: 'preset-locked' } });
});

test('accounts that are set up keep their sign-in, also when they sign in again', async () => {
  const { postkey, handlers, taken } = startOffering();
  const before = postkey.accounts();
  const elsewhere = {
    ...other,
    domains: ['harbour.example'],
    signIn: { ...other.signIn, issuer: 'https://evil.example' },
  };
  await handlers['preset.take']({ name: 'a.postkey', text: JSON.stringify(elsewhere) });
  await handlers['preset.accept']({ id: idOf(postkey) });
  expect(taken).toHaveLength(1);
  expect(postkey.accounts()).toEqual(before);
  await handlers['account.signInAgain']({ id: account.id });
  expect(postkey.state().setup?.provider?.is).toEqual(account.provider);
  expect(postkey.state().setup?.registration).toEqual(account.registration);
});

test('a preset for a course leads to practice, and never takes a set-up that is under way', async () => {
  const small = makeSmallWorld();
  let inForce: ReturnType<typeof small.world.preset> = null;
  const world = { ...small.world, preset: () => inForce };
  const { postkey } = startPostkey({}, { ...small, world });
  const course = JSON.stringify({ ...other, practice: true });
  vi.spyOn(postkey.parts.shelf, 'take').mockImplementation(async () => {
    inForce = { ...preset, practice: true };
    return { accepted: true };
  });
  const handlers = handlersOf(postkey);
  await handlers['setup.start']({ practice: false });
  await handlers['preset.take']({ name: 'course.postkey', text: course });
  expect(await handlers['preset.accept']({ id: idOf(postkey) })).toEqual({ accepted: true });
  const practising = postkey.setup()?.view();
  expect(practising?.practice).toBe(true);
  await handlers['preset.take']({ name: 'course.postkey', text: course });
  await handlers['preset.accept']({ id: idOf(postkey) });
  expect(postkey.setup()?.view().id).toBe(practising?.id);
});
