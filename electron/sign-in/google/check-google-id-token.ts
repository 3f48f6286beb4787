// Checks Google's id token: signature, audience, issuer and times by google-auth-library, the nonce here.
import type { OAuth2Client } from 'google-auth-library';
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import type { Claims } from '../person-of-claims.ts';
import { clockOff } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';

type Why = Extract<SignInTrouble, { kind: 'token-wrong' }>['why'];

/** google-auth-library throws plain errors here: their first words are all there is. The rest of them quotes the token. */
const firstWords: readonly (readonly [RegExp, Why])[] = [
  [/^Token used too (?:early|late)/u, 'time'],
  [/^Expiration time too far in future/u, 'time'],
  [/^Invalid token signature/u, 'signature'],
  [/^No pem found for envelope/u, 'signature'],
  [/^Invalid issuer/u, 'issuer'],
  [/^Wrong recipient/u, 'audience'],
];

/** From the library's message to the reason. Pure; recorded samples in its test. */
export function whyGoogleRefused(message: string): Why {
  return firstWords.find(([pattern]) => pattern.test(message))?.[1] ?? 'malformed';
}

/** The claims, once all held; else throws a trouble. `nonce` null: none was sent. */
export async function checkGoogleIdToken(
  client: OAuth2Client,
  idToken: string,
  expected: { readonly clientId: string; readonly nonce: string | null },
  wire: Wire,
): Promise<Claims> {
  const clockOffMs = clockOff(wire);
  const checked = await client.verifyIdToken({ idToken, audience: expected.clientId }).then(
    (ticket) => ({ claims: { ...ticket.getPayload() } as Claims }),
    (error: unknown) => ({ why: whyGoogleRefused(error instanceof Error ? error.message : '') }),
  );
  if ('why' in checked) throw new TroubleFound(wire.trouble() ?? { kind: 'token-wrong', why: checked.why, clockOffMs });
  if (expected.nonce !== null && checked.claims['nonce'] !== expected.nonce) {
    throw new TroubleFound({ kind: 'token-wrong', why: 'nonce', clockOffMs });
  }
  return checked.claims;
}
