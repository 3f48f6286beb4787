// How long a token answer says that its tokens can be renewed. Pure.

/** Google and Microsoft call it the one, Keycloak the other, where 0 means without end. In no RFC. */
const names = ['refresh_token_expires_in', 'refresh_expires_in'] as const;

/** Seconds; null where nothing usable was said. `json`: a token answer, unknown. */
export function readRenewalSeconds(json: unknown): number | null {
  if (typeof json !== 'object' || json === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...json };
  for (const name of names) {
    // Some write numbers as text.
    const seconds = Number(fields[name] ?? 0);
    if (Number.isFinite(seconds) && seconds > 0 && seconds < 1e10) return seconds;
  }
  return null;
}
