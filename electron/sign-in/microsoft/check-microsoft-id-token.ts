// Checks an id token of Microsoft's as OIDC Core section 3.1.3.7 says. msal-node reads it without looking at the signature.
import { createRemoteJWKSet, customFetch, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { clockOff } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';
import { issuerForTenant, type MicrosoftService } from './microsoft-service.ts';

type Why = Extract<SignInTrouble, { kind: 'token-wrong' }>['why'];

const toleranceSeconds = 300;

function whyOf(error: unknown): Why {
  if (error instanceof errors.JWTExpired) return 'time';
  if (error instanceof errors.JWTClaimValidationFailed) {
    const byClaim: Readonly<Record<string, Why>> = {
      nbf: 'time',
      iat: 'time',
      exp: 'time',
      iss: 'issuer',
      aud: 'audience',
    };
    return byClaim[error.claim] ?? 'malformed';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return 'signature';
  return 'malformed';
}

function claimedTenant(idToken: string): unknown {
  try {
    return decodeJwt(idToken)['tid'];
  } catch {
    return undefined;
  }
}

/** The claims, once signature, issuer, audience, times and (unless null) nonce held; else throws a trouble. `now`: milliseconds. */
export async function checkMicrosoftIdToken(
  idToken: string,
  expected: {
    readonly service: MicrosoftService;
    readonly clientId: string;
    readonly nonce: string | null;
    readonly now: number;
  },
  wire: Wire,
): Promise<JWTPayload> {
  const { service, clientId, nonce, now } = expected;
  const clockOffMs = clockOff(wire);
  const wrong = (why: Why) => new TroubleFound({ kind: 'token-wrong', why, clockOffMs });
  const issuer = issuerForTenant(service, claimedTenant(idToken));
  if (issuer === null) throw wrong('issuer');
  const keys = createRemoteJWKSet(new URL(service.keys), {
    [customFetch]: (url, { headers }) => wire.fetch(url, { headers }),
  });
  const verified = await jwtVerify(idToken, keys, {
    issuer,
    audience: clientId,
    clockTolerance: toleranceSeconds,
    currentDate: new Date(now),
    requiredClaims: ['exp', 'iat', 'sub'],
  }).then(
    ({ payload }) => ({ payload }),
    (error: unknown) => ({ error }),
  );
  if ('error' in verified) throw new TroubleFound(wire.trouble() ?? wrong(whyOf(verified.error)).trouble);
  const { payload } = verified;
  if ((payload.iat ?? 0) > now / 1000 + toleranceSeconds) throw wrong('time');
  if (nonce !== null && payload['nonce'] !== nonce) throw wrong('nonce');
  return payload;
}
