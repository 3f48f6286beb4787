// The three kinds of provider the journeys meet, as data: paths, the app's registration, scopes, and what a preset says of them.
import type { Service } from '../../shared/mail-provider.ts';

export const providerKinds = ['microsoft', 'google', 'openid'] as const;
export type ProviderKind = (typeof providerKinds)[number];

export interface ProviderFacts {
  /** On its own pages. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Registered by somebody as an app for a web page: it leads back to no desktop. */
  readonly webClientId: string;
  readonly mailScopes: Readonly<Record<Service, string>>;
  readonly paths: {
    readonly authorization: string;
    readonly token: string;
    readonly deviceCode: string;
    readonly jwks: string;
  };
  /** Each renewal gives a new refresh token. */
  readonly rotates: boolean;
  /** Once traded, the earlier refresh token stays good. */
  readonly keepsOldRefreshTokens: boolean;
  /** Gives a refresh token without being asked for `offline_access`. */
  readonly alwaysRenewable: boolean;
}

const outlook = 'https://outlook.office.com';
const gmail = 'https://mail.google.com/';

export const providerFacts: Readonly<Record<ProviderKind, ProviderFacts>> = {
  microsoft: {
    name: 'Cloud Account',
    clientId: '7c0e6f4a-52d1-4b8e-9a37-1f2e3d4c5b6a',
    webClientId: '0b9a8c7d-6e5f-4d3c-8b2a-190817263544',
    mailScopes: {
      imap: `${outlook}/IMAP.AccessAsUser.All`,
      pop: `${outlook}/POP.AccessAsUser.All`,
      smtp: `${outlook}/SMTP.Send`,
    },
    paths: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      // msal-node derives this one from the token's by its last word.
      deviceCode: '/oauth2/v2.0/devicecode',
      jwks: '/discovery/v2.0/keys',
    },
    rotates: true,
    keepsOldRefreshTokens: true,
    alwaysRenewable: false,
  },
  google: {
    name: 'Letter Account',
    clientId: '271828-postkeytests.apps.googleusercontent.com',
    clientSecret: 'GOCSPX-only-for-these-tests-1',
    webClientId: '314159-postkeytests.apps.googleusercontent.com',
    mailScopes: { imap: gmail, pop: gmail, smtp: gmail },
    paths: {
      authorization: '/o/oauth2/v2/auth',
      token: '/token',
      deviceCode: '/device/code',
      jwks: '/oauth2/v3/certs',
    },
    rotates: false,
    keepsOldRefreshTokens: true,
    alwaysRenewable: true,
  },
  openid: {
    name: 'Lighthouse ID',
    clientId: 'postkey-desktop',
    webClientId: 'postkey-on-the-web',
    mailScopes: { imap: 'mail.imap', pop: 'mail.pop', smtp: 'mail.send' },
    paths: { authorization: '/authorize', token: '/token', deviceCode: '/device-code', jwks: '/keys' },
    rotates: true,
    keepsOldRefreshTokens: false,
    alwaysRenewable: false,
  },
};

/** The part `signIn` of a preset that leads to the provider at `origin`. */
export function presetSignIn(kind: ProviderKind, origin: string): Record<string, unknown> {
  const { clientId, clientSecret, mailScopes, paths } = providerFacts[kind];
  switch (kind) {
    case 'microsoft':
      return { kind, clientId, tenant: 'harbour.example', authority: origin };
    case 'google':
      return {
        kind,
        clientId,
        clientSecret,
        endpoints: {
          issuer: origin,
          authorization: `${origin}${paths.authorization}`,
          token: `${origin}${paths.token}`,
          keys: `${origin}${googlePemPath}`,
          revocation: `${origin}${revocationPath}`,
        },
      };
    case 'openid':
      return {
        kind,
        clientId,
        issuer: origin,
        scopes: ['openid', 'profile', 'email', 'offline_access', ...Object.values(mailScopes)],
      };
  }
}

/** Google's library reads keys as PEM by key id, not as a JWKS. */
export const googlePemPath = '/oauth2/v1/certs';

/** How the mail server asks whether a token is good. */
export const mailServerClient = { id: 'mail-server', secret: 'only-between-these-two' } as const;
export const introspectionPath = '/token/introspection';

/** Where a permission is taken back. */
export const revocationPath = '/revoke';

export interface TestPerson {
  readonly address: string;
  readonly name: string;
}

/** Whose mailbox the journeys set up, and someone else. */
export const pat: TestPerson = { address: 'pat@harbour.example', name: 'Pat Moreno' };
export const sam: TestPerson = { address: 'sam@harbour.example', name: 'Sam Okoye' };
export const people: readonly TestPerson[] = [pat, sam];

/** A mailbox that nobody signs in as. */
export const sharedMailbox = { address: 'office@harbour.example' } as const;
