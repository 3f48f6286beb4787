// What a person chose by hand is filled up with what is built in, and shows the host where they will sign in.
import { expect, test } from 'vitest';
import { chooseProvider } from './choose-provider.ts';

const domain = 'harbour.example';
const servers = { imap: { host: 'imap.harbour.example', port: 993, security: 'tls' } } as const;
const endpoints = {
  authorization: 'https://id.harbour.example:8443/authorize',
  token: 'https://token.harbour.example/token',
};

test('a vendor brings its servers, its sign-in page and the organisation’s directory', () => {
  expect(chooseProvider({ signIn: 'microsoft', domain, tenant: 'harbour.example' })).toMatchObject({
    source: 'chosen',
    is: {
      name: 'Microsoft 365',
      tenant: 'harbour.example',
      signInHost: 'login.microsoftonline.com',
      servers: { imap: { host: 'outlook.office365.com' } },
    },
  });
});

test('another provider is called after the domain and shows the page where one signs in', () => {
  const issuer = 'https://issuer.harbour.example/realm';
  expect(chooseProvider({ signIn: 'openid', domain, issuer, servers }).is).toMatchObject({
    name: domain,
    signInHost: 'issuer.harbour.example',
    servers,
  });
  expect(chooseProvider({ signIn: 'openid', domain, endpoints, servers }).is.signInHost).toBe(
    'id.harbour.example:8443',
  );
  expect(chooseProvider({ signIn: 'openid', domain, issuer, endpoints, servers }).is.signInHost).toBe(
    'id.harbour.example:8443',
  );
});

test('a password needs nothing but servers', () => {
  expect(chooseProvider({ signIn: 'password', domain, servers }).is).toMatchObject({
    signIn: 'password',
    name: domain,
    servers,
    password: { kind: 'account' },
  });
});
