// Brings what three libraries hand to a fetch into one plain form, and names the values in it that must never be quoted.

export interface PlainRequest {
  readonly url: URL;
  readonly init: RequestInit;
  /** Values sent that are secret: code, tokens, verifier, client secret. */
  readonly secrets: readonly string[];
}

const secretFields = [
  'code',
  'token',
  'refresh_token',
  'client_secret',
  'code_verifier',
  'device_code',
  'client_assertion',
];

function secretsIn(body: string, authorization: string): readonly string[] {
  const fields = new URLSearchParams(body);
  const sent = secretFields.flatMap((name) => fields.getAll(name));
  const scheme = /^(Basic|Bearer)\s+(.+)$/iu.exec(authorization);
  if (scheme?.[2]) sent.push(scheme[2]);
  if (scheme?.[1]?.toLowerCase() === 'basic' && scheme[2]) {
    const pair = Buffer.from(scheme[2], 'base64').toString('utf8');
    const secret = pair.slice(pair.indexOf(':') + 1);
    // RFC 6749 section 2.3.1 form-encodes it first; both spellings are secret.
    sent.push(secret, new URLSearchParams(`secret=${secret}`).get('secret') ?? '');
  }
  return sent.filter((value) => value !== '');
}

/**
 * Only text and form bodies are known. Redirects are never followed: a token endpoint that sends its visitor elsewhere would
 * make us hand a code or a refresh token to a stranger. A library's own signal is left out; the wire has the one deadline.
 */
export function plainRequest(input: string | URL | Request, init: RequestInit = {}): PlainRequest {
  const url = new URL(input instanceof URL || typeof input === 'string' ? input : input.url);
  const headers = new Headers(init.headers);
  const given = init.body;
  const body = given instanceof URLSearchParams ? given.toString() : given;
  if (body !== undefined && body !== null && typeof body !== 'string')
    throw new TypeError('only text and forms are sent');
  if (given instanceof URLSearchParams && !headers.has('content-type')) {
    headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  return {
    url,
    init: {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(headers),
      redirect: 'manual',
      cache: 'no-store',
      ...(typeof body === 'string' ? { body } : {}),
    },
    secrets: secretsIn(body ?? '', headers.get('authorization') ?? ''),
  };
}
