// Brings granted scopes to the spelling they were asked in, so that a comparison of plain sets is right. Pure.

/** Other spellings of one scope, in lower case; `null` where a granted scope is nothing that was asked for. */
export type OtherSpelling = (granted: string, asked: readonly string[]) => string | null;

/**
 * `granted` as the answer said, null where it said nothing ("as asked", RFC 6749 section 5.1). Spelling differences of case
 * and those `other` knows are evened out; what was granted besides stays in the list.
 */
export function scopesAsAsked(
  asked: readonly string[],
  granted: readonly string[] | null,
  other: OtherSpelling = () => null,
): readonly string[] | null {
  if (granted === null) return null;
  const inAskedSpelling = granted.map(
    (scope) => asked.find((each) => each.toLowerCase() === scope.toLowerCase()) ?? other(scope, asked) ?? scope,
  );
  return [...new Set(inAskedSpelling)];
}

/** A scope parameter's text as a list; null for none. */
export function splitScope(scope: string | null | undefined): readonly string[] | null {
  if (typeof scope !== 'string' || scope.trim() === '') return null;
  return scope.trim().split(/[\s,]+/u);
}
