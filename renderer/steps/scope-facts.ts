// What was allowed and what was not, as facts for a list: a service is allowed when each of its permissions was. Pure.
import type { SetupView } from '../../shared/setup-state.ts';

export interface Allowed {
  readonly service: SetupView['wanted'][number];
  readonly isAllowed: boolean;
}

/** In the order of the services wanted. Absent answers count as allowed: they stand for "as asked" (RFC 6749 section 5.1). */
export function allowedServices({ wanted, scopes }: Pick<SetupView, 'wanted' | 'scopes'>): readonly Allowed[] {
  return wanted.map((service) => ({
    service,
    isAllowed: scopes.every((each) => each.service !== service || each.granted !== false),
  }));
}
