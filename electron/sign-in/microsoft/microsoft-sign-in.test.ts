// msal-node against a real provider: in the way it takes with Microsoft's own clouds, and in the way of any other authority.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant, Outcome, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import { type Bend, html, httpsFetch, json } from '../https-fetch.test-part.ts';
import { outlookScope, tenantId } from '../sign-in-provider.test-part.ts';
import { attemptOf, planFor, problemIn, valueIn } from '../test-plan.test-part.ts';
import { waysOver } from '../ways-over.test-part.ts';
import {
  type MicrosoftWorld,
  onToken,
  openMicrosoftWorld,
  redirectUri,
  renewalIn,
  scopes,
  type Where,
} from './microsoft-world.test-part.ts';

let world: MicrosoftWorld;
beforeAll(async () => {
  world = await openMicrosoftWorld();
});
afterAll(() => world.stop());

describe.each<Where>(['own authority', 'cloud'])('Microsoft, %s', (where) => {
  const renew = (renewal: Secret, bend?: Bend) => world.way(where, bend).renew(world.plan(where), renewal, attemptOf());

  it('goes from the address of the page to a checked grant', async () => {
    const grant = await world.grantFrom(where);
    expect(grant.person).toEqual({ address: 'pat@example.org', aliases: [], name: 'Pat Example' });
    expect(grant.idTokenChecked).toBe(true);
    expect(grant.grantedScopes).toEqual(expect.arrayContaining(scopes));
    expect(grant.validUntil).toBeGreaterThan(Date.now() + 3_500_000);
    expect(renewalIn(grant).open()).toContain('homeAccountId');
  });

  it('renews again and again, each time with what was rotated', async () => {
    const first = await world.grantFrom(where);
    const second = valueIn(await renew(renewalIn(first)));
    const third = valueIn(await renew(renewalIn(second)));
    expect(new Set([first, second, third].map((grant) => grant.accessToken.open())).size).toBe(3);
    expect(third.person).toBeNull();
    expect(problemIn(await renew(renewalIn(first))).code).toBe('sign-in-ended');
  });

  it('tells weather from an end when it renews', async () => {
    const renewal = renewalIn(await world.grantFrom(where));
    const refusal = (number: number) => () =>
      json(400, {
        error: 'invalid_grant',
        error_description: `AADSTS${number}: words`,
        error_codes: [number],
        suberror: 'basic_action',
      });
    const cases: [() => Response, string][] = [
      [() => json(503, {}), 'server-busy'],
      [() => json(429, {}, { 'retry-after': '9' }), 'server-busy'],
      [() => html(502), 'provider-fault'],
      [() => html(200), 'answer-unreadable'],
      [refusal(700082), 'sign-in-ended'],
      [refusal(50076), 'sign-in-ended'],
      [refusal(53003), 'policy-blocks'],
      [refusal(90094), 'approval-needed'],
      [refusal(90033), 'provider-fault'],
    ];
    for (const [answer, code] of cases) expect(problemIn(await renew(renewal, onToken(answer))).code).toBe(code);
    const lost: Bend = () => Promise.reject(new Error('net::ERR_CONNECTION_RESET'));
    expect(problemIn(await renew(renewal, lost)).code).toBe('connection-lost');
    expect(problemIn(await renew(new Secret('x'))).code).toBe('sign-in-ended');
  });

  it('asks for mail with a renewal that was given for none, once the administrator has agreed', async () => {
    const small = world.plan(where, { scopes: scopes.filter((scope) => scope !== outlookScope) });
    const { begun, visit } = await world.begin(where, undefined, small);
    const grant = valueIn(await begun.redeem(await visit(), attemptOf()));
    expect(grant.person?.address).toBe('pat@example.org');
    expect(grant.grantedScopes).not.toContain(outlookScope);
    const widen = async (bend?: Bend) =>
      (await world.way(where, bend).widen?.(world.plan(where), renewalIn(grant), attemptOf())) as Outcome<Grant>;
    const asked: string[] = [];
    const noConsent: Bend = (url, init) => {
      if (!url.pathname.endsWith('/token')) return null;
      asked.push(new URLSearchParams(String(init.body)).get('scope') ?? '');
      const words = 'AADSTS65001: The user or administrator has not consented to use the application.';
      const body = { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] };
      return json(400, { ...body, error_description: words });
    };
    expect(problemIn(await widen(noConsent)).code).toBe('approval-needed');
    expect(problemIn(await widen(noConsent)).code).toBe('approval-needed');
    expect(asked.map((each) => each.split(' ').includes(outlookScope))).toEqual([true, true]);
    await world.providers[where].agreeTo(outlookScope);
    const whole = valueIn(await widen());
    expect(whole.grantedScopes).toEqual(expect.arrayContaining([outlookScope]));
    expect(whole.accessToken.open()).not.toBe(grant.accessToken.open());
    valueIn(await renew(renewalIn(whole)));
    // Traded: the provider of these tests takes the earlier one no more.
    expect(problemIn(await widen()).code).toBe('sign-in-ended');
  });

  it('refuses an answer from a stranger, and an id token with another nonce', async () => {
    const { begun, visit } = await world.begin(where);
    const stranger = { ...(await visit()), iss: 'https://evil.example' };
    expect(problemIn(await begun.redeem(stranger, attemptOf())).code).toBe('wrong-issuer');
    const again = await world.begin(where);
    const other = await again.visit((url) => url.searchParams.set('nonce', 'somebody-elses'));
    expect(problemIn(await again.begun.redeem(other, attemptOf())).code).toBe('token-invalid');
  });

  it('refuses an id token signed by other keys, which msal-node itself would take', async () => {
    const other = world.providers[where === 'cloud' ? 'own authority' : 'cloud'];
    const keysOfOther: Bend = (url) =>
      /\/(?:keys|jwks)$/u.test(url.pathname) ? httpsFetch(other.ca)(`${other.origin}/jwks`) : null;
    const { begun, visit } = await world.begin(where, keysOfOther);
    expect(problemIn(await begun.redeem(await visit(), attemptOf())).code).toBe('token-invalid');
  });
});

