// Which needed permissions were granted, and which are missing, by name. Pure.
import type { MailProvider, Service } from '../../shared/mail-provider.ts';
import type { ScopeView } from '../../shared/setup-state.ts';

/** What will be asked for and what each is for; the same scope for two services is listed for each. */
export function scopesNeeded(provider: MailProvider, wanted: readonly Service[]): readonly ScopeView[] {
  const forMail = wanted.flatMap((service) => (provider.scopes[service] ?? []).map((scope) => ({ service, scope })));
  const besides = provider.extraScopes.map((scope) => ({
    service: scope === 'offline_access' ? ('renewal' as const) : ('identity' as const),
    scope,
  }));
  return [...forMail, ...besides];
}

/** Each scope once, in the order of need, as sent. */
export function scopesToAsk(needed: readonly ScopeView[]): readonly string[] {
  return [...new Set(needed.map((each) => each.scope))];
}

const sameScope = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Marks each scope as granted or not. Null means the provider said nothing, which is "as asked" (RFC 6749 section 5.1).
 * Identity and renewal scopes are often left out of the answer though granted; they are proven by the id token and the
 * refresh token themselves, so they count as granted here.
 */
export function scopesGranted(needed: readonly ScopeView[], granted: readonly string[] | null): readonly ScopeView[] {
  return needed.map((each) => ({
    ...each,
    granted:
      granted === null ||
      each.service === 'identity' ||
      each.service === 'renewal' ||
      granted.some((scope) => sameScope(scope, each.scope)),
  }));
}

export function missingScopes(marked: readonly ScopeView[]): readonly ScopeView[] {
  return marked.filter((each) => each.granted === false);
}
