// A strict identity provider for this room's tests: oidc-provider on loopback https, with consent given by nobody but the test's
// stage. Its paths are Microsoft's, because msal-node derives one from the other.
import { createPublicKey, generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';
import { generate } from 'selfsigned';
import { makeMemoryStore } from './memory-store.test-part.ts';

export const mailScope = 'https://mail.example/imap';
export const smtpScope = 'https://mail.example/smtp';
export const outlookScope = 'https://outlook.office.com/IMAP.AccessAsUser.All';
export const tenantId = '6c2d3a5e-1111-4222-8333-444455556666';

export interface Stage {
  person: Readonly<Record<string, unknown>>;
  /** An OAuth error instead of consent. */
  refusal: string | null;
  withheld: readonly string[];
  accessTokenLife: number;
}

export interface TestProvider {
  readonly origin: string;
  readonly ca: string;
  readonly stage: Stage;
  readonly provider: Provider;
  /** Approves the code as a person at another device would. */
  approveDevice(userCode: string): Promise<void>;
  /** As an administrator would for everybody: what was given for fewer scopes may ask for this one too. */
  agreeTo(scope: string): Promise<void>;
  /** JSON of key id to PEM, as Google publishes its keys. */
  pemKeys(): Record<string, string>;
  stop(): Promise<void>;
}

const grants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'];

function client(id: string, method: NonNullable<ClientMetadata['token_endpoint_auth_method']>): ClientMetadata {
  return {
    client_id: id,
    token_endpoint_auth_method: method,
    ...(method === 'none' ? {} : { client_secret: 'the-test-client-secret' }),
    application_type: 'native',
    grant_types: grants,
    response_types: ['code'],
    redirect_uris: ['http://localhost', 'http://127.0.0.1'],
  };
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

function signingKey(): JsonWebKey & { kid: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(6).toString('hex'), use: 'sig', alg: 'RS256' };
}

/** `issuer` where another name than the server's own is to be played; `keepRefreshTokens` as Google does. */
export async function openTestProvider(
  wish: { issuer?: string; keepRefreshTokens?: boolean } = {},
): Promise<TestProvider> {
  const { key, cert } = await certificate();
  const server = createServer({ key, cert });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const stage: Stage = {
    person: {
      email: 'pat@example.org',
      email_verified: true,
      name: 'Pat Example',
      preferred_username: 'pat@example.org',
    },
    refusal: null,
    withheld: [],
    accessTokenLife: 3600,
  };
  const signing = signingKey();
  const provider = new Provider(wish.issuer ?? origin, {
    adapter: makeMemoryStore(),
    jwks: { keys: [signing] },
    clients: [
      client('native', 'none'),
      client('by-basic', 'client_secret_basic'),
      client('by-post', 'client_secret_post'),
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: ['openid', 'offline_access', mailScope, smtpScope, outlookScope],
    claims: {
      openid: ['sub', 'tid', 'oid'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username', 'upn'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: !wish.keepRefreshTokens,
    issueRefreshToken: async (_ctx, app, code) =>
      app.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    expiresWithSession: async () => false,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, tid: tenantId, oid: id, ...stage.person }),
    }),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false }, deviceFlow: { enabled: true }, revocation: { enabled: true } },
    routes: {
      token: '/oauth2/v2.0/token',
      device_authorization: '/oauth2/v2.0/devicecode',
      authorization: '/oauth2/v2.0/authorize',
    },
    ttl: {
      AccessToken: () => stage.accessTokenLife,
      Session: 3600,
      Interaction: 600,
      Grant: 3600,
      IdToken: 3600,
      AuthorizationCode: 60,
      DeviceCode: 600,
      RefreshToken: 3600,
    },
  });
  provider.on('server_error', (_ctx, error) => {
    throw error;
  });
  const renewals = new Map<string, InstanceType<Provider['RefreshToken']>>();
  provider.on('refresh_token.saved', (token) => renewals.set(token.jti, token));

  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    const { params } = await provider.interactionDetails(ctx.req, ctx.res);
    if (stage.refusal) {
      return provider.interactionFinished(ctx.req, ctx.res, { error: stage.refusal, error_description: 'not today' });
    }
    const grant = new provider.Grant({ accountId: 'pat', clientId: String(params['client_id']) });
    for (const scope of String(params['scope']).split(' ')) {
      if (stage.withheld.includes(scope)) grant.rejectOIDCScope(scope);
      else grant.addOIDCScope(scope);
    }
    const result = { login: { accountId: 'pat' }, consent: { grantId: await grant.save() } };
    return provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));

  return {
    origin,
    ca: cert,
    stage,
    provider,
    async approveDevice(userCode) {
      const code = await provider.DeviceCode.findByUserCode(userCode.replace(/-/gu, ''));
      if (!code) throw new Error('no such user code');
      const grant = new provider.Grant({ accountId: 'pat', clientId: code.clientId });
      const scope = String(code.params?.['scope']);
      grant.addOIDCScope(scope);
      Object.assign(code, {
        accountId: 'pat',
        grantId: await grant.save(),
        scope,
        claims: {},
        authTime: Math.floor(Date.now() / 1000),
      });
      await code.save();
    },
    async agreeTo(scope) {
      for (const token of [...renewals.values()]) {
        const grant = await provider.Grant.find(token.grantId ?? '');
        grant?.addOIDCScope(scope);
        await grant?.save();
        token.scope = `${token.scope} ${scope}`;
        await token.save();
      }
    },
    pemKeys: () => ({
      [signing.kid]: createPublicKey({ key: signing, format: 'jwk' })
        .export({ type: 'spki', format: 'pem' })
        .toString(),
    }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
