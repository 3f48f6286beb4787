// When nothing is found, or nothing true: which domain has no mail, which name service does not answer, who answers for every name.
import { describe, expect, test } from 'vitest';
import { lookUpSources } from '../../shared/look-up.ts';
import { explainNameError } from './name-service.ts';
import { autoconfigXml } from './sample-files.test-part.ts';
import { quickClock, tryLookUp } from './trial-look-up.test-part.ts';
import { redirectTo, status } from './trial-web.test-part.ts';

const a = ['192.0.2.10'];
const file = '/mail/config-v1.1.xml';
const page = '<!DOCTYPE html><title>Welcome</title>';
const website = { 'https://harbour.example': status(404), 'http://harbour.example': status(404) };

describe('the domain', () => {
  test('is nobody’s', async () => {
    const { outcome, said } = await tryLookUp({ zone: {} });
    expect(outcome).toEqual({
      ok: false,
      problem: { code: 'domain-unknown', facts: { domain: 'harbour.example', suggestion: '' } },
    });
    expect(said.autoconfig).toMatchObject({ state: 'nothing', asked: 'autoconfig.harbour.example' });
  });

  test('is too long to be anybody’s', async () => {
    const { outcome } = await tryLookUp({ zone: {}, address: `pat@${'ü'.repeat(63)}.example` });
    expect(outcome).toMatchObject({ problem: { code: 'domain-unknown' } });
  });

  test('is unknown to a name service that knows nobody outside: nothing is said of the domain', async () => {
    const { outcome, said } = await tryLookUp({
      zone: {},
      nobodyOutside: true,
      sites: { 'https://live.thunderbird.net': status(404) },
    });
    expect(said.mx).toMatchObject({ state: 'failed', fault: 'name-service-silent' });
    expect(outcome).toEqual({ ok: true, value: [] });
  });

  test('is a slip of the finger', async () => {
    const { outcome } = await tryLookUp({ zone: {}, address: 'pat@gmial.com' });
    expect(outcome).toMatchObject({ problem: { code: 'domain-unknown', facts: { suggestion: 'gmail.com' } } });
  });

  test('takes no mail (RFC 7505)', async () => {
    const { outcome } = await tryLookUp({ zone: { 'harbour.example': { mx: [[0, '']], a } }, sites: website });
    expect(outcome).toEqual({
      ok: false,
      problem: { code: 'no-mail-at-domain', facts: { domain: 'harbour.example' } },
    });
  });

  test('takes no mail at the top, and yet publishes servers', async () => {
    const { outcome } = await tryLookUp({
      zone: { 'harbour.example': { mx: [[0, '']], a } },
      sites: { [`https://harbour.example/.well-known/autoconfig${file}`]: autoconfigXml() },
    });
    expect(outcome).toMatchObject({ ok: true, value: [{ source: 'well-known' }] });
  });

  test('is there and says nothing: the person chooses', async () => {
    const { outcome, said } = await tryLookUp({ zone: { 'harbour.example': { a } }, sites: website });
    expect(outcome).toEqual({ ok: true, value: [] });
    const { preset, 'built-in': builtIn, ...asked } = said;
    expect([preset?.state, builtIn?.state]).toEqual(['not-asked', 'nothing']);
    expect(new Set(Object.values(asked).map(({ state }) => state))).toEqual(new Set(['nothing']));
    expect(Object.keys(said).sort()).toEqual([...lookUpSources].sort());
  });
});

describe('the name service', () => {
  test('is not there at all', async () => {
    const { outcome, said } = await tryLookUp({ zone: {}, nameServer: '127.0.0.1:9' });
    expect(said.mx).toMatchObject({ state: 'failed', fault: 'no-resolver' });
    expect(said.autoconfig).toMatchObject({ state: 'failed', fault: 'no-resolver' });
    // The rest of the web answers, so the computer is not offline.
    expect(outcome).toEqual({ ok: true, value: [] });
  });

  test('is not there, and neither is anybody else: the computer is offline', async () => {
    const off = { 'live.thunderbird.net': {}, 'login.microsoftonline.com': {} };
    const { outcome } = await tryLookUp({ zone: off, nameServer: '127.0.0.1:9' });
    expect(outcome).toEqual({ ok: false, problem: { code: 'offline', facts: {} } });
  });

  test.each(['server-failure', 'refused', 'silent'] as const)('says %s about the domain', async (fault) => {
    const { outcome, said } = await tryLookUp({
      zone: {
        'harbour.example': { fault },
        ...Object.fromEntries(
          ['_imaps', '_imap', '_pop3s', '_pop3', '_submissions', '_submission'].map((each) => [
            `${each}._tcp.harbour.example`,
            { fault },
          ]),
        ),
      },
      clock: quickClock(20),
    });
    expect(said.mx).toMatchObject({ state: 'failed', fault: fault === 'silent' ? 'timeout' : 'name-service-silent' });
    expect(said.srv).toMatchObject({ state: 'failed' });
    expect(outcome).toEqual({ ok: true, value: [] });
  });

  test('knows a provider although one of its answers is missing', async () => {
    const { outcome } = await tryLookUp({
      zone: {
        'harbour.example': { mx: [[10, 'aspmx.l.google.com']] },
        '_imaps._tcp.harbour.example': { fault: 'silent' },
      },
    });
    expect(outcome).toMatchObject({ value: [{ source: 'mx' }] });
  });

  test.each([
    ['ENODATA', { kind: 'none', exists: true }],
    ['ENOTFOUND', { kind: 'none', exists: false }],
    ['EBADNAME', { kind: 'none', exists: false }],
    ['ESERVFAIL', { kind: 'failed', fault: 'name-service-silent' }],
    ['EREFUSED', { kind: 'failed', fault: 'name-service-silent' }],
    ['EBADRESP', { kind: 'failed', fault: 'name-service-silent' }],
    ['ETIMEOUT', { kind: 'failed', fault: 'name-service-silent' }],
    ['ECANCELLED', { kind: 'failed', fault: 'timeout' }],
  ])('says %s', (code, meaning) => expect(explainNameError(code, ['192.0.2.53'])).toEqual(meaning));

  test('refuses the connection: none is set up here, or the one on the network is gone', () => {
    expect(explainNameError('ECONNREFUSED', ['127.0.0.1', '::1'])).toMatchObject({ fault: 'no-resolver' });
    expect(explainNameError('ECONNREFUSED', ['[::1]:5353'])).toMatchObject({ fault: 'no-resolver' });
    expect(explainNameError('ECONNREFUSED', ['192.0.2.53'])).toMatchObject({ fault: 'name-service-silent' });
    expect(explainNameError('ECONNREFUSED', [])).toMatchObject({ fault: 'no-resolver' });
  });
});

