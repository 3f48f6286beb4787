// google-auth-library against a real provider that plays Google: what it keeps, what it checks, what it would lose.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import { type Bend, bentFetch, html, httpsFetch, json } from '../https-fetch.test-part.ts';
import { mailScope, openTestProvider, type TestProvider } from '../sign-in-provider.test-part.ts';
import { attemptOf, planFor, problemIn, redirectUri, valueIn } from '../test-plan.test-part.ts';
import { visitProvider } from '../visit-provider.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';

let google: TestProvider;
let rotating: TestProvider;
beforeAll(async () => {
  [google, rotating] = await Promise.all([openTestProvider({ keepRefreshTokens: true }), openTestProvider()]);
});
afterAll(() => Promise.all([google.stop(), rotating.stop()]));

const clientSecret = new Secret('the-test-client-secret');

/** Google's library reads its keys as PEM; the provider has them as JWK. */
const pemKeys =
  (from: TestProvider, bend: Bend = () => null): Bend =>
  (url, init) =>
    url.pathname === '/pem' ? json(200, from.pemKeys()) : bend(url, init);

const way = (bend?: Bend, at = google) => waysOver(bentFetch(httpsFetch(at.ca), pemKeys(at, bend))).google;

function plan(more: Partial<SignInPlan> = {}, at = google): SignInPlan {
  const endpoints = {
    issuer: at.origin,
    authorization: `${at.origin}/oauth2/v2.0/authorize`,
    token: `${at.origin}/oauth2/v2.0/token`,
    keys: `${at.origin}/pem`,
  };
  return planFor({ signIn: 'google', endpoints }, { clientId: 'by-post', clientSecret, ...more });
}

async function redeemed(bend?: Bend, at = google, change: (url: URL) => void = () => undefined) {
  const begun = valueIn(await way(bend, at).begin(plan({}, at), redirectUri, attemptOf()));
  const url = new URL(begun.url);
  change(url);
  return begun.redeem(await visitProvider(url.href, redirectUri, httpsFetch(at.ca)), attemptOf());
}

function renewalIn(grant: Grant): Secret {
  if (!grant.renewal) throw new Error('nothing renews this grant');
  return grant.renewal;
}

const onToken =
  (answer: () => Response | Promise<Response>): Bend =>
  (url) =>
    url.pathname.endsWith('/token') ? answer() : null;

describe('signing in with Google', () => {
  it('goes from the address of the page to a checked grant', async () => {
    const grant = valueIn(await redeemed());
    expect(grant.person).toEqual({ address: 'pat@example.org', aliases: [], name: 'Pat Example' });
    expect(grant.idTokenChecked).toBe(true);
    expect(grant.grantedScopes).toContain(mailScope);
    expect(grant.validUntil).toBeGreaterThan(Date.now() + 3_500_000);
    valueIn(await way().renew(plan(), renewalIn(grant), attemptOf()));
  });

  it('asks Google itself where no endpoints are given', async () => {
    const asked = planFor(
      { signIn: 'google' },
      { scopes: ['openid', 'email', 'profile', 'https://mail.google.com/'], chooseAccount: true },
    );
    const url = new URL(valueIn(await way().begin(asked, redirectUri, attemptOf())).url);
    expect(url.origin + url.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      access_type: 'offline',
      prompt: 'select_account consent',
      scope: 'openid email profile https://mail.google.com/',
      code_challenge_method: 'S256',
      redirect_uri: redirectUri,
    });
    expect(url.searchParams.has('login_hint')).toBe(false);
  });

  it('knows the short names of scopes that Google answers with long ones', async () => {
    const long = onToken(async () =>
      json(200, {
        access_token: 'a',
        token_type: 'Bearer',
        expires_in: 3599,
        scope: `https://www.googleapis.com/auth/userinfo.email openid https://www.googleapis.com/auth/userinfo.profile ${mailScope}`,
      }),
    );
    const grant = valueIn(await redeemed(long));
    expect(grant.grantedScopes).toEqual(['email', 'openid', 'profile', mailScope]);
    expect(grant.renewal).toBeNull();
    expect(grant.person).toBeNull();
  });

  it('refuses an id token with another nonce, other keys, or an address nobody verified', async () => {
    const nonce = await redeemed(undefined, google, (url) => url.searchParams.set('nonce', 'somebody-elses'));
    expect(problemIn(nonce).code).toBe('token-invalid');
    const keys: Bend = (url) => (url.pathname === '/pem' ? json(200, rotating.pemKeys()) : null);
    const { google: bent } = waysOver(bentFetch(httpsFetch(google.ca), keys));
    const begun = valueIn(await bent.begin(plan(), redirectUri, attemptOf()));
    const answer = await visitProvider(begun.url, redirectUri, httpsFetch(google.ca));
    expect(problemIn(await begun.redeem(answer, attemptOf())).code).toBe('token-invalid');
    google.stage.person = { email: 'pat@example.org', email_verified: false, name: 'Pat Example' };
    const grant = valueIn(
      await redeemed().finally(() => {
        google.stage.person = { email: 'pat@example.org', email_verified: true, name: 'Pat Example' };
      }),
    );
    expect(grant.person).toBeNull();
    expect(grant.idTokenChecked).toBe(true);
  });

  it('has no code for another device', async () => {
    expect(problemIn(await way().beginDevice(plan(), attemptOf())).code).toBe('device-code-not-allowed');
  });
});

