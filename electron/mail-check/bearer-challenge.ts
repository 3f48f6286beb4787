// What a server says inside the challenge of a failed token login: base64 JSON (RFC 7628 section 3.2.2, Google's XOAUTH2 page).
// Comes from outside: capped, stripped, and never trusted to be JSON.

export interface Challenge {
  /** `invalid_token`, `insufficient_scope`, or with Google a number as text, `400`. */
  readonly status: string;
  readonly scope?: string;
}

const plain = (value: unknown, max: number): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/[^\x20-\x7e]/gu, '')
        .trim()
        .slice(0, max)
    : '';

/** From the decoded JSON, whatever it is; null when there is nothing to read in it. */
export function challengeFrom(json: unknown): Challenge | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const fields = json as Readonly<Record<string, unknown>>;
  const status = plain(fields['status'], 40).toLowerCase();
  const scope = plain(fields['scope'], 200);
  if (status === '' && scope === '') return null;
  return scope === '' ? { status } : { status, scope };
}

/** From the base64 text of a continuation. Null when it is empty, too long or not JSON. */
export function readChallenge(base64: string): Challenge | null {
  const text = base64.trim();
  if (text === '' || text.length > 4096 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return null;
  try {
    return challengeFrom(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}
