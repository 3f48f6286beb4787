// How a token is put on the wire: XOAUTH2 (Google's and Microsoft's pages on it) and OAUTHBEARER (RFC 7628, RFC 5801).
// The results hold the token: use them in the very call that sends them.

import type { Secret } from '../setup/secret.ts';

export type BearerMechanism = 'XOAUTH2' | 'OAUTHBEARER';

export interface BearerPlace {
  readonly loginName: string;
  readonly host: string;
  readonly port: number;
}

/** XOAUTH2 where offered, since every large provider speaks it; null when the server offers neither. */
export function chooseMechanism(offered: readonly string[]): BearerMechanism | null {
  const names = new Set(offered.map((name) => name.toUpperCase()));
  if (names.has('XOAUTH2')) return 'XOAUTH2';
  return names.has('OAUTHBEARER') ? 'OAUTHBEARER' : null;
}

/** The initial response, base64 in one line. */
export function bearerResponse(mechanism: BearerMechanism, place: BearerPlace, token: Secret): string {
  if (mechanism === 'XOAUTH2') return base64(`user=${place.loginName}\x01auth=Bearer ${token.open()}\x01\x01`);
  const name = place.loginName.replace(/[=]/gu, '=3D').replace(/,/gu, '=2C');
  return base64(`n,a=${name},\x01host=${place.host}\x01port=${place.port}\x01auth=Bearer ${token.open()}\x01\x01`);
}

/** What answers a failure challenge, so that the server goes on to its final refusal. */
export function closingResponse(mechanism: BearerMechanism): string {
  return mechanism === 'XOAUTH2' ? '' : 'AQ==';
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