describe('a domain that answers for every name', () => {
  const every = { 'harbour.example': { a }, '*.harbour.example': { a } };

  test('with a page', async () => {
    const { outcome, said } = await tryLookUp({
      zone: every,
      sites: {
        ...website,
        'https://autoconfig.harbour.example': page,
        'http://autoconfig.harbour.example': page,
        'https://harbour.example': page,
      },
    });
    expect(said.autoconfig).toMatchObject({ state: 'failed', fault: 'any-name-answers' });
    expect(said['autoconfig-http']).toMatchObject({ state: 'failed', fault: 'any-name-answers' });
    expect(said['well-known']).toMatchObject({ state: 'failed', fault: 'not-xml' });
    expect(outcome).toEqual({ ok: true, value: [] });
  });

  test('with a real file all the same', async () => {
    const { outcome } = await tryLookUp({
      zone: every,
      sites: { ...website, [`https://autoconfig.harbour.example${file}`]: autoconfigXml() },
    });
    expect(outcome).toMatchObject({ value: [{ source: 'autoconfig' }] });
  });

  test('with services and aliases', async () => {
    const { outcome, said } = await tryLookUp({
      zone: {
        'harbour.example': { a },
        '*._tcp.harbour.example': { srv: [[0, 0, 993, 'mail.harbour.example']] },
        '*.harbour.example': { cname: 'autodiscover.outlook.com' },
      },
      sites: website,
    });
    expect(said.srv).toMatchObject({ state: 'failed', fault: 'any-name-answers' });
    expect(said.microsoft?.state).not.toBe('found');
    expect(outcome).toEqual({ ok: true, value: [] });
  });
});

describe('something else answers', () => {
  const zone = { 'harbour.example': { a }, 'autoconfig.harbour.example': { a } };

  test('the sign-in page of a hotel', async () => {
    const portal = redirectTo('https://login.hotel.example/');
    const { outcome, said } = await tryLookUp({
      zone: { ...zone, 'login.hotel.example': { a } },
      sites: { ...website, 'http://autoconfig.harbour.example': portal, 'https://login.hotel.example': page },
    });
    expect(said['autoconfig-http']).toMatchObject({ state: 'failed', fault: 'portal' });
    expect(outcome).toEqual({ ok: true, value: [] });
  });

  test('text, a cut file, an open server, a fault', async () => {
    const { said } = await tryLookUp({
      zone,
      sites: {
        [`https://autoconfig.harbour.example${file}`]: 'mail is at mail.harbour.example',
        [`https://harbour.example/.well-known/autoconfig${file}`]: autoconfigXml().slice(0, 300),
        [`http://autoconfig.harbour.example${file}`]: autoconfigXml().replaceAll('SSL', 'plain'),
        'https://live.thunderbird.net': status(502),
      },
    });
    expect(said).toMatchObject({
      autoconfig: { fault: 'not-xml' },
      'well-known': { fault: 'broken-xml' },
      'autoconfig-http': { fault: 'no-use' },
      ispdb: { fault: 'server-fault' },
    });
  });

  test.each([
    ['a page', page],
    ['no JSON', '<x/>'],
    ['another form', '{"issuer":7}'],
    [
      'the directory of personal accounts',
      JSON.stringify({
        issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
        authorization_endpoint: 'https://login.microsoftonline.com/x',
      }),
    ],
    [
      'a directory of nobody we know',
      JSON.stringify({
        issuer: 'https://evil.example/11112222-3333-4444-8555-666677778888/v2.0',
        authorization_endpoint: 'https://evil.example/x',
      }),
    ],
  ])('at Microsoft’s: %s', async (_what, body) => {
    const { outcome } = await tryLookUp({
      zone: { 'harbour.example': { mx: [[10, 'x.pphosted.com']] } },
      sites: { 'https://login.microsoftonline.com': body },
    });
    expect(outcome).toEqual({ ok: true, value: [] });
  });
});
