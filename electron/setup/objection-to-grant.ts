// What stands against keeping a grant: another person, a person nobody can name, permissions that are missing, no way to renew. Pure.
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { ScopeView } from '../../shared/setup-state.ts';
import { comparePerson } from './compare-person.ts';
import { missingScopes } from './compare-scopes.ts';
import type { Grant } from './outside-world.ts';

export interface ExpectedGrant {
  /** The address that has to sign in. */
  readonly expected: string;
  /** The provider's short name. */
  readonly provider: string;
  /** Marked by what was granted. */
  readonly scopes: readonly ScopeView[];
}

/** In the order in which it is asked about; null when nothing does. */
export function objectionToGrant(wish: ExpectedGrant, grant: Grant): Problem | null {
  const { expected, provider } = wish;
  const verdict = comparePerson(expected, grant.person);
  if (verdict === 'unknown') return problemOf('person-unknown', { expected, provider });
  if (verdict === 'other')
    return problemOf('wrong-person', { expected, signedInAs: grant.person?.address ?? '', provider });
  return objectionToScopes(wish, grant);
}

/** The same, when it is settled who signed in. */
export function objectionToScopes({ provider, scopes }: ExpectedGrant, grant: Grant): Problem | null {
  const missing = missingScopes(scopes);
  if (missing.length > 0) {
    return problemOf('scope-missing', {
      missing: missing.map((each) => each.scope).join(', '),
      count: missing.length,
      provider,
    });
  }
  return grant.renewal === null ? problemOf('no-renewal', { provider }) : null;
}
