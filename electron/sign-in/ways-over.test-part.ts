// The three ways over one fetch, for this room's tests.
import type { SignInKind } from '../../shared/mail-provider.ts';
import type { SignInAdapter } from '../setup/outside-world.ts';
import { getOnceBy } from './https-fetch.test-part.ts';
import type { SignInParts } from './sign-in-parts.ts';
import { makeSignInWays } from './sign-in-ways.ts';

/** `fetchOnce` must not follow redirects. */
export function waysOver(
  fetchOnce: typeof fetch,
  now: () => number = Date.now,
  more: Partial<SignInParts> = {},
): Record<SignInKind, SignInAdapter> {
  return makeSignInWays({ fetch: fetchOnce, getOnce: getOnceBy(fetchOnce), now, ...more });
}
