// One test for each source: what it brings when it alone knows the answer, and what it sends for it.
import { expect, test } from 'vitest';
import { autoconfigXml, harbourServers } from './sample-files.test-part.ts';
import { tryLookUp } from './trial-look-up.test-part.ts';
import { status } from './trial-web.test-part.ts';

const a = ['192.0.2.10'];
const home = { 'harbour.example': { a }, 'autoconfig.harbour.example': { a } };
const file = '/mail/config-v1.1.xml';
const website = { 'https://harbour.example': status(404), 'http://harbour.example': status(404) };
const imap = { host: 'imap.harbour.example', port: 993, security: 'tls' };

test('the provider’s own file', async () => {
  const { outcome, said, web } = await tryLookUp({
    zone: home,
    sites: { ...website, [`https://autoconfig.harbour.example${file}`]: autoconfigXml() },
  });
  expect(outcome).toMatchObject({
    ok: true,
    value: [{ source: 'autoconfig', is: { id: 'own', name: 'Harbour Mail', signIn: 'password', servers: { imap } } }],
  });
  expect(outcome.ok && outcome.value[0]?.unsure).toBeUndefined();
  expect(said.autoconfig).toMatchObject({ state: 'found', sent: 'domain', provider: 'Harbour Mail' });
  expect(web.asked.join(' ')).not.toContain('pat');
  for (const headers of web.headers) expect(Object.keys(headers).sort()).toEqual(['connection', 'host']);
});

test('its well-known place', async () => {
  const { outcome, said } = await tryLookUp({
    zone: { 'harbour.example': { a } },
    sites: { [`https://harbour.example/.well-known/autoconfig${file}`]: autoconfigXml() },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'well-known', is: { servers: { imap } } }] });
  expect(said.autoconfig).toMatchObject({ state: 'nothing' });
});

test('the ISPDB', async () => {
  const { outcome, web } = await tryLookUp({
    zone: { 'harbour.example': { a } },
    sites: { ...website, 'https://live.thunderbird.net/autoconfig/v1.1/harbour.example': autoconfigXml() },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'ispdb' }] });
  expect(web.asked).toContain('https://live.thunderbird.net/autoconfig/v1.1/harbour.example');
});

test.each([
  ['aspmx.l.google.com', 'google'],
  ['harbour-example.mail.protection.outlook.com', 'microsoft'],
])('an MX that we know: %s', async (host, signIn) => {
  const { outcome, said } = await tryLookUp({
    zone: {
      'harbour.example': {
        mx: [
          [20, 'mx.old.example'],
          [10, host],
        ],
      },
    },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'mx', is: { signIn } }] });
  expect(outcome.ok && outcome.value[0]?.unsure).toBeUndefined();
  expect(said.mx).toMatchObject({ state: 'found' });
});

test('the files of whoever takes the mail, which are unsure', async () => {
  const hosted = [
    { type: 'imap', host: 'imap.hoster.example', port: 993 },
    { type: 'smtp', host: 'smtp.hoster.example', port: 465 },
  ];
  const { outcome, web } = await tryLookUp({
    zone: {
      'harbour.example': { mx: [[10, 'mx1.in.hoster.example']] },
      'autoconfig.hoster.example': { a },
    },
    sites: { [`https://autoconfig.hoster.example${file}`]: autoconfigXml(hosted, '', 'Hoster') },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'mx', unsure: 'dns', is: { name: 'harbour.example' } }] });
  expect(web.asked).toContain('https://live.thunderbird.net/autoconfig/v1.1/in.hoster.example');
});

test('the same, with servers in the mail’s own domain, which are not', async () => {
  const { outcome } = await tryLookUp({
    zone: { 'harbour.example': { mx: [[10, 'mx.hoster.example']] }, 'autoconfig.hoster.example': { a } },
    sites: { [`https://autoconfig.hoster.example${file}`]: autoconfigXml(harbourServers) },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'mx' }] });
  expect(outcome.ok && outcome.value[0]?.unsure).toBeUndefined();
});

test('SRV records: encrypted from the start first, lowest priority, highest weight, "." is none', async () => {
  const { outcome } = await tryLookUp({
    zone: {
      '_imaps._tcp.harbour.example': {
        srv: [
          [10, 5, 993, 'later.hoster.example'],
          [0, 1, 993, 'light.hoster.example'],
          [0, 9, 1993, 'Heavy.hoster.example'],
        ],
      },
      '_imap._tcp.harbour.example': { srv: [[0, 0, 143, 'open.hoster.example']] },
      '_pop3s._tcp.harbour.example': { srv: [[0, 0, 0, '']] },
      '_submission._tcp.harbour.example': { srv: [[0, 0, 587, 'send.hoster.example']] },
    },
  });
  expect(outcome).toMatchObject({
    value: [
      {
        source: 'srv',
        unsure: 'dns',
        is: {
          signIn: 'password',
          servers: {
            imap: { host: 'heavy.hoster.example', port: 1993, security: 'tls' },
            smtp: { host: 'send.hoster.example', port: 587, security: 'starttls' },
          },
        },
      },
    ],
  });
  expect(outcome.ok && outcome.value[0]?.is.servers.pop).toBeUndefined();
});

test('SRV records that lead to a built-in provider get its sign-in', async () => {
  const { outcome } = await tryLookUp({
    zone: { '_imaps._tcp.harbour.example': { srv: [[0, 0, 993, 'outlook.office365.com']] } },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'srv', is: { signIn: 'microsoft' } }] });
});

test('the open web last, unsure and under no name of its choosing', async () => {
  const { outcome } = await tryLookUp({
    zone: home,
    sites: {
      ...website,
      [`https://autoconfig.harbour.example${file}`]: status(404),
      [`http://autoconfig.harbour.example${file}`]: autoconfigXml(harbourServers, '', 'Microsoft 365'),
    },
  });
  expect(outcome).toMatchObject({
    value: [{ source: 'autoconfig-http', unsure: 'http', is: { name: 'harbour.example' } }],
  });
});

test('a built-in domain and a preset’s are looked up without asking anybody', async () => {
  const { outcome, said, names, web } = await tryLookUp({ zone: {}, address: 'pat@gmail.com' });
  expect(outcome).toMatchObject({ value: [{ source: 'built-in' }] });
  expect(said).toMatchObject({ 'built-in': { state: 'found', sent: 'nothing' }, mx: { state: 'not-asked' } });
  expect([names.asked, web.asked]).toEqual([[], []]);
});

test('a domain in another script goes over the line in its ASCII form', async () => {
  const { outcome, names, web } = await tryLookUp({
    address: 'jürgen@müller.example',
    zone: { 'xn--mller-kva.example': { a }, 'autoconfig.xn--mller-kva.example': { a } },
    sites: { [`https://autoconfig.xn--mller-kva.example${file}`]: autoconfigXml() },
  });
  expect(outcome).toMatchObject({ value: [{ source: 'autoconfig' }] });
  expect(names.asked).toContain('MX xn--mller-kva.example');
  expect([...names.asked, ...web.asked].join()).not.toMatch(/jürgen|j%C3/u);
});
