// Who answered? The `iss` of a redirect (RFC 9207) against the service that was asked. Pure.
import type { RedirectAnswer } from '../setup/outside-world.ts';
import { TroubleFound } from './explain/sign-in-trouble.ts';
import { urlOrNull } from './url-or-null.ts';

export interface AskedService {
  readonly authorizationEndpoint: string;
  /** Says whether this is the issuer that was asked; null where no issuer is known. */
  readonly isIssuer: ((iss: string) => boolean) | null;
  /** The service's metadata promises `iss` in every answer. */
  readonly promisesIss: boolean;
}

/**
 * Throws a trouble when `iss` is wrong, or missing from a code though promised (RFC 9207 section 2.4). Where no issuer is known,
 * an `iss` must at least live where the authorization endpoint does. An error without `iss` may be words a person pasted from
 * the provider's page; it can do no harm.
 */
export function checkAnswerIssuer(answer: RedirectAnswer, asked: AskedService): void {
  const iss = answer['iss'];
  if (iss === undefined) {
    if (asked.promisesIss && answer['error'] === undefined) throw new TroubleFound({ kind: 'stranger' });
    return;
  }
  const holds = asked.isIssuer
    ? asked.isIssuer(iss)
    : urlOrNull(iss)?.origin === urlOrNull(asked.authorizationEndpoint)?.origin;
  if (!holds) throw new TroubleFound({ kind: 'stranger' });
}
