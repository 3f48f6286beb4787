// Presets made to deceive: each kind is refused with a code of its own, or warned of where an honest one could look the same.
import { domainToASCII } from 'node:url';
import { expect, test } from 'vitest';
import { atIssuer, factsOf, good, judged, openid } from './judge.test-part.ts';

test('honest presets are warned of nothing', () => {
  expect(judged(good)).toEqual([]);
  expect(judged(openid)).toEqual([]);
  expect(judged({ ...good, signIn: { ...good.signIn, authority: 'https://login.microsoftonline.us' } })).toEqual([]);
  expect(judged({ ...good, domains: ['harbour.onmicrosoft.com', 'harbour.example'] })).toEqual([]);
  expect(judged({ ...good, signIn: { kind: 'google', clientId: '1-a.apps.googleusercontent.com' } })).toEqual([]);
  // Bücher sold in Cologne, a school in Moscow, one in Tokyo.
  for (const domain of ['bücher.example', 'школа.example', '東京の学校.example', 'xn--bcher-kva.example']) {
    expect(judged({ ...openid, domains: [domain] })).toEqual([]);
  }
});

test.each([
  ['login.microsoftonline.com.evil.example', 'https://login.microsoftonline.com.evil.example'],
  ['hyphens for dots', 'https://login-microsoftonline-com.evil.example'],
  ['the known name in the path’s place', 'https://accounts.google.com.sign-in.example:8443/accounts.google.com'],
  ['a zero for an o', 'https://login.micros0ftonline.com'],
  ['r and n for an m', 'https://login.rnicrosoftonline.com'],
  ['an I for an l, below a domain of somebody else', 'https://accounts.googIe.com.evil.example'],
  ['letters that are all Cyrillic', 'https://уаһоо.com'],
])('a host that wears a known name is refused: %s', (_name, issuer) => {
  expect(judged(atIssuer(issuer))).toBe('preset-dressed-up');
});

test('names that only remind of a known one are not', () => {
  for (const host of [
    'imap.team-web.de',
    'mail.mall.ru',
    'id.e-mail.example',
    'login.googlers.example',
    'sts.live-music.example',
  ]) {
    expect([host, judged(atIssuer(`https://${host}`))]).toEqual([host, []]);
  }
});

test('letters of two alphabets in one name are refused, wherever the host stands', () => {
  const latinWithCyrillic = 'https://login.micrоsoftonline.com';
  expect(judged(atIssuer(latinWithCyrillic))).toBe('preset-mixed-letters');
  expect(judged({ ...good, signIn: { ...good.signIn, authority: latinWithCyrillic } })).toBe('preset-mixed-letters');
  const token = { authorization: 'https://id.harbour.example/a', token: 'https://tokеn.example/t' };
  expect(judged({ ...openid, signIn: { kind: 'openid', clientId: 'x', endpoints: token } })).toBe(
    'preset-mixed-letters',
  );
  expect(judged({ ...openid, domains: ['hаrbour.example'] })).toBe('preset-mixed-letters');
  // The same in the form that goes over the wire.
  const wire = domainToASCII(new URL(latinWithCyrillic).hostname);
  expect(wire).toMatch(/^login\.xn--/u);
  expect(judged(atIssuer(`https://${wire}`))).toBe('preset-mixed-letters');
});

test('a name in another alphabet is shown as both, and warned of', () => {
  const content = atIssuer('https://id.bücher.example');
  expect(factsOf(content).signInHost).toEqual({
    before: 'id.',
    domain: 'xn--bcher-kva.example',
    after: '',
    written: 'id.bücher.example',
  });
  expect(judged(content)).toEqual(['other-letters']);
});

test('one letter from a known name is warned of', () => {
  expect(judged(atIssuer('https://login.microsoftonlin.com'))).toEqual(['looks-like']);
  expect(judged(atIssuer('https://accounts.google.co'))).toContain('looks-like');
});

test('the part that somebody registered stands apart', () => {
  expect(factsOf(atIssuer('https://a.b.harbour.co.uk:8443/x')).signInHost).toEqual({
    before: 'a.b.',
    domain: 'harbour.co.uk',
    after: ':8443',
  });
  // A page of somebody’s at a hosting service is not the service’s.
  expect(factsOf(atIssuer('https://login.evil.github.io')).signInHost).toMatchObject({ domain: 'evil.github.io' });
  expect(factsOf(atIssuer('https://192.0.2.7')).signInHost).toMatchObject({ before: '', domain: '192.0.2.7' });
});

test('a page that is none of Microsoft’s is warned of, for a sign-in of Microsoft’s kind', () => {
  const at = (authority: string) => judged({ ...good, signIn: { ...good.signIn, authority } });
  expect(at('https://sts.harbour.example')).toEqual(['not-microsoft']);
  expect(at('https://login.partner.microsoftonline.cn')).toEqual([]);
});

test('keys of a known provider that would go to somebody else’s servers', () => {
  const servers = { imap: { host: 'imap.evil.example', port: 993, security: 'tls' } };
  expect(judged({ ...good, servers })).toEqual(['servers-elsewhere']);
  const own = { imap: { host: 'outlook.office365.com', port: 993, security: 'tls' } };
  expect(judged({ ...good, servers: own })).toEqual([]);
});

test('a page that asks, and another that gets the key', () => {
  const at = (token: string) =>
    judged({
      ...openid,
      signIn: { kind: 'openid', clientId: 'x', endpoints: { authorization: 'https://id.harbour.example/a', token } },
    });
  expect(at('https://token.harbour.example/t')).toEqual([]);
  expect(at('https://evil.example/t')).toEqual(['keys-elsewhere']);
  const google = {
    authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://evil.example/token',
  };
  expect(judged({ ...good, signIn: { kind: 'google', clientId: 'x', endpoints: google } })).toEqual(['keys-elsewhere']);
});

test('domains that nobody owns alone, and those of providers', () => {
  expect(judged({ ...good, domains: ['co.uk'] })).toBe('preset-public-suffix');
  expect(judged({ ...good, domains: ['harbour.example', 'github.io'] })).toBe('preset-public-suffix');
  expect(judged({ ...openid, domains: ['gmail.com'] })).toBe('preset-others-domain');
  expect(judged({ ...openid, domains: ['harbour.example', 'GMAIL.com'] })).toBe('preset-others-domain');
  expect(judged({ ...good, domains: ['gmail.com'] })).toBe('preset-others-domain');
  expect(judged({ ...good, domains: ['outlook.com'] })).toEqual(['provider-domain']);
  const servers = { imap: { host: 'imap.evil.example', port: 993, security: 'tls' } };
  expect(judged({ ...good, domains: ['outlook.com'], servers })).toBe('preset-others-domain');
  const gmail = { ...good, domains: ['gmail.com'], signIn: { kind: 'google', clientId: 'x' } };
  expect(judged(gmail)).toEqual(['provider-domain']);
  expect(judged({ ...openid, domains: [] })).toEqual(['every-address']);
});

test('an authority, and permissions beyond mail', () => {
  expect(judged(good, ['-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----'])).toEqual(['reads-traffic']);
  const scopes = [
    'openid',
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://graph.microsoft.com/Files.Read.All',
  ];
  expect(judged({ ...good, signIn: { ...good.signIn, scopes } })).toEqual(['asks-for-more']);
});
