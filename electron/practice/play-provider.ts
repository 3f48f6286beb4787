// What the provider plays besides its pages: other answers at its endpoints, another issuer on the way back, tokens with something
// missing. Everything else is left to oidc-provider. Must not log or keep a token.
import { generateKeyPairSync } from 'node:crypto';
import type { JWK, Provider } from 'oidc-provider';
import type { Play, PlayedAnswer } from './plays/play.ts';
import { places } from './provider-settings.ts';
import type { PageContext } from './show-page.ts';
import { signAgain } from './sign-again.ts';

type Middleware = Parameters<Provider['use']>[0];

const discoveryPaths: readonly string[] = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
];

/** Pages keep the real time: a browser would take their cookies for too old. */
const spokenToByPostkey: readonly string[] = [...discoveryPaths, places.token, places.keys, places.userInfo];

/** How far the provider's clock is ahead while that is played, seconds. */
const clockOffSeconds = 3 * 3600;

const questions = {
  authorization_code: 'code',
  refresh_token: 'renewal',
  'urn:ietf:params:oauth:grant-type:device_code': 'device',
} as const;

/** `key` signs the provider's id tokens. */
export function makeProviderPlay(now: () => Play, key: JWK): Middleware {
  return async (ctx, next) => {
    const play = now();
    if (play.grant === 'other-clock' && spokenToByPostkey.includes(ctx.path))
      ctx.set('date', new Date(Date.now() + clockOffSeconds * 1000).toUTCString());
    if (discoveryPaths.includes(ctx.path) && typeof play.discovery === 'object') return answer(ctx, play.discovery);
    if (ctx.path === places.deviceCode && play.deviceCode) return answer(ctx, play.deviceCode);
    if (ctx.path === places.userInfo && play.grant === 'nobody') return answer(ctx, { status: 403, json: {} });
    await next();
    if (ctx.path === places.token && play.token && isAsked(ctx, play.token.to)) return answer(ctx, play.token);
    if (discoveryPaths.includes(ctx.path) && play.discovery === 'plain-challenge-only')
      ctx.body = { ...ctx.body, code_challenge_methods_supported: ['plain'] };
    if (ctx.path === places.keys && play.grant === 'strange-key') ctx.body = { keys: [strangeKey(key)] };
    if (ctx.path === places.token && ctx.status === 200 && play.grant) changeTokens(ctx, play.grant, key);
    if (play.issuer !== undefined) nameIssuer(ctx, play.issuer);
  };
}

function answer(ctx: PageContext, { status, json, html }: PlayedAnswer): void {
  ctx.status = status;
  if (json) ctx.body = json;
  else {
    ctx.type = 'html';
    ctx.body = html ?? '';
  }
}

/** What the token endpoint was asked for, once oidc-provider has read it. */
function isAsked(ctx: PageContext, to: readonly string[]): boolean {
  const asked: unknown = ctx['oidc']?.params?.['grant_type'];
  const question = Object.entries(questions).find(([name]) => name === asked)?.[1];
  return question !== undefined && to.includes(question);
}

function changeTokens(ctx: PageContext, how: NonNullable<Play['grant']>, key: JWK): void {
  const tokens: Readonly<Record<string, unknown>> = ctx.body;
  const { id_token: idToken, refresh_token: _renewal, ...rest } = tokens;
  if (how === 'no-renewal') ctx.body = { ...rest, id_token: idToken };
  if (typeof idToken !== 'string') return;
  if (how === 'nobody') {
    const kept = ['iss', 'sub', 'aud', 'iat', 'exp', 'nonce', 'at_hash', 'auth_time'];
    ctx.body = {
      ...tokens,
      id_token: signAgain(idToken, key, (claims) => ({
        ...Object.fromEntries(Object.entries(claims).filter(([name]) => kept.includes(name))),
        sub: 'a-number-and-no-name',
      })),
    };
  }
  if (how === 'other-clock') {
    ctx.body = {
      ...tokens,
      id_token: signAgain(idToken, key, ({ iat, exp, ...claims }) => ({
        ...claims,
        iat: Number(iat) + clockOffSeconds,
        exp: Number(exp) + clockOffSeconds,
      })),
    };
  }
}

/** Under the same name as the provider's own key: what is signed with that one does not hold against it. */
function strangeKey({ kid }: JWK): object {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' };
}

/** RFC 9207: who leads back says who it is. */
function nameIssuer(ctx: PageContext, issuer: string): void {
  const location = ctx.response.get('location');
  if (!/[?&]iss=/u.test(location)) return;
  const back = new URL(location);
  back.searchParams.set('iss', issuer);
  ctx.set('location', back.href);
}
