// The lines under "Technical details" that a sign-in can tell. Values hold no code, state, nonce, verifier or token.
import type { DetailLine } from '../../shared/setup-state.ts';
import type { Exchange } from './wire/wire.ts';

export interface Details {
  readonly issuer?: string | undefined;
  readonly authorizationEndpoint?: string | undefined;
  readonly tokenEndpoint?: string | undefined;
  readonly deviceEndpoint?: string | undefined;
  readonly clientId?: string | undefined;
  readonly responseType?: string | undefined;
  readonly codeChallengeMethod?: string | undefined;
  readonly prompt?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly grantedScopes?: readonly string[] | null | undefined;
}

const order = [
  'issuer',
  'authorizationEndpoint',
  'tokenEndpoint',
  'deviceEndpoint',
  'clientId',
  'responseType',
  'codeChallengeMethod',
  'prompt',
  'scopes',
  'grantedScopes',
] as const satisfies readonly (keyof Details)[];

function shown(name: (typeof order)[number], value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : value.join(' ');
  // A query may hold state and challenge.
  return name.endsWith('Endpoint') ? text.replace(/[?#].*$/u, '') : text;
}

/** One line for each part that is known, labelled by its name, then what the newest answer told: httpStatus, ms, providerDate. */
export function detailLines(details: Details, last: Exchange | null = null): readonly DetailLine[] {
  const known = order.flatMap((label) => {
    const value = details[label];
    return value ? [{ label, value: shown(label, value) }] : [];
  });
  if (!last) return known;
  const clock =
    last.providerTime === null ? [] : [{ label: 'providerDate', value: new Date(last.providerTime).toISOString() }];
  return [
    ...known,
    { label: 'httpStatus', value: `${last.status}` },
    { label: 'ms', value: `${last.ms} ms` },
    ...clock,
  ].filter((line) => line.value !== '');
}
