// From a token answer that openid-client has checked to a grant: who, until when, for what, and what renews.
import {
  type Configuration,
  fetchUserInfo,
  skipSubjectCheck,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client';
import type { Grant, Person, SignInPlan } from '../../setup/outside-world.ts';
import { Secret } from '../../setup/secret.ts';
import { detailLines } from '../detail-lines.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { hasAddress, personOfOpenid } from '../person-of-claims.ts';
import { renewalEnd } from '../renewal-end.ts';
import { scopesAsAsked, splitScope } from '../scopes-as-asked.ts';
import { clockOff } from '../settle.ts';
import type { Exchange, Wire } from '../wire/wire.ts';
import { clockToleranceSeconds } from './openid-clients.ts';

export type OpenidTokens = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** Where a provider does not say how long a token lives: an hour is what most mean. */
const assumedLifeSeconds = 3600;

/** What openid-client leaves to its caller here: the nonce, and an id token from the future. */
export function checkClaims(tokens: OpenidTokens, nonce: string | null, wire: Wire, now: number): void {
  const claims = tokens.claims();
  if (!claims) return;
  const clockOffMs = clockOff(wire);
  if (nonce !== null && claims.nonce !== nonce)
    throw new TroubleFound({ kind: 'token-wrong', why: 'nonce', clockOffMs });
  if (claims.iat > now / 1000 + clockToleranceSeconds) {
    throw new TroubleFound({ kind: 'token-wrong', why: 'time', clockOffMs });
  }
}

/** The id token first; the userinfo endpoint where that names no address. What the latter does not answer stays unknown. */
export async function findPerson(client: Configuration, tokens: OpenidTokens): Promise<Person | null> {
  const claims = tokens.claims();
  const named = claims ? personOfOpenid(claims) : null;
  if (hasAddress(named) || !client.serverMetadata().userinfo_endpoint) return named;
  // Many refuse a mail token there, and nothing is lost then.
  const info = await fetchUserInfo(client, tokens.access_token, claims?.sub ?? skipSubjectCheck).catch(() => null);
  if (!info) return named;
  return personOfOpenid({ ...claims, ...info }) ?? named;
}

/** `kept`: the refresh token in use until now, for the case that the answer has no new one. */
export function renewalOf(tokens: OpenidTokens, kept: string | null): Secret | null {
  const refreshToken = tokens.refresh_token ?? kept;
  return refreshToken === null ? null : new Secret(JSON.stringify({ refreshToken }));
}

export function openidGrant(parts: {
  readonly plan: SignInPlan;
  readonly client: Configuration;
  readonly tokens: OpenidTokens;
  readonly person: Person | null;
  readonly renewal: Secret | null;
  /** The exchange that brought the tokens. */
  readonly exchange: Exchange | null;
  readonly now: number;
}): Grant {
  const { plan, client, tokens, person, renewal, exchange, now } = parts;
  const metadata = client.serverMetadata();
  const said = splitScope(tokens.scope);
  // A refresh token is the proof that staying signed in was granted, whatever the list says.
  const granted = said && renewal ? [...said, 'offline_access'] : said;
  const grantedScopes = scopesAsAsked(plan.scopes, granted);
  return {
    accessToken: new Secret(tokens.access_token),
    validUntil: now + (tokens.expiresIn() ?? assumedLifeSeconds) * 1000,
    renewal,
    ...renewalEnd(exchange),
    grantedScopes,
    person,
    idTokenChecked: tokens.claims() !== undefined && metadata.jwks_uri !== undefined,
    details: detailLines({ tokenEndpoint: metadata.token_endpoint, issuer: metadata.issuer, grantedScopes }, exchange),
  };
}
