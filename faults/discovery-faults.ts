// Web servers that give something else than an autoconfig file, or a file that wants to do harm.
import { createServer, type RequestOptions, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { autoconfigXml, harbourServers } from '../electron/discovery/sample-files.test-part.ts';
import { type Answer, endless, hangUp, redirectTo, silent, status } from '../electron/discovery/trial-web.test-part.ts';
import type { KeyAndCertificate } from '../electron/mail-check/trial-certificates.test-part.ts';
import type { GetOnce } from '../electron/setup/get-once.ts';
import type { Fault } from './fault.ts';
import { file, type LookUpMeeting, lookUpFault, meetNames } from './look-up-trial.ts';
import { goodKeys } from './mail-trial.ts';
import { certify } from './trial-chains.ts';

type Met = Partial<LookUpMeeting> & { readonly verdict: string };
const chooses = (fault: string): Met => ({ verdict: `autoconfig: ${fault}; the person chooses` });

const host = 'https://autoconfig.harbour.example';
/** What the domain's own server answers with when asked for its file. */
const served = (id: string, injected: string, answer: Answer, met: Met): Fault =>
  lookUpFault('discovery', id, injected, { sites: { [`${host}${file}`]: answer }, tells: 'autoconfig', ...met });

const page = '<!doctype html><title>Welcome</title>';
const xml = autoconfigXml();
const withDoctype = (inside: string): string => xml.replace('?>\n', `?>\n<!DOCTYPE clientConfig [${inside}]>\n`);
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const drip: Answer = (_request, response) => {
  const timer = setInterval(() => response.write(' '), 100);
  response.once('close', () => clearInterval(timer));
};

/** A server with that certificate behind the name, asked as Node asks. */
const behind = (id: string, injected: string, shows: () => Promise<KeyAndCertificate>): Fault => ({
  ...served(id, injected, status(404), chooses('certificate')),
  run: async (signal) => {
    const { authority } = await goodKeys();
    const server = createServer(await shows(), (_request, response) => void response.end(xml));
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const getOnce: GetOnce = (address, wish) =>
      new Promise((resolve, reject) => {
        const { hostname: servername, pathname: path } = new URL(address);
        const to: RequestOptions = { host: '127.0.0.1', port, servername, path, ca: authority.cert, agent: false };
        const asked = request({ ...to, headers: { host: servername }, signal: wish.signal }, (response) => {
          response.resume();
          resolve({ status: response.statusCode ?? 0, location: null, body: Buffer.from(xml), isWhole: true });
        });
        asked.on('error', reject);
        asked.end();
      });
    const getInstead: LookUpMeeting['getInstead'] = (url) => (url.origin === host ? getOnce : null);
    try {
      return await meetNames({ getInstead, tells: 'autoconfig' }, signal);
    } finally {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    }
  },
});

const name = 'autoconfig.harbour.example';

export const discoveryFaults: readonly Fault[] = [
  served('page', 'a page in place of the file', page, chooses('not-xml')),
  served('empty', 'an empty file', '', chooses('not-xml')),
  served('json', 'JSON in place of XML', '{"imap":{"host":"x"}}', chooses('not-xml')),
  served(
    'binary',
    'bytes that are no text',
    (_request, response) => void response.end(Buffer.alloc(400, 0xfe)),
    chooses('not-xml'),
  ),
  served('other-xml', 'XML of another kind', '<?xml version="1.0"?><rss><channel/></rss>', chooses('not-xml')),
  served('cut', 'a file that ends in the middle', xml.slice(0, 300), chooses('broken-xml')),
  served(
    'cut-off',
    'the connection is cut in the middle of the file',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(xml.slice(0, 300), () => response.destroy());
    },
    chooses('unreachable'),
  ),
  served(
    'nested',
    'a file that is nested five thousand deep',
    '<a>'.repeat(5_000) + '</a>'.repeat(5_000),
    chooses('broken-xml'),
  ),
  served(
    'billion-laughs',
    'a file with a name that would grow to a gigabyte: it does not',
    withDoctype(`<!ENTITY l0 "ha">${laughs}`).replace('Harbour Mail', '&l9;'),
    { verdict: 'autoconfig: found; found by autoconfig' },
  ),
  served(
    'other-file',
    'a file that brings in another of this computer',
    withDoctype('<!ENTITY x SYSTEM "file:///etc/hostname">').replace('Harbour Mail', '&x;'),
    chooses('broken-xml'),
  ),
  served('unencrypted', 'a file whose servers speak in the open', xml.replaceAll('SSL', 'plain'), chooses('no-use')),
  served('oversize', 'a file of a megabyte', xml + ' '.repeat(1_000_000), chooses('too-large')),
  served('endless', 'a file that goes on for a gigabyte', endless(1_000_000_000), chooses('too-large')),
  served('redirect-loop', 'a redirect to itself', redirectTo(`${host}${file}`), chooses('redirect-refused')),
  served(
    'redirect-chain',
    'one redirect after the other',
    (asked, response) => {
      const at = Number(/\d+$/u.exec(asked.url ?? '')?.[0] ?? 0);
      response.writeHead(302, { location: `${host}${file}?${at + 1}` }).end();
    },
    chooses('redirect-refused'),
  ),
  served(
    'redirect-to-open',
    'a redirect from https to http',
    redirectTo(`http://${name}${file}`),
    chooses('redirect-refused'),
  ),
  served(
    'redirect-home',
    'a redirect to this computer',
    redirectTo('https://127.0.0.1/admin'),
    chooses('redirect-refused'),
  ),
  served(
    'redirect-router',
    'a redirect to the router',
    redirectTo('https://router.local/'),
    chooses('redirect-refused'),
  ),
  served('redirect-file', 'a redirect to a file', redirectTo('file:///etc/passwd'), chooses('redirect-refused')),
  served(
    'redirect-login',
    'a redirect with a login in it',
    redirectTo('https://a:b@harbour.example/'),
    chooses('redirect-refused'),
  ),
  served('fault', '500', status(500), chooses('server-fault')),
  served('busy', '429', status(429), chooses('server-fault')),
  served('network-login', '511, network authentication required', status(511, page), chooses('portal')),
  served('hang-up', 'hangs up', hangUp, chooses('unreachable')),
  served('silent', 'silence', silent, chooses('timeout')),
  served('drip', 'a byte each tenth of a second', drip, chooses('timeout')),
  behind('self-made', 'a certificate the server made itself', () => certify({ name })),
  behind('wrong-name', 'a certificate for another name', async () =>
    certify({ name: 'www.hosting.example', by: (await goodKeys()).authority }),
  ),
  behind('expired', 'a certificate that ended', async () =>
    certify({ name, by: (await goodKeys()).authority, from: -20, to: -2 }),
  ),
  lookUpFault('discovery', 'hotel', 'a hotel’s page in place of the file over http', {
    zone: {
      'harbour.example': { a: ['192.0.2.1'] },
      [name]: { a: ['192.0.2.1'] },
      'login.hotel.example': { a: ['192.0.2.1'] },
    },
    sites: {
      [`http://${name}${file}`]: redirectTo('https://login.hotel.example/'),
      'https://login.hotel.example': page,
    },
    tells: 'autoconfig-http',
    verdict: 'autoconfig-http: portal; the person chooses',
  }),
  lookUpFault(
    'discovery',
    'changed-on-the-way',
    'a file over http that names somebody else’s servers: to be confirmed',
    {
      sites: {
        [`http://${name}${file}`]: autoconfigXml(
          harbourServers.map((each) => ({ ...each, host: 'mail.evil.example' })),
        ),
      },
      tells: 'autoconfig-http',
      verdict: 'autoconfig-http: found; found by autoconfig-http, to be confirmed',
    },
  ),
  lookUpFault('discovery', 'directory-page', 'a page in place of Microsoft’s directory', {
    sites: { 'https://login.microsoftonline.com': page },
    tells: 'microsoft',
    verdict: 'microsoft: portal; the person chooses',
  }),
  lookUpFault('discovery', 'directory-of-nobody', 'a directory of a cloud nobody knows', {
    sites: {
      'https://login.microsoftonline.com': JSON.stringify({
        issuer: 'https://evil.example/11112222-3333-4444-8555-666677778888/v2.0',
        authorization_endpoint: 'https://evil.example/x',
      }),
    },
    tells: 'microsoft',
    verdict: 'microsoft: nothing; the person chooses',
  }),
  lookUpFault('discovery', 'typed-on', 'the person goes on typing while everybody is silent', {
    sites: { [`${host}${file}`]: silent, 'https://live.thunderbird.net': silent },
    endsAfterMs: 400,
    tells: 'autoconfig',
    verdict: 'autoconfig: timeout; the person chooses',
  }),
];
