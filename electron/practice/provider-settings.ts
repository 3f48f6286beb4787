// How oidc-provider is set to be a strict, ordinary provider for one native app. Every default that would print a notice is set.
import { generateKeyPairSync } from 'node:crypto';
import type { ClientMetadata, Configuration, JWK } from 'oidc-provider';
import { mailScopes, otherScopes } from './mail-scopes.ts';
import { findPerson } from './practice-people.ts';
import type { PracticeStore } from './practice-store.ts';

export const practiceClientId = 'postkey-practice';

/** The access token's life in seconds; what any provider gives. */
const hour = 3600;
const twoWeeks = 14 * 24 * hour;

export const sessionCookie = '_postkey_practice';

/** Paths at the provider. */
export const places = {
  authorization: '/authorize',
  device: '/device',
  deviceCode: '/device-code',
  token: '/token',
  userInfo: '/userinfo',
  keys: '/jwks',
  /** One sign-in's own page lies below. */
  signIn: '/sign-in/',
} as const;

const client: ClientMetadata = {
  client_id: practiceClientId,
  client_name: 'Postkey',
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  // Only its form counts: which return addresses are taken is decided in practice-provider.ts.
  redirect_uris: ['http://127.0.0.1/'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  id_token_signed_response_alg: 'ES256',
};

type DeviceFlow = Exclude<NonNullable<Configuration['features']>['deviceFlow'], undefined>;

/** The pages that oidc-provider itself asks for. */
export type PageSettings = Required<
  Pick<DeviceFlow, 'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'>
> &
  Required<Pick<Configuration, 'renderError'>>;

export function providerSettings(
  store: PracticeStore,
  { cookieKey, signingKey }: { readonly cookieKey: string; readonly signingKey: JWK },
  pages: PageSettings,
): Configuration {
  const { renderError, ...devicePages } = pages;
  return {
    adapter: (kind) => store.adapter(kind),
    clients: [client],
    jwks: { keys: [signingKey] },
    cookies: {
      keys: [cookieKey],
      // Cookies know no ports: names of our own keep other pages on loopback out of the way.
      names: { session: sessionCookie, interaction: '_postkey_practice_page', resume: '_postkey_practice_resume' },
    },
    scopes: [...otherScopes, ...Object.values(mailScopes)],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
    // Put name and address into the id token, as the big providers do.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, app) => app.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    clientBasedCORS: () => false,
    interactions: { url: (_ctx, interaction) => `${places.signIn}${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, app, token) => token.clientId === app.clientId },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      deviceFlow: { enabled: true, charset: 'base-20', mask: '****-****', ...devicePages },
    },
    routes: {
      authorization: places.authorization,
      code_verification: places.device,
      device_authorization: places.deviceCode,
      token: places.token,
      userinfo: places.userInfo,
      jwks: places.keys,
      revocation: '/revoke',
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 120,
      DeviceCode: 600,
      Grant: twoWeeks,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: twoWeeks,
      Session: hour,
    },
    async findAccount(_ctx, id) {
      const person = findPerson(id);
      if (!person) return undefined;
      return {
        accountId: person.address,
        claims: async () => ({
          sub: person.address,
          email: person.address,
          email_verified: true,
          name: person.name,
          preferred_username: person.address,
        }),
      };
    },
    renderError,
  };
}

/** ES256: made in about a millisecond, where RSA takes a second. */
export function makeSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' });
  return { kty, crv, x, y, d, kid: 'practice', use: 'sig', alg: 'ES256' };
}
