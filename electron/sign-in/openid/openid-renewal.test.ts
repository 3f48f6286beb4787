// Renewing, the other device, and the rehearsal with openid-client, against a real provider; weather told from refusal.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grant, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import { type Bend, bentFetch, html, httpsFetch, json } from '../https-fetch.test-part.ts';
import { openTestProvider, type TestProvider } from '../sign-in-provider.test-part.ts';
import { attemptOf, planFor, problemIn, redirectUri, valueIn } from '../test-plan.test-part.ts';
import { visitProvider } from '../visit-provider.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';

let provider: TestProvider;
beforeAll(async () => {
  provider = await openTestProvider();
});
afterAll(() => provider.stop());

const way = (bend: Bend = () => null) => waysOver(bentFetch(httpsFetch(provider.ca), bend)).openid;
const plan = (more: Partial<SignInPlan> = {}) => planFor({ signIn: 'openid', issuer: provider.origin }, more);
const onToken =
  (answer: (init: RequestInit) => Response | null | Promise<Response | null>): Bend =>
  (url, init) =>
    url.pathname === '/oauth2/v2.0/token' ? answer(init) : null;

async function freshGrant(): Promise<Grant> {
  const begun = valueIn(await way().begin(plan(), redirectUri, attemptOf()));
  const answer = await visitProvider(begun.url, redirectUri, httpsFetch(provider.ca));
  return valueIn(await begun.redeem(answer, attemptOf()));
}

function renewalIn(grant: Grant): Secret {
  if (!grant.renewal) throw new Error('nothing renews this grant');
  return grant.renewal;
}

