// Nothing secret comes out of the adapters, whatever happens: every secret is sent, every failure is provoked, all that comes back
// is searched.
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignInKind } from '../../shared/mail-provider.ts';
import { Secret } from '../setup/secret.ts';
import { bentFetch, httpsFetch, json } from './https-fetch.test-part.ts';
import { settle } from './settle.ts';
import { openTestProvider, type TestProvider } from './sign-in-provider.test-part.ts';
import { attemptOf, planFor, redirectUri, valueIn } from './test-plan.test-part.ts';
import { waysOver } from './ways-over.test-part.ts';
import { makeWire } from './wire/wire.ts';

let provider: TestProvider;
beforeAll(async () => {
  provider = await openTestProvider();
});
afterAll(() => provider.stop());

const secret = 'client-secret-5f0a91';
const code = 'authorization-code-77c1';
const refreshToken = 'refresh-token-1b2c3d';
const accessToken = 'access-token-9e8d7c';

const planOf = (signIn: SignInKind) => {
  const endpoints = {
    issuer: provider.origin,
    authorization: `${provider.origin}/oauth2/v2.0/authorize`,
    token: `${provider.origin}/oauth2/v2.0/token`,
    keys: `${provider.origin}/jwks`,
  };
  const at = signIn === 'microsoft' ? { authority: provider.origin } : { endpoints };
  return planFor({ signIn, ...at }, { clientSecret: new Secret(secret), clientId: 'by-post' });
};

describe.each<SignInKind>(['microsoft', 'google', 'openid'])('%s', (kind) => {
  it('tells no secret in outcomes, details or errors', async () => {
    const sentVerifiers: string[] = [];
    const told: unknown[] = [];
    const answers = [
      (sent: string) => json(400, { error: 'invalid_grant', error_description: `you sent ${sent}` }),
      () =>
        json(200, {
          access_token: accessToken,
          refresh_token: refreshToken,
          id_token: 'eyJ.x.y',
          token_type: 'Bearer',
        }),
      () => json(200, { access_token: accessToken, token_type: 7 }),
      () => json(200, [accessToken]),
      (sent: string) => new Response(`<html>${sent}</html>`, { status: 200, headers: { 'content-type': 'text/html' } }),
      () => Promise.reject(new Error(`failed with ${accessToken}`)),
    ];
    for (const answer of answers) {
      const fetchBent = bentFetch(httpsFetch(provider.ca), (url, init) => {
        if (!url.pathname.endsWith('/token')) return null;
        const form = new URLSearchParams(String(init.body));
        sentVerifiers.push(form.get('code_verifier') ?? '');
        return answer([...form.values()].join(' '));
      });
      const way = waysOver(fetchBent)[kind];
      const plan = planOf(kind);
      const begun = valueIn(await way.begin(plan, redirectUri, attemptOf()));
      told.push(begun.details);
      const redirect = { state: begun.state, iss: provider.origin, code };
      told.push(await begun.redeem(redirect, attemptOf()).catch((error: unknown) => error));
      const renewal = new Secret(JSON.stringify({ refreshToken }));
      told.push(await way.renew(plan, renewal, attemptOf()).catch((error: unknown) => error));
      told.push(await way.rehearse(plan, attemptOf()).catch((error: unknown) => error));
    }
    const everything = inspect(told, { depth: 20, showHidden: true, maxStringLength: null });
    const verifiers = sentVerifiers.filter((verifier) => verifier !== '');
    expect(verifiers.length).toBeGreaterThan(0);
    for (const each of [secret, code, refreshToken, accessToken, 'eyJ.x.y', ...verifiers])
      expect(everything).not.toContain(each);
  });
});

it('throws a library’s unknown error without anything of the error in it', async () => {
  const wire = makeWire({ fetch, now: Date.now }, new AbortController().signal);
  const about = { plan: planOf('openid'), phase: 'code' as const, wire, read: () => null };
  const quoting = Object.assign(new TypeError(`bad ${accessToken}`, { cause: { body: refreshToken } }), {
    code: 'ERR_X',
  });
  const thrown = await settle(about, () => Promise.reject(quoting)).catch((error: unknown) => error);
  expect(inspect(thrown, { showHidden: true, depth: 20 })).toContain(
    'The openid sign-in failed in code: TypeError ERR_X',
  );
  for (const each of [accessToken, refreshToken])
    expect(inspect(thrown, { showHidden: true, depth: 20 })).not.toContain(each);
});
