// A strict identity provider on loopback https (oidc-provider) that plays Microsoft, Google or an ordinary OpenID provider, and
// what a test may change and count about it. Nothing it does reaches outside this computer.
import { createPublicKey, generateKeyPair, type JsonWebKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import Provider from 'oidc-provider';
import { bendMicrosoft, serveGoogleKeys } from './provider-bends.ts';
import { clientsOf } from './provider-clients.ts';
import {
  beginAfresh,
  devicePages,
  devicePath,
  interactionPath,
  readForm,
  receivePerson,
  showAnswer,
  showError,
} from './provider-desk.ts';
import { introspectionPath, type ProviderKind, people, providerFacts, revocationPath } from './provider-kinds.ts';
import { type RevocationRule, receiveRevocations } from './provider-revocation.ts';
import { makeProviderStore } from './provider-store.ts';
import { keepTenantRule, needsAdministrator, openTenant, type TenantRule } from './provider-tenant.ts';
import { repeatBody } from './repeat-body.ts';
import type { TestAuthority } from './test-authority.ts';

export interface ProviderStage extends TenantRule, RevocationRule {
  /** How long new access tokens live, in seconds. */
  accessTokenSeconds: number;
  /** Mail servers hear that no token is good. */
  mailServersRefuse: boolean;
  /** The last page shows the address that leads back, as on a computer whose browser does not reach Postkey. */
  keepsAnswer: boolean;
  /** The e-mail address of whoever signs in, where it is not the one they sign in with. */
  alias: string | null;
  /** Called when a token request has come in (`asked`), when its answer is made but not sent (`made`), and when it is sent; the
   * first two may hold it up. */
  onToken: ((moment: 'asked' | 'made' | 'sent', grantType: string) => unknown) | null;
}

export interface ProviderRecord {
  /** Sign-in pages that a browser asked for. */
  signIns: number;
  /** Looks at the sign-in page that can sign nobody in. */
  looks: number;
  /** Grant types, in the order they were asked for. */
  tokens: string[];
  /** Questions to take something back that were answered well. */
  revocations: number;
  /** Every access and refresh token that was handed out. */
  secrets: string[];
}

export interface IdentityProvider {
  readonly kind: ProviderKind;
  /** `https://localhost:PORT`; issuer and authority too. */
  readonly origin: string;
  readonly devicePage: string;
  readonly stage: ProviderStage;
  readonly record: ProviderRecord;
  /** Every access token given out so far is worth nothing from now on. */
  endAccessTokens(): void;
  /** Everybody is signed out: renewals are refused. */
  endEverything(): void;
  /** Stage and record as at the beginning. */
  reset(): void;
  stop(): Promise<void>;
}

const ordinaryStage: ProviderStage = {
  ...openTenant,
  accessTokenSeconds: 3600,
  mailServersRefuse: false,
  revocationFails: false,
  keepsAnswer: false,
  alias: null,
  onToken: null,
};
const tenantId = '3f0c9d52-7b1e-4c6a-8d2f-9e8a7b6c5d4e';

export async function openIdentityProvider(kind: ProviderKind, authority: TestAuthority): Promise<IdentityProvider> {
  const facts = providerFacts[kind];
  const { cert, key } = authority.server;
  const server = createServer({ cert, key });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const stage = { ...ordinaryStage };
  const record: ProviderRecord = { signIns: 0, looks: 0, tokens: [], revocations: 0, secrets: [] };
  const store = makeProviderStore(facts.keepsOldRefreshTokens);
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const signing: JsonWebKey & { kid: string } = {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(6).toString('hex'),
    use: 'sig',
    alg: 'RS256',
  };
  const provider = new Provider(origin, {
    adapter: store.adapter,
    jwks: { keys: [signing] },
    clients: clientsOf(facts),
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: ['openid', 'offline_access', ...new Set(Object.values(facts.mailScopes))],
    claims: {
      openid: ['sub', 'tid', 'oid'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    // Name and address in the id token, as the big providers have them.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: facts.rotates,
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') && (facts.alwaysRenewable || code.scopes.has('offline_access')),
    expiresWithSession: async () => false,
    clientBasedCORS: () => false,
    findAccount: (_ctx, id) => {
      const person = people.find((each) => each.address === id);
      if (!person) return undefined;
      const { address, name } = person;
      return {
        accountId: id,
        claims: async () => ({
          sub: id,
          oid: id,
          tid: tenantId,
          email: stage.alias ?? address,
          email_verified: true,
          name,
          preferred_username: address,
        }),
      };
    },
    interactions: { url: (_ctx, interaction) => `${interactionPath}${interaction.uid}` },
    renderError: showError,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      // Microsoft has no place for it.
      revocation: {
        enabled: kind !== 'microsoft',
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      introspection: { enabled: true, allowedPolicy: () => !stage.mailServersRefuse },
      deviceFlow: devicePages(facts),
    },
    routes: {
      authorization: facts.paths.authorization,
      token: facts.paths.token,
      device_authorization: facts.paths.deviceCode,
      jwks: facts.paths.jwks,
      code_verification: devicePath,
      introspection: introspectionPath,
      revocation: revocationPath,
    },
    ttl: {
      AccessToken: () => stage.accessTokenSeconds,
      AuthorizationCode: 60,
      DeviceCode: 600,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 86_400,
      Session: 3600,
    },
  });
  // A bug of the tests' own: it must not look like the app's.
  provider.on('server_error', (_ctx, error) => console.error('The test provider failed:', error));

  provider.use(async (ctx, next) => {
    if (ctx.path === facts.paths.authorization && ctx.query['prompt'] === 'none') {
      record.looks += 1;
    } else if (ctx.method === 'GET' && (ctx.path === facts.paths.authorization || ctx.path === devicePath)) {
      record.signIns += 1;
      beginAfresh(ctx);
    }
    if (ctx.path.startsWith(interactionPath))
      return receivePerson(ctx, provider, facts, (scopes) => !needsAdministrator(stage, scopes, facts));
    if (ctx.path !== facts.paths.token) {
      await next();
      if (stage.keepsAnswer) showAnswer(ctx, facts);
      return;
    }
    const form = await readForm(ctx.req);
    const grantType = form.get('grant_type') ?? '';
    record.tokens.push(grantType);
    await stage.onToken?.('asked', grantType);
    repeatBody(ctx, form);
    await next();
    const given: Readonly<Record<string, unknown>> = ctx.body;
    for (const name of ['access_token', 'refresh_token']) {
      if (typeof given[name] === 'string') record.secrets.push(given[name]);
    }
    ctx.res.once('finish', () => stage.onToken?.('sent', grantType));
    await stage.onToken?.('made', grantType);
  });
  provider.use(
    receiveRevocations(
      kind,
      () => provider,
      stage,
      () => {
        record.revocations += 1;
      },
    ),
  );
  if (kind === 'microsoft') {
    provider.use(keepTenantRule(provider, stage, facts));
    provider.use(bendMicrosoft(facts.paths, tenantId));
  }
  if (kind === 'google') {
    const pem = createPublicKey({ key: signing, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    provider.use(serveGoogleKeys({ [signing.kid]: pem.toString() }));
  }
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));

  return {
    kind,
    origin,
    devicePage: `${origin}${devicePath}`,
    stage,
    record,
    endAccessTokens: () => store.forgetAccessTokens(),
    endEverything: () => store.forgetAll(),
    reset() {
      Object.assign(stage, ordinaryStage);
      Object.assign(record, { signIns: 0, looks: 0, tokens: [], revocations: 0, secrets: [] });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
