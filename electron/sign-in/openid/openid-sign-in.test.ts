// openid-client against a real provider on loopback https: every road to a grant, and what bends on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BegunSignIn, Grant, Outcome, RedirectAnswer, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import { type Bend, bentFetch, html, httpsFetch, json } from '../https-fetch.test-part.ts';
import { mailScope, openTestProvider, smtpScope, type TestProvider } from '../sign-in-provider.test-part.ts';
import { attemptOf, planFor, problemIn, redirectUri, valueIn } from '../test-plan.test-part.ts';
import { visitProvider } from '../visit-provider.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';

let provider: TestProvider;
beforeAll(async () => {
  provider = await openTestProvider();
});
afterAll(() => provider.stop());

const way = (bend: Bend = () => null, now: () => number = Date.now) =>
  waysOver(bentFetch(httpsFetch(provider.ca), bend), now).openid;
const plan = (more: Partial<SignInPlan> = {}) => planFor({ signIn: 'openid', issuer: provider.origin }, more);
const visit = (url: string): Promise<RedirectAnswer> => visitProvider(url, redirectUri, httpsFetch(provider.ca));

async function signIn(
  thisPlan = plan(),
  bend: Bend = () => null,
  change: (answer: RedirectAnswer) => RedirectAnswer = (answer) => answer,
): Promise<{ begun: BegunSignIn; outcome: Outcome<Grant> }> {
  const begun = valueIn(await way(bend).begin(thisPlan, redirectUri, attemptOf()));
  const answer = change(await visit(begun.url));
  return { begun, outcome: await begun.redeem(answer, attemptOf()) };
}

describe('signing in', () => {
  it('goes from the address of the page to a checked grant', async () => {
    const { begun, outcome } = await signIn();
    const url = new URL(begun.url);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(url.searchParams.get('prompt')).toBe('consent');
    expect(url.searchParams.get('login_hint')).toBe('pat@example.org');
    const grant = valueIn(outcome);
    expect(grant.person).toEqual({ address: 'pat@example.org', aliases: [], name: 'Pat Example' });
    expect(grant.idTokenChecked).toBe(true);
    expect(grant.grantedScopes).toEqual(expect.arrayContaining([...plan().scopes]));
    expect(grant.validUntil).toBeGreaterThan(Date.now() + 3_500_000);
    expect(grant.renewal).not.toBeNull();
    expect(begun.details.map((line) => line.label)).toEqual([
      'issuer',
      'authorizationEndpoint',
      'clientId',
      'responseType',
      'codeChallengeMethod',
      'prompt',
      'scopes',
    ]);
    expect(JSON.stringify([begun.details, grant.details])).not.toContain(begun.state);
  });

  it('makes state, nonce and challenge anew for each try', async () => {
    const urls = await Promise.all(
      [1, 2].map(async () => new URL(valueIn(await way().begin(plan(), redirectUri, attemptOf())).url)),
    );
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = urls.map((url) => url.searchParams.get(name));
      expect(values[0]).toMatch(/^[\w-]{43}$/u);
      expect(values[0]).not.toBe(values[1]);
    }
  });

  it('asks for an account chooser by login where select_account is unknown, and gives no hint then', async () => {
    const begun = valueIn(await way().begin(plan({ chooseAccount: true }), redirectUri, attemptOf()));
    const { searchParams } = new URL(begun.url);
    expect(searchParams.get('prompt')).toBe('consent login');
    expect(searchParams.has('login_hint')).toBe(false);
  });

  it('takes a secret in the way the registration wants it', async () => {
    for (const clientId of ['by-basic', 'by-post']) {
      const secret = new Secret('the-test-client-secret');
      valueIn((await signIn(plan({ clientId, clientSecret: secret }))).outcome);
    }
  });

  it('works with given endpoints, and leaves identity aside where no issuer is known', async () => {
    const endpoints = {
      authorization: `${provider.origin}/oauth2/v2.0/authorize`,
      token: `${provider.origin}/oauth2/v2.0/token`,
      keys: `${provider.origin}/jwks`,
    };
    const given = (issuer?: string) =>
      planFor({ signIn: 'openid', endpoints: { ...endpoints, ...(issuer ? { issuer } : {}) } });
    const known = valueIn((await signIn(given(provider.origin))).outcome);
    expect(known.person?.address).toBe('pat@example.org');
    const unknown = valueIn((await signIn(given())).outcome);
    expect(unknown.person).toBeNull();
    expect(unknown.idTokenChecked).toBe(false);
  });

  it('asks the userinfo endpoint where the id token names no address', async () => {
    const bend: Bend = async (url, init) => {
      if (!url.pathname.endsWith('/me')) return null;
      expect(new Headers(init.headers).get('authorization')).toMatch(/^Bearer /u);
      return json(200, { sub: 'pat', email: 'pat@example.org', name: 'From userinfo' });
    };
    provider.stage.person = {};
    const { outcome } = await signIn(plan(), bend).finally(() => {
      provider.stage.person = {
        email: 'pat@example.org',
        email_verified: true,
        name: 'Pat Example',
        preferred_username: 'pat@example.org',
      };
    });
    expect(valueIn(outcome).person).toEqual({ address: 'pat@example.org', aliases: [], name: 'From userinfo' });
  });

  it('lists what was granted, so that a scope not ticked is missing', async () => {
    provider.stage.withheld = [smtpScope];
    const { outcome } = await signIn(plan({ scopes: [...plan().scopes, smtpScope] })).finally(() => {
      provider.stage.withheld = [];
    });
    const { grantedScopes } = valueIn(outcome);
    expect(grantedScopes).toContain(mailScope);
    expect(grantedScopes).not.toContain(smtpScope);
  });
});

