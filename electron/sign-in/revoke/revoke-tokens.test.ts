// Taking a permission back at a real provider: afterwards it really is gone; what a provider says instead is told apart.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant, SignInAdapter, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import { type Bend, bentFetch, html, httpsFetch, json } from '../https-fetch.test-part.ts';
import { openTestProvider, type TestProvider } from '../sign-in-provider.test-part.ts';
import { attemptOf, planFor, problemIn, redirectUri, valueIn } from '../test-plan.test-part.ts';
import { visitProvider } from '../visit-provider.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';

let at: TestProvider;
beforeAll(async () => {
  at = await openTestProvider();
});
afterAll(() => at.stop());

const revocationPath = '/token/revocation';
const way = (bend: Bend = () => null): SignInAdapter => waysOver(bentFetch(httpsFetch(at.ca), bend)).openid;
const plan = (more: Partial<SignInPlan> = {}): SignInPlan => planFor({ signIn: 'openid', issuer: at.origin }, more);
const isRevocation = (url: URL): boolean => url.pathname === revocationPath;

async function signedIn(wish: SignInPlan): Promise<Grant> {
  const begun = valueIn(await way().begin(wish, redirectUri, attemptOf()));
  return valueIn(await begun.redeem(await visitProvider(begun.url, redirectUri, httpsFetch(at.ca)), attemptOf()));
}

async function revoke(wish: SignInPlan, grant: Grant, bend?: Bend) {
  const done = await way(bend).revoke?.(wish, grant, attemptOf());
  if (!done) throw new Error('nothing to take back with');
  return done;
}

const clientSecret = new Secret('the-test-client-secret');

describe('at a provider that says where', () => {
  it.each([
    ['without a secret', {}],
    ['with a secret by Basic', { clientId: 'by-basic', clientSecret }],
    ['with a secret in the body', { clientId: 'by-post', clientSecret }],
  ])('%s: nothing renews any more, and the access token is unknown', async (_name, more) => {
    const wish = plan(more);
    const grant = await signedIn(wish);
    expect(await at.provider.AccessToken.find(grant.accessToken.open())).toBeDefined();
    const sent: string[] = [];
    const noted: Bend = (url, init) => {
      if (isRevocation(url)) sent.push(new URLSearchParams(String(init.body)).get('token_type_hint') ?? '');
      return null;
    };
    expect(valueIn(await revoke(wish, grant, noted))).toEqual({ kind: 'revoked', reach: 'sign-in' });
    // A client that authenticates in the body may be asked twice: the first way is refused.
    expect([...new Set(sent)]).toEqual(['refresh_token', 'access_token']);
    expect(await at.provider.AccessToken.find(grant.accessToken.open())).toBeUndefined();
    const renewed = await way().renew(wish, grant.renewal ?? new Secret(''), attemptOf());
    expect(problemIn(renewed).code).toBe('sign-in-ended');
    // Once more is no failure: the first answer may have been lost.
    expect(valueIn(await revoke(wish, grant)).kind).toBe('revoked');
  });

  it('where nothing renews, the access token alone is taken back', async () => {
    const grant = await signedIn(plan());
    valueIn(await revoke(plan(), { ...grant, renewal: null }));
    expect(await at.provider.AccessToken.find(grant.accessToken.open())).toBeUndefined();
  });
});

describe('what a provider says instead', () => {
  const answers: readonly (readonly [string, Bend, string])[] = [
    ['no place in its description', (url) => noPlace(url), 'not-offered'],
    ['an empty 200', (url) => (isRevocation(url) ? new Response('') : null), 'revoked'],
    ['a page as the body of a 200', (url) => (isRevocation(url) ? html(200) : null), 'revoked'],
    [
      'that it is good for nothing',
      (url) => (isRevocation(url) ? json(400, { error: 'invalid_token' }) : null),
      'was-gone',
    ],
    [
      'that it takes none of this kind back',
      (url) => (isRevocation(url) ? json(400, { error: 'unsupported_token_type' }) : null),
      'not-offered',
    ],
  ];
  function noPlace(url: URL): Response | null {
    if (!url.pathname.startsWith('/.well-known/')) return null;
    return json(200, {
      issuer: at.origin,
      authorization_endpoint: `${at.origin}/a`,
      token_endpoint: `${at.origin}/t`,
    });
  }
  const grant = { accessToken: new Secret('access'), renewal: new Secret('{"refreshToken":"renewal"}') } as Grant;

  it.each(answers)('%s', async (_name, bend, kind) =>
    expect(valueIn(await revoke(plan(), grant, bend)).kind).toBe(kind),
  );

  it.each([
    ['a fault', () => json(503, {}), 'server-busy'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
      'answer-unreadable',
    ],
    ['nothing', () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })), 'connection-refused'],
    ['that it does not know the app', () => json(401, { error: 'invalid_client' }), 'client-unknown'],
  ] as const)('%s is a problem, not a success', async (_name, answer, code) => {
    const bend: Bend = (url) => (isRevocation(url) ? answer() : null);
    expect(problemIn(await revoke(plan(), grant, bend)).code).toBe(code);
  });

  it('no access token beside one that renews: the answer about that one counts', async () => {
    const asked: string[] = [];
    const bend: Bend = (url, init) => {
      if (!isRevocation(url)) return null;
      asked.push(String(new URLSearchParams(String(init.body)).get('token')));
      return asked.length === 1 ? new Response('') : json(503, {});
    };
    expect(valueIn(await revoke(plan(), grant, bend)).kind).toBe('revoked');
    expect(asked).toEqual(['renewal', 'access']);
  });
});

describe('Google and Microsoft', () => {
  const google = (endpoints?: NonNullable<SignInPlan['provider']['endpoints']>): SignInPlan =>
    planFor({ signIn: 'google', ...(endpoints ? { endpoints } : {}) });
  const grant = { accessToken: new Secret('access'), renewal: new Secret('{"refreshToken":"renewal"}') } as Grant;

  it('Google gets the token in the body, never in the address', async () => {
    const asked: string[] = [];
    const fetchGoogle: typeof fetch = async (input, init) => {
      asked.push(`${String(input)} ${String(init?.body)}`);
      return json(200, {});
    };
    const done = await waysOver(fetchGoogle).google.revoke?.(google(), grant, attemptOf());
    expect(done).toEqual({ ok: true, value: { kind: 'revoked', reach: 'app' } });
    expect(asked[0]).toBe('https://oauth2.googleapis.com/revoke token=renewal');
  });

  it('another that plays Google keeps its tokens from Google', async () => {
    const endpoints = { authorization: 'https://id.example/a', token: 'https://id.example/t' };
    const refuse: typeof fetch = () => Promise.reject(new Error('nothing may be sent'));
    const done = await waysOver(refuse).google.revoke?.(google(endpoints), grant, attemptOf());
    expect(done).toEqual({ ok: true, value: { kind: 'not-offered', reach: 'sign-in' } });
  });

  it('Microsoft has no place for it', () => expect(waysOver(fetch).microsoft.revoke).toBeUndefined());
});
