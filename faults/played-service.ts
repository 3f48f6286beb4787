// A provider that misbehaves as it is told, over real https on this computer: describes itself, gives tokens that are signed, keys,
// device codes. Each place answers well unless a fault puts something else there.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { KeyAndCertificate } from '../electron/mail-check/trial-certificates.test-part.ts';
import { outlookScope, tenantId } from '../electron/sign-in/sign-in-provider.test-part.ts';
import { secretsUsed } from './fault.ts';
import { goodKeys } from './mail-trial.ts';

export const clientId = 'native';
export const deviceCode = 'FaultDeviceCode-4d9a0c-never-to-be-seen';

export type Place = 'description' | 'keys' | 'token' | 'device' | 'revoke' | 'page' | 'person';
export interface Asked {
  readonly form: URLSearchParams;
  readonly service: PlayedService;
}
export type Reply = (response: ServerResponse, asked: Asked) => unknown;

export interface PlayedService {
  readonly origin: string;
  readonly ca: string;
  /** What each place answers with, from now on. */
  readonly replies: Record<Place, Reply>;
  /** The provider's clock minus this computer's, milliseconds. */
  readonly clockOffMs: number;
  /** Goes into the id tokens. */
  nonce: string;
  /** Everything that was sent to it in forms and that nobody may see. */
  readonly heard: Set<string>;
  open(): number;
  stop(): Promise<void>;
}

const places: readonly (readonly [RegExp, Place])[] = [
  [/\/\.well-known\//u, 'description'],
  [/\/keys$/u, 'keys'],
  [/\/token$/u, 'token'],
  [/\/devicecode$/u, 'device'],
  [/\/revoke$/u, 'revoke'],
  [/\/person$/u, 'person'],
];
const secretFields = ['code', 'code_verifier', 'refresh_token', 'device_code', 'client_secret', 'token'];

let signing: ReturnType<typeof makeSigning> | undefined;
async function makeSigning() {
  const [own, stranger] = await Promise.all([1, 2].map(() => generateKeyPair('RS256', { extractable: true })));
  if (!own || !stranger) throw new Error('no keys');
  return { own, stranger, jwk: { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' } };
}
const signingKeys = () => {
  signing ??= makeSigning();
  return signing;
};

export interface IdTokenWish {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Seconds from the provider's own time. */
  readonly issued?: number;
  readonly ends?: number;
  /** Signed with a key that the provider does not show. */
  readonly byStranger?: boolean;
}

/** Signed as the provider signs, with its own clock. */
export async function idToken(service: PlayedService, wish: IdTokenWish = {}): Promise<string> {
  const { own, stranger } = await signingKeys();
  const now = Math.floor((Date.now() + service.clockOffMs) / 1000);
  const person = { name: 'Pat Example', email: 'pat@example.org', email_verified: true };
  const claims = { ...person, preferred_username: 'pat@example.org', tid: tenantId, oid: 'pat', sub: 'pat' };
  return new SignJWT({ iss: service.origin, aud: clientId, nonce: service.nonce, ...claims, ...wish.claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuedAt(now + (wish.issued ?? 0))
    .setExpirationTime(now + (wish.ends ?? 3600))
    .sign(wish.byStranger ? stranger.privateKey : own.privateKey);
}

export const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

export const allScopes = ['openid', 'profile', 'email', 'offline_access', outlookScope] as const;

/** The fields of a good answer of the token endpoint, but for the id token. */
export const goodTokens = () => ({
  token_type: 'Bearer',
  scope: allScopes.join(' '),
  expires_in: 3600,
  access_token: secretsUsed.accessToken,
  refresh_token: secretsUsed.refreshToken,
  client_info: Buffer.from(JSON.stringify({ uid: 'pat', utid: tenantId })).toString('base64url'),
});

/** A good answer of the token endpoint with `change`; a field that is undefined is left out. */
export const tokens =
  (change: Readonly<Record<string, unknown>> = {}, token?: IdTokenWish | null): Reply =>
  async (response, { service }) =>
    send(response, 200, {
      ...goodTokens(),
      ...(token === null ? {} : { id_token: await idToken(service, token) }),
      ...change,
    });

export const description = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/oauth2/v2.0/authorize`,
  token_endpoint: `${origin}/oauth2/v2.0/token`,
  device_authorization_endpoint: `${origin}/oauth2/v2.0/devicecode`,
  revocation_endpoint: `${origin}/revoke`,
  jwks_uri: `${origin}/keys`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
});

/** The provider's description of itself with `change`. */
export const describedAs =
  (change: (origin: string) => Readonly<Record<string, unknown>>): Reply =>
  (response, { service: { origin } }) =>
    send(response, 200, { ...description(origin), ...change(origin) });

export const deviceAnswer =
  (change: Readonly<Record<string, unknown>> = {}): Reply =>
  (response) =>
    send(response, 200, {
      device_code: deviceCode,
      user_code: 'WDJB-MJHT',
      verification_uri: 'https://login.example/device',
      expires_in: 900,
      interval: 1,
      ...change,
    });

/** Google's library reads keys as PEM by key ID, the others as a set. */
async function keysFor(kind: 'pem' | 'set'): Promise<unknown> {
  const { own, jwk } = await signingKeys();
  return kind === 'set' ? { keys: [jwk] } : { [jwk.kid]: await exportSPKI(own.publicKey) };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** `shows`: another certificate than a good one for `localhost`. */
export async function openService(
  wish: { readonly clockOffMs?: number; readonly pemKeys?: boolean; readonly shows?: KeyAndCertificate } = {},
): Promise<PlayedService> {
  const { authority } = await goodKeys();
  const { key, cert } = wish.shows ?? (await ownCertificate());
  const server = createServer({ key, cert });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const service: PlayedService = {
    origin,
    ca: authority.cert,
    replies: {
      description: (response) => send(response, 200, description(origin)),
      keys: async (response) => send(response, 200, await keysFor(wish.pemKeys ? 'pem' : 'set')),
      token: tokens(),
      device: deviceAnswer(),
      revoke: (response) => send(response, 200, ''),
      page: (response) => send(response, 404, ''),
      person: (response) => send(response, 403, ''),
    },
    clockOffMs: wish.clockOffMs ?? 0,
    nonce: '',
    heard: new Set(),
    open: () => sockets.size,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void (async () => {
      const form = await formOf(request);
      for (const name of secretFields) service.heard.add(form.get(name) ?? '');
      const { pathname } = new URL(request.url ?? '/', origin);
      const place = places.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'page';
      response.setHeader('date', new Date(Date.now() + service.clockOffMs).toUTCString());
      await service.replies[place](response, { form, service });
    })().catch(() => response.destroy());
  });
  return service;
}

let own: Promise<KeyAndCertificate> | undefined;
function ownCertificate(): Promise<KeyAndCertificate> {
  own ??= goodKeys().then(({ authority }) => authority.issue(['localhost']));
  return own;
}