describe('renewing with Google', () => {
  it('keeps a rotated refresh token, which the library throws away', async () => {
    const first = valueIn(await redeemed(undefined, rotating));
    const second = valueIn(await way(undefined, rotating).renew(plan({}, rotating), renewalIn(first), attemptOf()));
    expect(renewalIn(second).open()).not.toBe(renewalIn(first).open());
    valueIn(await way(undefined, rotating).renew(plan({}, rotating), renewalIn(second), attemptOf()));
  });

  it('tells weather from an end, and asks only once', async () => {
    const renewal = renewalIn(valueIn(await redeemed()));
    let asked = 0;
    const codeAfter = async (answer: () => Response | Promise<Response>) => {
      asked = 0;
      const bend = onToken(() => {
        asked += 1;
        return answer();
      });
      const { code } = problemIn(await way(bend).renew(plan(), renewal, attemptOf()));
      expect(asked).toBe(1);
      return code;
    };
    expect(await codeAfter(() => json(500, { error: 'internal_failure' }))).toBe('provider-fault');
    expect(await codeAfter(() => json(429, { error: 'rate_limit_exceeded' }))).toBe('server-busy');
    expect(await codeAfter(() => html(200))).toBe('answer-unreadable');
    expect(await codeAfter(() => Promise.reject(new Error('net::ERR_PROXY_CONNECTION_FAILED')))).toBe('proxy-problem');
    expect(
      await codeAfter(() =>
        json(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }),
      ),
    ).toBe('sign-in-ended');
    expect(
      await codeAfter(() =>
        json(400, { error: 'invalid_grant', error_description: 'Bad Request', error_subtype: 'invalid_rapt' }),
      ),
    ).toBe('sign-in-time-limit');
    expect(await codeAfter(() => json(400, { error: 'admin_policy_enforced' }))).toBe('approval-needed');
    expect(
      await codeAfter(() => json(401, { error: 'deleted_client', error_description: 'The OAuth client was deleted.' })),
    ).toBe('client-disabled');
  });
});

describe('the rehearsal, with Google', () => {
  it('tells an unknown client from a known one', async () => {
    const rehearse = (more: Partial<SignInPlan> = {}, bend?: Bend) => way(bend).rehearse(plan(more), attemptOf());
    expect(valueIn(await rehearse()).asked).toBe(true);
    const notFound: Bend = (url) =>
      url.pathname.endsWith('/authorize')
        ? html(200)
        : json(401, { error: 'invalid_client', error_description: 'The OAuth client was not found.' });
    expect(problemIn(await rehearse({}, notFound)).code).toBe('client-unknown');
    expect(problemIn(await rehearse({ clientSecret: new Secret('GOCSPX-wrong-secret-wrong') })).code).toBe(
      'secret-wrong',
    );
    const missing = onToken(() =>
      json(400, { error: 'invalid_request', error_description: 'client_secret is missing.' }),
    );
    expect(problemIn(await rehearse({}, missing)).code).toBe('secret-needed');
    const malformed = onToken(() => json(400, { error: 'invalid_grant', error_description: 'Malformed auth code.' }));
    expect(valueIn(await rehearse({}, malformed)).asked).toBe(true);
  });
});
