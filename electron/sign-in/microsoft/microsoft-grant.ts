// From msal-node's result to a grant, once the id token was checked.
import type { AuthenticationResult } from '@azure/msal-node';
import type { Grant, SignInPlan } from '../../setup/outside-world.ts';
import { detailLines } from '../detail-lines.ts';
import { personOfMicrosoft } from '../person-of-claims.ts';
import { renewalEnd } from '../renewal-end.ts';
import { scopesAsAsked } from '../scopes-as-asked.ts';
import { usableToken, validUntil } from '../usable-token.ts';
import type { Wire } from '../wire/wire.ts';
import { checkMicrosoftIdToken } from './check-microsoft-id-token.ts';
import { otherMicrosoftSpelling, unlistedScopes } from './microsoft-scopes.ts';
import type { MicrosoftService } from './microsoft-service.ts';
import type { MsalClient } from './msal-client.ts';

export interface MicrosoftGrantParts {
  readonly plan: SignInPlan;
  readonly service: MicrosoftService;
  readonly client: MsalClient;
  readonly result: AuthenticationResult;
  readonly wire: Wire;
  readonly now: number;
}

function grantOf(
  parts: MicrosoftGrantParts,
  identity: Pick<Grant, 'person' | 'idTokenChecked'>,
  exchange: ReturnType<Wire['last']>,
): Grant {
  const { plan, service, client, result, now } = parts;
  const grantedScopes = scopesAsAsked(
    plan.scopes,
    [...result.scopes, ...unlistedScopes(plan.scopes)],
    otherMicrosoftSpelling,
  );
  return {
    accessToken: usableToken(result.accessToken),
    validUntil: validUntil(result.expiresOn?.getTime(), now),
    renewal: client.renewalOf(result),
    ...renewalEnd(exchange),
    grantedScopes,
    ...identity,
    details: detailLines({ tokenEndpoint: service.tokenEndpoint, issuer: service.issuer, grantedScopes }, exchange),
  };
}

/** After a sign-in. `nonce` null: none was sent (device code). */
export async function microsoftGrant(parts: MicrosoftGrantParts, nonce: string | null): Promise<Grant> {
  const { plan, service, result, wire, now } = parts;
  const exchange = wire.last();
  if (result.idToken === '') return grantOf(parts, { person: null, idTokenChecked: false }, exchange);
  const claims = await checkMicrosoftIdToken(result.idToken, { service, clientId: plan.clientId, nonce, now }, wire);
  return grantOf(parts, { person: personOfMicrosoft(claims), idTokenChecked: true }, exchange);
}

/** After a renewal: who it is was settled at the sign-in. */
export function renewedMicrosoftGrant(parts: MicrosoftGrantParts): Grant {
  return grantOf(parts, { person: null, idTokenChecked: false }, parts.wire.last());
}