describe('the request to Microsoft', () => {
  it('asks no consent of its own in a cloud, and sends the scopes once', async () => {
    const { begun } = await world.begin('cloud');
    const url = new URL(begun.url);
    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
    expect(url.searchParams.get('prompt')).toBeNull();
    expect(url.searchParams.get('login_hint')).toBe('pat@example.org');
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    const sent = url.searchParams.get('scope')?.split(' ') ?? [];
    expect([...sent].sort()).toEqual([...scopes].sort());
  });

  it('shows the account chooser without a hint', async () => {
    const { begun } = await world.begin('cloud', undefined, world.plan('cloud', { chooseAccount: true }));
    const { searchParams } = new URL(begun.url);
    expect(searchParams.get('prompt')).toBe('select_account');
    expect(searchParams.has('login_hint')).toBe(false);
  });

  it('goes to the cloud it was given', async () => {
    const at = async (authority: string, tenant: string) => {
      const nothing = () => Promise.reject(new Error('nothing is asked'));
      const { microsoft } = waysOver(nothing);
      const plan = planFor({ signIn: 'microsoft', authority, tenant }, { scopes });
      return new URL(valueIn(await microsoft.begin(plan, redirectUri, attemptOf())).url);
    };
    const us = await at('https://login.microsoftonline.us', 'contoso.us');
    expect(us.host + us.pathname).toBe('login.microsoftonline.us/contoso.us/oauth2/v2.0/authorize');
    expect((await at('https://login.partner.microsoftonline.cn/', tenantId)).host).toBe(
      'login.partner.microsoftonline.cn',
    );
    expect((await at('https://login.chinacloudapi.cn', 'common')).host).toBe('login.chinacloudapi.cn');
  });

  it('does not take an authority that describes another', async () => {
    const other = {
      issuer: 'https://other.example',
      authorization_endpoint: 'https://other.example/a',
      token_endpoint: 'https://other.example/t',
      jwks_uri: 'https://other.example/k',
    };
    const bend: Bend = (url) => (url.pathname.includes('.well-known') ? json(200, other) : null);
    const begun = await world.way('own authority', bend).begin(world.plan('own authority'), redirectUri, attemptOf());
    expect(problemIn(begun).code).toBe('discovery-failed');
  });
});

describe('the rehearsal, with Microsoft', () => {
  const rehearse = (bend?: Bend, more: Partial<SignInPlan> = {}) =>
    world.way('cloud', bend).rehearse(world.plan('cloud', more), attemptOf());
  const saying = (error: string, number: number) =>
    onToken(() => json(400, { error, error_description: `AADSTS${number}: words`, error_codes: [number] }));

  it('tells what is clearly wrong, and says so where nothing is clear', async () => {
    expect(valueIn(await rehearse()).asked).toBe(true);
    expect(problemIn(await rehearse(undefined, { clientId: 'nobody' })).code).toBe('client-unknown');
    expect(problemIn(await rehearse(saying('unauthorized_client', 700016))).code).toBe('client-unknown');
    expect(problemIn(await rehearse(saying('invalid_request', 90002))).code).toBe('tenant-unknown');
    expect(problemIn(await rehearse(saying('invalid_client', 7000218))).code).toBe('platform-wrong');
    const noPage: Bend = (url) => (url.pathname.endsWith('/authorize') ? html(200) : null);
    const both =
      (bend: Bend): Bend =>
      (url, init) =>
        noPage(url, init) ?? bend(url, init);
    expect(valueIn(await rehearse(saying('invalid_grant', 9002313))).asked).toBe(true);
    // The page told nothing: a code that is no code at all may be turned away before anybody looks at the app.
    expect(valueIn(await rehearse(both(saying('invalid_grant', 9002313)))).asked).toBe(false);
    expect(valueIn(await rehearse(both(saying('invalid_request', 900144)))).asked).toBe(false);
    expect(valueIn(await rehearse(both(onToken(() => html(200))))).asked).toBe(false);
  });
});
