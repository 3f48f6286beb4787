// Who is behind a mail filter, and what Microsoft's directory tells of a domain and what it does not.
import { expect, test } from 'vitest';
import { tryLookUp } from './trial-look-up.test-part.ts';
import { late, status } from './trial-web.test-part.ts';

const a = ['192.0.2.10'];
const website = { 'https://harbour.example': status(404), 'http://harbour.example': status(404) };
const ownTenant = '11112222-3333-4444-8555-666677778888';
const directory = `https://login.microsoftonline.com/harbour.example/v2.0/.well-known/openid-configuration`;

function documentOf(host: string, region?: string): string {
  return JSON.stringify({
    issuer: `https://${host}/${ownTenant}/v2.0`,
    authorization_endpoint: `https://${host}/${ownTenant}/oauth2/v2.0/authorize`,
    ...(region === undefined ? {} : { tenant_region_sub_scope: region }),
  });
}
const inDirectory = {
  [directory]: documentOf('login.microsoftonline.com'),
  'https://login.microsoftonline.com/getuserrealm.srf': JSON.stringify({
    NameSpaceType: 'Managed',
    FederationBrandName: 'Harbour Schools',
  }),
};

test('the alias autodiscover, with the organisation’s directory', async () => {
  const { outcome, said } = await tryLookUp({
    zone: {
      'harbour.example': { mx: [[10, 'mx.hoster.example']] },
      'autodiscover.harbour.example': { cname: 'autodiscover.outlook.com' },
    },
    sites: inDirectory,
  });
  expect(outcome).toMatchObject({
    value: [{ source: 'microsoft', organisation: 'Harbour Schools', is: { tenant: ownTenant, cloud: 'global' } }],
  });
  expect(said.microsoft).toMatchObject({ state: 'found', sent: 'domain' });
});

test('Microsoft behind a mail filter, of which the domain is told and nothing more', async () => {
  const { outcome, said, web } = await tryLookUp({
    zone: { 'harbour.example': { mx: [[10, 'eu-smtp-inbound-1.mimecast.com']] } },
    sites: inDirectory,
  });
  expect(outcome).toMatchObject({ value: [{ source: 'microsoft', is: { kind: 'work', tenant: ownTenant } }] });
  expect(said.mx).toMatchObject({ state: 'nothing', provider: 'Mimecast' });
  expect(web.asked).toContain(
    'https://login.microsoftonline.com/getuserrealm.srf?login=postkey%40harbour.example&json=1',
  );
});

test('Google behind a mail filter, though the organisation has a directory at Microsoft', async () => {
  const { outcome } = await tryLookUp({
    zone: {
      'harbour.example': {
        mx: [[10, 'mx1.harbour.iphmx.com']],
        txt: ['google-site-verification=x', 'v=spf1 include:_spf.google.com include:mail.example ~all'],
      },
    },
    sites: inDirectory,
  });
  expect(outcome).toMatchObject({ value: [{ source: 'mx', is: { signIn: 'google' } }] });
});

test('Google behind a mail filter that has a host of the organisation’s own for its bad days', async () => {
  const { outcome } = await tryLookUp({
    zone: {
      'harbour.example': {
        mx: [
          [10, 'mx1.harbour.iphmx.com'],
          [50, 'backup.harbour.example'],
        ],
        txt: ['v=spf1 include:_spf.google.com ~all'],
      },
    },
    sites: inDirectory,
  });
  expect(outcome).toMatchObject({ value: [{ source: 'mx', is: { signIn: 'google' } }] });
});

test('a provider that stands openly beside the filter is not hidden by it', async () => {
  const { outcome } = await tryLookUp({
    zone: {
      'harbour.example': {
        mx: [
          [10, 'mx1.harbour.iphmx.com'],
          [50, 'aspmx.l.google.com'],
        ],
      },
    },
    sites: inDirectory,
  });
  expect(outcome).toMatchObject({ value: [{ source: 'mx', is: { signIn: 'google' } }] });
  expect(outcome.ok && outcome.value).toHaveLength(1);
});

test('a directory alone proves no mailbox', async () => {
  const { outcome, said } = await tryLookUp({
    zone: { 'harbour.example': { mx: [[10, 'mx.harbour.example']], a }, 'mx.harbour.example': { a } },
    sites: { ...website, ...inDirectory },
  });
  expect(outcome).toEqual({ ok: true, value: [] });
  expect(said.microsoft).toMatchObject({ state: 'nothing' });
});

test.each([
  ['login.microsoftonline.us', 'DODCON', 'us-gov'],
  ['login.microsoftonline.us', 'DOD', 'us-dod'],
  ['login.partner.microsoftonline.cn', undefined, 'china'],
  ['login.microsoftonline.com', 'GCC', 'global'],
])('the cloud, by the directory’s own word: %s %s', async (host, region, cloud) => {
  const { outcome } = await tryLookUp({
    zone: { 'harbour.example': { mx: [[10, 'x.pphosted.com']] } },
    sites: { ...inDirectory, [directory]: documentOf(host, region) },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'microsoft', is: { cloud, tenant: ownTenant } }] });
});

test('MX at Microsoft waits for whose directory it is', async () => {
  const { outcome } = await tryLookUp({
    zone: { 'harbour.example': { mx: [[0, 'harbour-example.mail.protection.outlook.com']] } },
    sites: { ...inDirectory, [directory]: late(150, documentOf('login.microsoftonline.com')) },
  });
  expect(outcome).toMatchObject({
    value: [{ source: 'mx', organisation: 'Harbour Schools', is: { tenant: ownTenant } }],
  });
});
