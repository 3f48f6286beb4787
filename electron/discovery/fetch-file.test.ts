// A file from a server nobody vouches for, over real sockets.
import { afterEach, expect, test } from 'vitest';
import { makeFetchFile } from './fetch-file.ts';
import {
  endless,
  hangUp,
  openTrialWeb,
  redirectTo,
  type Sites,
  silent,
  status,
  type TrialWeb,
} from './trial-web.test-part.ts';

let web: TrialWeb | undefined;
afterEach(() => web?.stop());

const asked = 'https://autoconfig.harbour.example/file.xml';
const page = '<!DOCTYPE html><title>Welcome</title>';

async function fetchIt(sites: Sites, signal = new AbortController().signal, url = asked) {
  web = await openTrialWeb(sites, (host) => host.endsWith('.example'));
  return makeFetchFile(web.getOnce, signal)(url);
}

const failed = (fault: string) => ({ kind: 'failed', fault });

test.each<[string, Sites, object]>([
  ['a file', { [asked]: '<x/>' }, { kind: 'file', text: '<x/>' }],
  ['no such file', { [asked]: status(404) }, { kind: 'nothing' }],
  ['nothing in it that one may see', { [asked]: status(403, page) }, { kind: 'nothing' }],
  ['an empty answer', { [asked]: status(204) }, { kind: 'nothing' }],
  ['a fault of the server', { [asked]: status(503, page) }, failed('server-fault')],
  ['too many questions', { [asked]: status(429) }, failed('server-fault')],
  ['the network wants a sign-in (RFC 6585)', { [asked]: status(511, page) }, failed('portal')],
  ['a page', { [asked]: page }, { kind: 'page', elsewhere: false }],
  ['a page after a comment in capitals', { [asked]: '\n <HTML><body>' }, { kind: 'page', elsewhere: false }],
  ['a connection that breaks', { [asked]: hangUp }, failed('unreachable')],
  ['an open port with nobody behind', { 'https://other.example': '' }, failed('unreachable')],
  [
    'a file one redirect away',
    { [asked]: redirectTo('/there.xml', 308), 'https://autoconfig.harbour.example/there.xml': '<x/>' },
    { kind: 'file', text: '<x/>' },
  ],
  [
    'a page of another owner',
    { [asked]: redirectTo('https://login.hotel.example/'), 'https://login.hotel.example/': page },
    { kind: 'page', elsewhere: true },
  ],
  ['a loop', { [asked]: redirectTo(asked) }, failed('redirect-refused')],
  ['a redirect to nowhere', { [asked]: status(302) }, { kind: 'nothing' }],
])('%s', async (_what, sites, expected) => expect(await fetchIt(sites)).toEqual(expected));

test.each([
  'http://autoconfig.harbour.example/file.xml',
  'https://127.0.0.1/file.xml',
  'https://2130706433/file.xml',
  'https://[::1]/file.xml',
  'https://192.168.1.1/file.xml',
  'https://localhost/file.xml',
  'https://printer.local/file.xml',
  'https://PRINTER.LOCAL./file.xml',
  'https://metadata.google.internal/file.xml',
  'https://router.home.arpa/file.xml',
  'https://router.lan/file.xml',
  'https://0x7f.1/file.xml',
  'https://intranet/file.xml',
  'https://autoconfig.harbour.example:8443/file.xml',
  'https://pat@autoconfig.harbour.example/file.xml',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/xml,<x/>',
  'ftp://autoconfig.harbour.example/file.xml',
  'https://',
])('does not follow to %s', async (location) => {
  expect(await fetchIt({ [asked]: redirectTo(location) })).toEqual(failed('redirect-refused'));
  expect(web?.asked).toEqual([asked]);
});

test('follows three redirects and no fourth', async () => {
  const step = (number: number) => `https://www.harbour.example/${number}`;
  const steps = { [asked]: redirectTo(step(1)), [step(1)]: redirectTo(step(2)), [step(2)]: redirectTo(step(3)) };
  expect(await fetchIt({ ...steps, [step(3)]: '<x/>' })).toMatchObject({ kind: 'file' });
  await web?.stop();
  expect(await fetchIt({ ...steps, [step(3)]: redirectTo(step(4)), [step(4)]: '<x/>' })).toEqual(
    failed('redirect-refused'),
  );
});

test('goes from the open web to the safe one', async () => {
  const open = 'http://autoconfig.harbour.example/file.xml';
  expect(await fetchIt({ [open]: redirectTo(asked), [asked]: '<x/>' }, undefined, open)).toMatchObject({
    kind: 'file',
  });
});

test('leaves fifty megabytes where they are', async () => {
  expect(await fetchIt({ [asked]: endless(50_000_000) })).toEqual(failed('too-large'));
  await expect.poll(() => web?.open()).toBe(0);
});

test('lets go of a silent server when the look-up ends', async () => {
  const ending = new AbortController();
  const waiting = fetchIt({ [asked]: silent }, ending.signal);
  await expect.poll(() => web?.asked.length).toBe(1);
  ending.abort();
  expect(await waiting).toEqual(failed('timeout'));
  await expect.poll(() => web?.open()).toBe(0);
});

test('a name that leads nowhere', async () => {
  expect(await fetchIt({}, undefined, 'https://autoconfig.harbour.test/x')).toEqual({ kind: 'no-such-name' });
});
