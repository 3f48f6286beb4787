// What openid-client's own complaints mean when the wire saw nothing wrong. Reads codes only; its errors quote whole answers.
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';
import { clockOff } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';

type Why = Extract<SignInTrouble, { kind: 'token-wrong' }>['why'];

const whyOfClaim: Readonly<Record<string, Why>> = { iss: 'issuer', aud: 'audience', azp: 'audience', nonce: 'nonce' };

function claimOf(error: Error): string {
  let inner: unknown = error.cause;
  for (let depth = 0; depth < 4 && typeof inner === 'object' && inner !== null; depth += 1) {
    if ('claim' in inner && typeof inner.claim === 'string') return inner.claim;
    inner = 'cause' in inner ? inner.cause : null;
  }
  return '';
}

/** Null for what is a bug. Codes: oauth4webapi's `OAUTH_…`. */
export function readOpenidError(error: unknown, wire: Wire): SignInTrouble | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const clockOffMs = clockOff(wire);
  switch (error.code) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return { kind: 'token-wrong', why: 'time', clockOffMs };
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return { kind: 'token-wrong', why: whyOfClaim[claimOf(error)] ?? 'malformed', clockOffMs };
    case 'OAUTH_KEY_SELECTION_FAILED':
      return { kind: 'token-wrong', why: 'signature', clockOffMs };
    case 'OAUTH_INVALID_RESPONSE':
    case 'OAUTH_PARSE_ERROR':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_UNSUPPORTED_OPERATION':
      return { kind: 'token-wrong', why: 'malformed', clockOffMs };
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN':
      return { kind: 'not-https', host: '' };
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
    case 'OAUTH_MISSING_SERVER_METADATA':
    case 'OAUTH_INVALID_SERVER_METADATA':
      return { kind: 'not-a-service' };
    default:
      return null;
  }
}
