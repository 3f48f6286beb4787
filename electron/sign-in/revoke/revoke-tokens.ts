// Takes back what a sign-in left, in the order of RFC 7009 section 2: what renews first, because most providers end the rest with it.
// Knows no way of sending; keeps no token.
import type { LeftBehind, Revoked } from '../../setup/outside-world.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { readRefreshToken } from '../read-refresh-token.ts';
import type { Wire } from '../wire/wire.ts';

export type TokenHint = 'refresh_token' | 'access_token';

/** Google and others answer so to a token that is good for nothing any more, where the RFC would have a plain 200. */
const goneErrors = new Set(['invalid_token', 'invalid_grant']);

type Verdict = 'taken' | 'gone' | 'not-taken-here';

/** What the newest answer says of the token that was sent; throws a trouble when it says nothing about it. */
function verdictOf(wire: Wire): Verdict {
  const trouble = wire.trouble();
  // The body of a good answer means nothing (section 2.2), whatever stands in it.
  if (trouble === null || (trouble.kind === 'unreadable' && trouble.status >= 200 && trouble.status < 300))
    return 'taken';
  if (trouble.kind === 'refused' && goneErrors.has(trouble.error.error)) return 'gone';
  if (trouble.kind === 'refused' && trouble.error.error === 'unsupported_token_type') return 'not-taken-here';
  throw new TroubleFound(trouble);
}

function refreshTokenIn({ renewal }: LeftBehind): string | null {
  try {
    return renewal && readRefreshToken(renewal);
  } catch {
    // Not ours to read: then nobody can renew with it either.
    return null;
  }
}

/** `send` posts one token to the provider by `wire`; its own error is dropped, because it may quote the token. */
export async function revokeTokens(
  left: LeftBehind,
  reach: Revoked['reach'],
  wire: Wire,
  send: (token: string, hint: TokenHint) => Promise<unknown>,
): Promise<Revoked> {
  const sendOne = async (token: string, hint: TokenHint): Promise<Verdict> => {
    const before = wire.last();
    await send(token, hint).catch(() => undefined);
    if (wire.trouble() === null && wire.last() === before) throw new Error('The token was not sent');
    return verdictOf(wire);
  };
  const refreshToken = refreshTokenIn(left);
  const first = refreshToken === null ? null : await sendOne(refreshToken, 'refresh_token');
  const access = left.accessToken.open();
  if (first === null) {
    const only = access === '' ? 'gone' : await sendOne(access, 'access_token');
    return { kind: kindOf(only), reach };
  }
  // The permission is gone with what renews; access tokens that cannot be taken back end by themselves.
  if (first !== 'not-taken-here' && access !== '') await sendOne(access, 'access_token').catch(() => undefined);
  return { kind: kindOf(first), reach };
}

function kindOf(verdict: Verdict): Revoked['kind'] {
  if (verdict === 'taken') return 'revoked';
  return verdict === 'gone' ? 'was-gone' : 'not-offered';
}
