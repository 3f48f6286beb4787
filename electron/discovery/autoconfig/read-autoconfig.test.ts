// What an autoconfig file may say, and what it may not: every rule of the reading has a file that would break without it.
import { describe, expect, test } from 'vitest';
import { autoconfigXml, harbourServers, type SampleServer } from '../sample-files.test-part.ts';
import { providerOfAutoconfig } from './provider-of-autoconfig.ts';
import { readAutoconfig } from './read-autoconfig.ts';

const read = (text: string) => readAutoconfig(text, 'harbour.example');
const [imap, pop, smtp] = harbourServers as readonly [SampleServer, SampleServer, SampleServer];

function config(servers?: readonly SampleServer[], rest?: string, name?: string) {
  const answer = read(autoconfigXml(servers, rest, name));
  if (!answer.ok) throw new Error(answer.fault);
  return answer.config;
}
const provider = (servers?: readonly SampleServer[], rest?: string, name?: string) =>
  providerOfAutoconfig(config(servers, rest, name), 'harbour.example', true);

describe('servers', () => {
  test('of all three kinds, with port and encryption', () => {
    expect(config()).toMatchObject({
      name: 'Harbour Mail',
      shortName: 'Harbour',
      servers: {
        imap: { server: { host: 'imap.harbour.example', port: 993, security: 'tls' }, loginName: 'address' },
        pop: { server: { host: 'pop.harbour.example', port: 995, security: 'tls' } },
        smtp: { server: { host: 'smtp.harbour.example', port: 465, security: 'tls' } },
      },
    });
  });

  test('the first listed of a kind, but never an open one', () => {
    const listed = [
      { ...imap, port: 143, socket: 'plain' },
      { ...imap, port: 143, socket: 'STARTTLS' },
      imap,
      { ...pop, socket: 'plain' },
      { ...smtp, type: 'ews' },
    ];
    expect(config(listed).servers).toEqual({
      imap: expect.objectContaining({ server: { host: 'imap.harbour.example', port: 143, security: 'starttls' } }),
    });
    expect(read(autoconfigXml([{ ...imap, socket: 'plain' }]))).toEqual({ ok: false, fault: 'no-use' });
  });

  test('with the mail’s domain put in', () => {
    expect(config([{ ...imap, host: 'imap.%EMAILDOMAIN%' }]).servers.imap?.server.host).toBe('imap.harbour.example');
  });

  test.each([
    ['localhost'],
    ['127.0.0.1'],
    ['0x7f.1'],
    ['[::1]'],
    ['mailserver'],
    ['mail.harbour.example/path'],
    ['mail.harbour.example:993'],
    ['mail..harbour.example'],
    ['pat@harbour.example'],
    ['mail.harbour.example&#10;evil'],
    ['mail\u202e.harbour.example'],
    ['mail\u0007.harbour.example'],
    [`${'a'.repeat(64)}.example`],
    [''],
    ['%EMAILADDRESS%'],
  ])('not at %j', (host) => {
    expect(read(autoconfigXml([{ ...imap, host }]))).toEqual({ ok: false, fault: 'no-use' });
  });

  test.each([['0'], ['65536'], ['993a'], ['-1'], ['9 93'], ['0x3e1'], ['']])('not at port %j', (port) => {
    expect(read(autoconfigXml([{ ...imap, port }]))).toEqual({ ok: false, fault: 'no-use' });
  });

  test('a name in another script goes in its ASCII form', () => {
    expect(config([{ ...imap, host: 'imap.müller.example' }]).servers.imap?.server.host).toBe(
      'imap.xn--mller-kva.example',
    );
  });
});

describe('logins', () => {
  test.each([
    ['%EMAILADDRESS%', 'address'],
    ['%EMAILLOCALPART%', 'local-part'],
    ['%EMAILLOCALPART%@%EMAILDOMAIN%', 'address'],
    ['pat.moreno', 'address'],
    ['%EMAILADDRESS', 'address'],
    ['', 'address'],
  ])('name %j is %s', (user, rule) => expect(config([{ ...imap, user }]).servers.imap?.loginName).toBe(rule));

  test('may differ from service to service', () => {
    const listed = [{ ...imap, user: '%EMAILLOCALPART%' }, smtp];
    expect(provider(listed)).toMatchObject({ loginName: 'local-part', loginNames: { smtp: 'address' } });
  });

  test('that need nothing, or what Postkey has not, leave the server out', () => {
    const listed = [imap, { ...smtp, logins: ['client-IP-address'] }, { ...pop, logins: ['GSSAPI', 'none'] }];
    expect(Object.keys(config(listed).servers)).toEqual(['imap']);
    expect(Object.keys(config([{ ...smtp, logins: [] }]).servers)).toEqual(['smtp']);
  });
});

