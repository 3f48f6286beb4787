// The lines under "Technical details" that a sign-in can tell. Values hold no code, state, nonce, verifier or token.
import type { DetailLine } from '../../shared/setup-state.ts';
import type { Exchange } from './wire/wire.ts';

export interface Details {
  readonly issuer?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly clientId?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly grantedScopes?: readonly string[] | null | undefined;
  /** How: grant, PKCE, prompt. */
  readonly method?: string | undefined;
}

const line = (label: string, value: string | number | undefined): readonly DetailLine[] =>
  value === undefined || value === '' ? [] : [{ label, value: String(value) }];

/** Labels: issuer, endpoint, clientId, method, scopes, grantedScopes, httpStatus, ms, providerDate. */
export function detailLines(details: Details, last: Exchange | null = null): readonly DetailLine[] {
  return [
    ...line('issuer', details.issuer),
    ...line('endpoint', details.endpoint?.replace(/[?#].*$/u, '')),
    ...line('clientId', details.clientId),
    ...line('method', details.method),
    ...line('scopes', details.scopes?.join(' ')),
    ...line('grantedScopes', details.grantedScopes?.join(' ')),
    ...line('httpStatus', last?.status),
    ...line('ms', last?.ms),
    ...line('providerDate', last?.providerTime == null ? undefined : new Date(last.providerTime).toISOString()),
  ];
}
