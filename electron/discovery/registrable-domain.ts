// Which domain somebody registered a host under, by the public suffix list; private suffixes count, because a page of
// `somebody.github.io` is not GitHub's. Pure.
import { getDomain } from 'tldts';

/** `imap.mail.harbour.co.uk` → `harbour.co.uk`; null for addresses, single labels and suffixes themselves. */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true, validateHostname: true });
}

/** Whether both were registered by the same one. */
export function hasSameOwner(host: string, other: string): boolean {
  const owned = registrableDomain(host);
  return owned !== null && owned === registrableDomain(other);
}