describe('the sign-in', () => {
  const token = { logins: ['OAuth2', 'password-cleartext'] };
  const pages =
    '<authURL>https://id.harbour.example/authorize</authURL><tokenURL>https://id.harbour.example/token</tokenURL>';
  const signIn = (inside: string): string => `<oAuth2>${inside}<scope>openid mail.imap mail.send</scope></oAuth2>`;
  const byToken = [imap, smtp].map((each) => ({ ...each, ...token }));

  test('by an issuer that describes itself', () => {
    expect(provider(byToken, signIn('<issuer>https://id.harbour.example/realm/</issuer>'))).toMatchObject({
      signIn: 'openid',
      issuer: 'https://id.harbour.example/realm',
      scopes: { imap: ['mail.imap'], smtp: ['mail.send'] },
      extraScopes: ['openid'],
      signInHost: 'id.harbour.example',
      password: { kind: 'account' },
    });
  });

  test('by pages, where the issuer is a mere name', () => {
    const found = provider(byToken, signIn(`<issuer>id.harbour.example</issuer>${pages}`));
    expect(found).toMatchObject({
      signIn: 'openid',
      deviceCode: false,
      endpoints: { authorization: 'https://id.harbour.example/authorize', token: 'https://id.harbour.example/token' },
    });
    expect(found?.issuer).toBeUndefined();
    expect(found?.endpoints?.issuer).toBeUndefined();
  });

  test.each([
    ['http', pages.replaceAll('https:', 'http:')],
    ['a script', pages.replaceAll('https:', 'javascript:')],
    ['a figure', pages.replaceAll('id.harbour.example', '10.0.0.1')],
    ['somebody’s name in front', pages.replaceAll('//id', '//login.microsoftonline.com@id')],
  ])('not by pages with %s', (_what, odd) => {
    expect(provider(byToken, signIn(`<issuer>https://id.harbour.example</issuer>${odd}`))?.endpoints).toBeUndefined();
  });

  test('services that take no token want a password of their own', () => {
    const listed = [{ ...imap, logins: ['OAuth2'] }, smtp];
    const found = provider(listed, signIn('<issuer>https://id.harbour.example</issuer>'));
    expect(found).toMatchObject({ signIn: 'openid', passwordFor: ['smtp'] });
    expect(found?.password).toBeUndefined();
  });

  test('by token only, with nobody who gives one, is of no use', () => {
    expect(provider([{ ...imap, logins: ['OAuth2'] }])).toBeNull();
    expect(provider(byToken)).toMatchObject({ signIn: 'password' });
  });

  test('somewhere else is not believed to a file that others could have changed', () => {
    const unsafe = (issuer: string) =>
      providerOfAutoconfig(config(byToken, signIn(`<issuer>${issuer}</issuer>`)), 'harbour.example', false);
    expect(unsafe('https://id.evil.example')).toMatchObject({ signIn: 'password', name: 'harbour.example' });
    expect(unsafe('https://id.harbour.example')).toMatchObject({ signIn: 'openid' });
  });

  test('at servers we know is theirs, whatever the file says', () => {
    const listed = [
      { ...imap, host: 'outlook.office365.com', logins: ['password-cleartext'] },
      { ...smtp, user: '%EMAILLOCALPART%' },
    ];
    const found = provider(listed, signIn(`<issuer>https://evil.example</issuer>${pages}`));
    expect(found).toMatchObject({
      signIn: 'microsoft',
      signInHost: 'login.microsoftonline.com',
      passwordFor: ['smtp'],
      loginNames: { smtp: 'local-part' },
    });
    expect(found?.issuer).toBeUndefined();
  });

  test('a name that only ends like one we know is not known', () => {
    expect(provider([{ ...imap, host: 'outlook.office365.com.evil.example' }])?.signIn).toBe('password');
    expect(provider([{ ...imap, host: 'notgmail.com' }])?.signIn).toBe('password');
  });
});

describe('what else it says', () => {
  test('the pages that help, when they are https', () => {
    const rest =
      '<enable visiturl="https://mail.harbour.example/settings?a=1&amp;b=2"><instruction>On</instruction></enable>';
    expect(provider(undefined, rest)).toMatchObject({
      allowProgramsPage: 'https://mail.harbour.example/settings?a=1&b=2',
      password: { kind: 'account', first: ['allow-programs'] },
    });
    expect(provider(undefined, rest.replace('https:', 'http:'))?.allowProgramsPage).toBeUndefined();
  });

  test('no page of somebody else’s out of a file that others could have changed', () => {
    const unsafe = (host: string) =>
      providerOfAutoconfig(
        config(undefined, `<enable visiturl="https://${host}/settings"/>`),
        'harbour.example',
        false,
      );
    expect(unsafe('mail.harbour.example')?.allowProgramsPage).toBe('https://mail.harbour.example/settings');
    expect(unsafe('mail.evil.example')).not.toHaveProperty('allowProgramsPage');
    expect(unsafe('mail.evil.example')?.password).toEqual({ kind: 'account', first: [] });
    const explained = autoconfigXml().replace(
      '</emailProvider>',
      '<documentation url="https://evil.example/help"/></emailProvider>',
    );
    const read = readAutoconfig(explained, 'harbour.example');
    if (!read.ok) throw new Error(read.fault);
    expect(read.config.explanation).toBe('https://evil.example/help');
    expect(providerOfAutoconfig(read.config, 'harbour.example', false)?.password).not.toHaveProperty('page');
  });

  test.each([['Harbour\u202eliam'], ['a'.repeat(61)], [''], ['&lt;b&gt;Harbour&lt;/b&gt;'], ['Har\u0000bour']])(
    'not the name %j',
    (name) => {
      expect(config(undefined, undefined, name).name).toBe('');
      expect(provider(undefined, undefined, name)?.name).toBe('harbour.example');
    },
  );

  test('unknown elements, attributes and versions are passed over', () => {
    const odd = autoconfigXml(undefined, '<webMail/><x:y xmlns:x="urn:x"><z/></x:y>').replace(
      'version="1.1"',
      'version="9"',
    );
    expect(read(odd)).toMatchObject({ ok: true });
  });
});