describe('refusing an answer', () => {
  const problemAfter = async (change: (answer: RedirectAnswer) => RedirectAnswer, bend?: Bend) =>
    problemIn((await signIn(plan(), bend, change)).outcome);

  it('that comes from a stranger, or names nobody though it was promised', async () => {
    expect((await problemAfter((answer) => ({ ...answer, iss: 'https://evil.example' }))).code).toBe('wrong-issuer');
    expect((await problemAfter(({ iss: _, ...answer }) => answer)).code).toBe('wrong-issuer');
  });

  it('with another state, without a code, or given twice', async () => {
    expect((await problemAfter((answer) => ({ ...answer, state: 'other' }))).code).toBe('code-stale');
    expect((await problemAfter(({ code: _, ...answer }) => answer)).code).toBe('code-stale');
    const begun = valueIn(await way().begin(plan(), redirectUri, attemptOf()));
    const answer = await visit(begun.url);
    valueIn(await begun.redeem(answer, attemptOf()));
    expect(problemIn(await begun.redeem(answer, attemptOf())).code).toBe('code-stale');
  });

  it('with a code the provider does not know', async () => {
    const problem = await problemAfter((answer) => ({ ...answer, code: 'abcdefghijkl' }));
    expect(problem.code).toBe('code-stale');
    expect(problem.serverSaid).toMatch(/^invalid_grant/u);
  });

  it('whose id token holds another nonce', async () => {
    const begun = valueIn(await way().begin(plan(), redirectUri, attemptOf()));
    const url = new URL(begun.url);
    url.searchParams.set('nonce', 'somebody-elses');
    expect(problemIn(await begun.redeem(await visit(url.href), attemptOf())).code).toBe('token-invalid');
  });

  it('whose id token is signed by other keys', async () => {
    const other = await openTestProvider();
    const bend: Bend = (url) => (url.pathname === '/jwks' ? httpsFetch(other.ca)(`${other.origin}/jwks`) : null);
    const flip: Bend = async (url) => {
      const bent = await bend(url, {});
      if (!bent) return null;
      const { keys } = (await bent.json()) as { keys: Record<string, unknown>[] };
      const real = (await (await httpsFetch(provider.ca)(`${provider.origin}/jwks`)).json()) as {
        keys: { kid: string }[];
      };
      return json(200, { keys: keys.map((key) => ({ ...key, kid: real.keys[0]?.kid })) });
    };
    expect((await problemAfter((answer) => answer, flip).finally(() => other.stop())).code).toBe('token-invalid');
  });

  it('that says no', async () => {
    provider.stage.refusal = 'access_denied';
    const problem = await problemAfter((answer) => answer).finally(() => {
      provider.stage.refusal = null;
    });
    expect(problem).toMatchObject({ code: 'refused-by-person', serverSaid: 'access_denied: not today' });
  });
});

describe('finding the service', () => {
  const begin = async (bend: Bend, issuer = provider.origin) =>
    problemIn(await way(bend).begin(planFor({ signIn: 'openid', issuer }), redirectUri, attemptOf())).code;
  const onDiscovery =
    (answer: () => Response): Bend =>
    (url) =>
      url.pathname.includes('/.well-known/') ? answer() : null;

  it('fails for another issuer in the document, for none, and for plain http', async () => {
    expect(
      await begin(
        onDiscovery(() =>
          json(200, { issuer: 'https://other.example', authorization_endpoint: 'https://other.example/a' }),
        ),
      ),
    ).toBe('discovery-failed');
    expect(await begin(onDiscovery(() => json(404, {})))).toBe('discovery-failed');
    expect(await begin(onDiscovery(() => html(404)))).toBe('discovery-failed');
    expect(await begin(() => null, 'http://127.0.0.1:9')).toBe('discovery-failed');
    expect(await begin(() => null, 'not an address')).toBe('discovery-failed');
  });

  it('speaks plain http to practice on this computer, and to nobody else', async () => {
    const issuer = 'http://127.0.0.1:49154';
    const document = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };
    const practice = (id: string) =>
      way(onDiscovery(() => json(200, document))).begin(
        planFor({ signIn: 'openid', issuer, id }),
        redirectUri,
        attemptOf(),
      );
    expect(valueIn(await practice('practice')).url).toMatch(/^http:\/\/127\.0\.0\.1:49154\/authorize\?/u);
    expect(problemIn(await practice('own')).code).toBe('discovery-failed');
  });

  it('takes a web page for what it is', async () => {
    expect(await begin(onDiscovery(() => html(200)))).toBe('answer-unreadable');
  });

  it('finds a document of RFC 8414 where there is none of OpenID Connect', async () => {
    const bend: Bend = async (url) => {
      if (url.pathname === '/.well-known/openid-configuration') return json(404, {});
      if (url.pathname !== '/.well-known/oauth-authorization-server') return null;
      return httpsFetch(provider.ca)(`${provider.origin}/.well-known/openid-configuration`);
    };
    valueIn(await way(bend).begin(plan(), redirectUri, attemptOf()));
  });

  it('stops at a provider whose list of PKCE methods lacks S256', async () => {
    const bend: Bend = async (url) => {
      if (!url.pathname.includes('/.well-known/')) return null;
      const real = (await (await httpsFetch(provider.ca)(url)).json()) as Record<string, unknown>;
      return json(200, { ...real, code_challenge_methods_supported: ['plain'] });
    };
    expect(await begin(bend)).toBe('sign-in-too-old');
  });

  it('sends nothing when the certificate is not trusted', async () => {
    const wayWithoutTrust = waysOver(httpsFetch('')).openid;
    const { code } = problemIn(await wayWithoutTrust.begin(plan(), redirectUri, attemptOf()));
    expect(['certificate-self-made', 'certificate-unknown-signer']).toContain(code);
  });
});
