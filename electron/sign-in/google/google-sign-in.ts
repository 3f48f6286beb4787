// Signing in with Google by google-auth-library: it builds the request and redeems the answer, Postkey listens and checks.
import { CodeChallengeMethod, type Credentials } from 'google-auth-library';
import { problemOf } from '../../../shared/problem.ts';
import type { BegunSignIn, Grant, Outcome, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import type { AskedService } from '../check-answer-issuer.ts';
import { detailLines } from '../detail-lines.ts';
import { type FreshTry, freshTry } from '../fresh-try.ts';
import { personOfGoogle } from '../person-of-claims.ts';
import { once, readCode } from '../read-code.ts';
import { readRefreshToken } from '../read-refresh-token.ts';
import { madeUpRequest, rehearseWith } from '../rehearsal/rehearse-with.ts';
import { renewalEnd } from '../renewal-end.ts';
import { revokeTokens } from '../revoke/revoke-tokens.ts';
import { type OtherSpelling, scopesAsAsked, splitScope } from '../scopes-as-asked.ts';
import { settle } from '../settle.ts';
import type { Revoking, SignInParts } from '../sign-in-parts.ts';
import { usableToken, validUntil } from '../usable-token.ts';
import { type Exchange, makeWire } from '../wire/wire.ts';
import { checkGoogleIdToken } from './check-google-id-token.ts';
import {
  googleAuthorizationEndpoint,
  googleIssuer,
  googleRevocationEndpoint,
  googleTokenEndpoint,
  makeGoogleClient,
} from './google-client.ts';

/** Google answers with the long names of two scopes it also knows by short ones. Source: Google, OAuth 2.0 scopes. */
const longNames: Readonly<Record<string, string>> = {
  'https://www.googleapis.com/auth/userinfo.email': 'email',
  'https://www.googleapis.com/auth/userinfo.profile': 'profile',
};
const otherSpelling: OtherSpelling = (granted, asked) => {
  const short = longNames[granted];
  return short !== undefined && asked.includes(short) ? short : null;
};

const issuerOf = (plan: SignInPlan): string => plan.provider.endpoints?.issuer ?? googleIssuer;
const tokenEndpointOf = (plan: SignInPlan): string => plan.provider.endpoints?.token ?? googleTokenEndpoint;

/** Null: another provider that plays Google, and has named no place. Google itself must not get its tokens. */
function revocationEndpointOf({ provider }: SignInPlan): string | null {
  return provider.endpoints ? (provider.endpoints.revocation ?? null) : googleRevocationEndpoint;
}

/** Consent each time: without it Google gives a refresh token only once, and each sign-in here needs one. */
const promptFor = (plan: SignInPlan): string => (plan.chooseAccount ? 'select_account consent' : 'consent');

/** The library knows no error for it. */
const nothingKnown = () => null;

export function makeGoogleSignIn(parts: SignInParts): Revoking {
  function grantOf(
    plan: SignInPlan,
    tokens: Credentials,
    identity: Pick<Grant, 'person' | 'idTokenChecked'>,
    refreshToken: string | null,
    exchange: Exchange | null,
  ): Grant {
    const grantedScopes = scopesAsAsked(plan.scopes, splitScope(tokens.scope), otherSpelling);
    return {
      accessToken: usableToken(tokens.access_token),
      validUntil: validUntil(tokens.expiry_date, parts.now()),
      renewal: refreshToken === null ? null : new Secret(JSON.stringify({ refreshToken })),
      ...renewalEnd(exchange),
      grantedScopes,
      ...identity,
      details: detailLines({ tokenEndpoint: tokenEndpointOf(plan), issuer: issuerOf(plan), grantedScopes }, exchange),
    };
  }

  function redeemer(
    plan: SignInPlan,
    fresh: FreshTry,
    nonce: string | null,
    asked: AskedService,
    redirectUri: string,
  ): BegunSignIn['redeem'] {
    const useOnce = once();
    return (answer, attempt) => {
      const wire = makeWire(parts, attempt.signal);
      return settle({ plan, phase: 'error' in answer ? 'answer' : 'code', wire, read: nothingKnown }, async () => {
        useOnce();
        const code = readCode(answer, asked, fresh.state);
        const client = makeGoogleClient(plan, wire, redirectUri);
        const { tokens } = await client.getToken({ code, codeVerifier: fresh.verifier, redirect_uri: redirectUri });
        const exchange = wire.last();
        const claims = tokens.id_token
          ? await checkGoogleIdToken(client, tokens.id_token, { clientId: plan.clientId, nonce }, wire)
          : null;
        const identity = { person: claims ? personOfGoogle(claims) : null, idTokenChecked: claims !== null };
        return grantOf(plan, tokens, identity, tokens.refresh_token ?? null, exchange);
      });
    };
  }

  return {
    begin(plan, redirectUri, attempt) {
      const wire = makeWire(parts, attempt.signal);
      return settle({ plan, phase: 'discovery', wire, read: nothingKnown }, async () => {
        const fresh = freshTry();
        const nonce = plan.scopes.includes('openid') ? fresh.nonce : null;
        const prompt = promptFor(plan);
        const url = makeGoogleClient(plan, wire, redirectUri).generateAuthUrl({
          access_type: 'offline',
          prompt,
          scope: [...plan.scopes],
          state: fresh.state,
          code_challenge: fresh.challenge,
          code_challenge_method: CodeChallengeMethod.S256,
          ...(nonce === null ? {} : { nonce }),
          ...(plan.chooseAccount ? {} : { login_hint: plan.loginHint }),
        });
        const issuer = issuerOf(plan);
        const asked = { authorizationEndpoint: url, isIssuer: (iss: string) => iss === issuer, promisesIss: false };
        return {
          url,
          state: fresh.state,
          redeem: redeemer(plan, fresh, nonce, asked, redirectUri),
          details: detailLines({
            issuer,
            authorizationEndpoint: url,
            clientId: plan.clientId,
            responseType: 'code',
            codeChallengeMethod: 'S256',
            prompt,
            scopes: plan.scopes,
          }),
        };
      });
    },

    /** Google gives mail permissions to no device code. Source: Google, OAuth for TVs and limited-input devices. */
    beginDevice: async (plan): Promise<Outcome<never>> => ({
      ok: false,
      problem: problemOf('device-code-not-allowed', { provider: plan.provider.shortName }),
    }),

    renew(plan, renewal, attempt) {
      const wire = makeWire(parts, attempt.signal);
      return settle({ plan, phase: 'renewal', wire, read: nothingKnown }, async () => {
        const refreshToken = readRefreshToken(renewal);
        const client = makeGoogleClient(plan, wire);
        client.setCredentials({ refresh_token: refreshToken });
        let rotated: string | null = null;
        // The library writes the old refresh token over a new one right after this event.
        client.on('tokens', (tokens) => {
          rotated = tokens.refresh_token ?? null;
        });
        const { credentials } = await client.refreshAccessToken();
        return grantOf(
          plan,
          credentials,
          { person: null, idTokenChecked: false },
          rotated ?? refreshToken,
          wire.last(),
        );
      });
    },

    revoke(plan, left, attempt) {
      const wire = makeWire(parts, attempt.signal);
      return settle({ plan, phase: 'renewal', wire, read: nothingKnown }, async () => {
        const endpoint = revocationEndpointOf(plan);
        if (endpoint === null) return { kind: 'not-offered', reach: 'sign-in' };
        // In the body: the library puts the token into the address, where logs on the way may keep it.
        return revokeTokens(left, 'app', wire, (token) =>
          wire.fetch(endpoint, { method: 'POST', body: new URLSearchParams({ token }) }),
        );
      });
    },

    rehearse(plan, attempt) {
      const wire = makeWire(parts, attempt.signal);
      const tokenEndpoint = tokenEndpointOf(plan);
      const secret = plan.clientSecret ? { client_secret: plan.clientSecret.open() } : {};
      const body = new URLSearchParams({ ...madeUpRequest('http://127.0.0.1'), client_id: plan.clientId, ...secret });
      const page = {
        authorizationEndpoint: plan.provider.endpoints?.authorization ?? googleAuthorizationEndpoint,
        wayBack: 'http://127.0.0.1',
      };
      const details = { issuer: issuerOf(plan), tokenEndpoint };
      return rehearseWith({ plan, wire, getOnce: parts.getOnce, page, details, attempt, tellsOfSecret: true }, () =>
        wire.fetch(tokenEndpoint, { method: 'POST', body }),
      );
    },
  };
}
