// Finds the machine's own name for a failed connection in whatever a fetch threw. Pure.

/** `ECONNREFUSED` (Node), `UND_ERR_SOCKET` (undici), `ERR_CERT_DATE_INVALID` (Chromium, without `net::`); else `UNKNOWN`. */
export function networkCode(thrown: unknown): string {
  let error: unknown = thrown;
  for (let depth = 0; depth < 5 && error instanceof Error; depth += 1) {
    const chromium = /net::(ERR_[A-Z0-9_]+)/u.exec(error.message)?.[1];
    if (chromium) return chromium;
    if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/u.test(error.code))
      return error.code;
    // Several addresses were tried (happy eyeballs): the first failure stands for all.
    error = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error.cause;
  }
  return 'UNKNOWN';
}
