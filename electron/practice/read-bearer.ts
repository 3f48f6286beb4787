// Takes user and token out of a SASL answer: XOAUTH2 (Google's and Microsoft's form) and OAUTHBEARER (RFC 7628).
// Pure. Must not log or keep what it reads.

export type BearerMechanism = 'XOAUTH2' | 'OAUTHBEARER';

export const bearerMechanisms: readonly BearerMechanism[] = ['XOAUTH2', 'OAUTHBEARER'];

export interface Bearer {
  readonly user: string;
  readonly token: string;
}

/** Reads the base64 text a client sent; null when it is not of the mechanism's form. */
export function readBearer(mechanism: BearerMechanism, base64: string): Bearer | null {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  const fields = text.split('\u0001');
  const token = fields.map((field) => /^auth=Bearer +(\S+)$/iu.exec(field)?.[1]).find((found) => found !== undefined);
  const user = mechanism === 'XOAUTH2' ? /^user=(.+)$/u.exec(fields[0] ?? '')?.[1] : userOfGs2Header(fields[0] ?? '');
  return user && token ? { user, token } : null;
}

/** RFC 5801: `n,a=NAME,` with commas and equal signs of the name written as =2C and =3D. */
function userOfGs2Header(header: string): string | undefined {
  return /^[nyp][^,]*,a=([^,]+),$/u.exec(header)?.[1]?.replace(/=2C/giu, ',').replace(/=3D/giu, '=');
}

/** What a server answers to a refused token, base64 of a JSON object (both mechanisms). */
export function refusalChallenge(refusal: { readonly status: string; readonly scope: string }): string {
  return Buffer.from(JSON.stringify({ status: refusal.status, schemes: 'Bearer', scope: refusal.scope })).toString(
    'base64',
  );
}