describe('renewing', () => {
  let renewal: Secret;
  beforeEach(async () => {
    renewal = renewalIn(await freshGrant());
  });
  const renewWith = async (bend: Bend, thisRenewal = renewal) =>
    problemIn(await way(bend).renew(plan(), thisRenewal, attemptOf())).code;

  it('keeps the rotated refresh token, and the old one is dead after it', async () => {
    const first = valueIn(await way().renew(plan(), renewal, attemptOf()));
    expect(renewalIn(first).open()).not.toBe(renewal.open());
    expect(first.person).toBeNull();
    const second = valueIn(await way().renew(plan(), renewalIn(first), attemptOf()));
    expect(second.accessToken.open()).not.toBe(first.accessToken.open());
    expect(await renewWith(() => null, renewal)).toBe('sign-in-ended');
  });

  it('keeps the refresh token where the answer has no new one', async () => {
    const bend = onToken(() => json(200, { access_token: 'a', token_type: 'Bearer', expires_in: 60 }));
    const grant = valueIn(await way(bend).renew(plan(), renewal, attemptOf()));
    expect(renewalIn(grant).open()).toBe(renewal.open());
    expect(grant.grantedScopes).toBeNull();
  });

  it('does not lose a rotated refresh token to a fault at the keys', async () => {
    const noKeys: Bend = (url) => (url.pathname === '/jwks' ? html(503) : null);
    const grant = valueIn(await way(noKeys).renew(plan(), renewal, attemptOf()));
    valueIn(await way().renew(plan(), renewalIn(grant), attemptOf()));
  });

  it('takes network, overload and faults for weather', async () => {
    const weather: [Bend, string][] = [
      [onToken(() => json(503, {}, { 'retry-after': '7' })), 'server-busy'],
      [onToken(() => json(429, { error: 'invalid_grant' })), 'server-busy'],
      [onToken(() => html(502)), 'provider-fault'],
      [onToken(() => json(500, { error: 'server_error' })), 'provider-fault'],
      [onToken(() => html(200)), 'answer-unreadable'],
      [onToken(() => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNRESET' }))), 'connection-lost'],
      [onToken(() => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'))), 'offline'],
      [onToken(() => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'))), 'name-not-found'],
    ];
    for (const [bend, code] of weather) expect(await renewWith(bend)).toBe(code);
  });

  it('ends at once when the attempt ends, however long the server stalls', async () => {
    const controller = new AbortController();
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const stalls = onToken(
      (init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
          asked();
        }),
    );
    const renewing = way(stalls).renew(plan(), renewal, attemptOf(controller));
    await isAsked;
    controller.abort();
    expect(problemIn(await renewing).code).toBe('took-too-long');
  });

  it('does not read an answer without end', async () => {
    const flood = onToken(
      () =>
        new Response(
          new ReadableStream({ pull: (stream) => stream.enqueue(new TextEncoder().encode(' '.repeat(100_000))) }),
          { headers: { 'content-type': 'application/json' } },
        ),
    );
    expect(await renewWith(flood)).toBe('answer-unreadable');
  });

  it('says that the sign-in ended when what was kept is not readable', async () => {
    expect(await renewWith(() => null, new Secret('{}'))).toBe('sign-in-ended');
  });
});

describe('another device', () => {
  const quick: Bend = async (url, init) => {
    if (!url.pathname.endsWith('/devicecode')) return null;
    const real = await httpsFetch(provider.ca)(url, init);
    return json(200, { ...((await real.json()) as object), interval: 1 });
  };

  it('waits until the person has approved', async () => {
    const begun = valueIn(await way(quick).beginDevice(plan(), attemptOf()));
    expect(begun.page).toBe(`${provider.origin}/device`);
    expect(begun.completePage).toContain(begun.userCode);
    const waiting = begun.grant(attemptOf());
    await provider.approveDevice(begun.userCode);
    const grant = valueIn(await waiting);
    expect(grant.person?.address).toBe('pat@example.org');
    expect(grant.renewal).not.toBeNull();
  });

  it('sits out a lost connection, and reports a no', async () => {
    const answers = [
      () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNRESET' })),
      () => json(400, { error: 'access_denied', error_description: 'declined' }),
    ];
    const bend: Bend = (url, init) =>
      url.pathname === '/oauth2/v2.0/token' ? (answers.shift()?.() ?? null) : quick(url, init);
    const begun = valueIn(await way(bend).beginDevice(plan(), attemptOf()));
    expect(problemIn(await begun.grant(attemptOf())).code).toBe('refused-by-person');
    expect(answers).toEqual([]);
  });

  it('sends nobody with a code to a page that no browser may be handed', async () => {
    const bendTo =
      (more: object): Bend =>
      async (url, init) => {
        const real = await quick(url, init);
        return real ? json(200, { ...((await real.json()) as object), ...more }) : null;
      };
    for (const verification_uri of ['http://evil.example/', 'javascript:alert(1)', 'device']) {
      const begun = await way(bendTo({ verification_uri })).beginDevice(plan(), attemptOf());
      expect(problemIn(begun).code).toBe('token-invalid');
    }
    const odd = bendTo({ verification_uri_complete: 'javascript:alert(1)' });
    expect(valueIn(await way(odd).beginDevice(plan(), attemptOf()))).not.toHaveProperty('completePage');
  });

  it('ends with the code, and at once with the attempt', async () => {
    const bend: Bend = async (url, init) => {
      const real = await quick(url, init);
      return real ? json(200, { ...((await real.json()) as object), expires_in: 1 }) : null;
    };
    const short = valueIn(await way(bend).beginDevice(plan(), attemptOf()));
    expect(problemIn(await short.grant(attemptOf())).code).toBe('device-code-expired');
    const long = valueIn(await way().beginDevice(plan(), attemptOf()));
    const controller = new AbortController();
    const waiting = long.grant(attemptOf(controller));
    controller.abort();
    expect(problemIn(await waiting).code).toBe('took-too-long');
  });

  it('is not offered where the provider has no such endpoint', async () => {
    const bend: Bend = async (url) => {
      if (!url.pathname.includes('/.well-known/')) return null;
      const { device_authorization_endpoint: _, ...rest } = (await (
        await httpsFetch(provider.ca)(url)
      ).json()) as Record<string, unknown>;
      return json(200, rest);
    };
    expect(problemIn(await way(bend).beginDevice(plan(), attemptOf())).code).toBe('device-code-not-allowed');
  });
});

describe('the rehearsal', () => {
  const rehearse = (more: Partial<SignInPlan>, bend?: Bend) => way(bend).rehearse(plan(more), attemptOf());

  it('finds that the client is known, with its secret where it has one', async () => {
    const known = valueIn(await rehearse({}));
    expect(known.asked).toBe(true);
    expect(known.details.map((line) => line.label)).toEqual([
      'issuer',
      'authorizationEndpoint',
      'tokenEndpoint',
      'clientId',
      'httpStatus',
      'ms',
      'providerDate',
    ]);
    const secret = new Secret('the-test-client-secret');
    expect(valueIn(await rehearse({ clientId: 'by-post', clientSecret: secret })).asked).toBe(true);
  });

  it('finds an unknown client and a wrong secret', async () => {
    const unknown = problemIn(await rehearse({ clientId: 'nobody' }));
    expect(unknown).toMatchObject({ code: 'client-unknown', serverSaid: expect.stringMatching(/^invalid_client: /u) });
    expect(unknown.serverSaid).toContain('client is invalid');
    expect(unknown.serverSaid).toContain('[hidden]');
    const wrong = problemIn(
      await rehearse({ clientId: 'by-basic', clientSecret: new Secret('not-the-client-secret') }),
    );
    expect(wrong.code).toBe('secret-wrong');
    expect(JSON.stringify(wrong)).not.toContain('not-the-client-secret');
  });

  it('says what was checked where one of the two answers is unclear', async () => {
    for (const unclear of [() => json(500, {}), () => json(400, { error: 'invalid_request' })]) {
      expect(valueIn(await rehearse({}, onToken(unclear))).checked).toEqual(['client', 'redirect']);
    }
    const noPage: Bend = (url) => (url.pathname.endsWith('/authorize') ? html(200) : null);
    expect(valueIn(await rehearse({}, noPage)).checked).toEqual(['client', 'secret']);
  });
});
