// What the sign-in page answered to a look: led back to us, refused, or nothing that is clear. Pure; trusts nothing about its shape.
import type { GotOnce } from '../../setup/get-once.ts';
import { readProviderError } from '../explain/read-provider-error.ts';
import type { ProviderError } from '../explain/sign-in-trouble.ts';
import { urlOrNull } from '../url-or-null.ts';
import { aboutOfError, type ErrorPage, readErrorPage } from './read-error-page.ts';
import { readAuthError } from './read-google-error.ts';

export type Looked =
  /** It leads back to us, as it may only do for an app and an address that it knows (RFC 6749 section 4.1.2.1). */
  | { readonly kind: 'back'; readonly error: ProviderError | null }
  /** It would let a person sign in. */
  | { readonly kind: 'sign-in' }
  | ({ readonly kind: 'refused'; readonly status: number; readonly host: string } & ErrorPage)
  | { readonly kind: 'unclear' };

const unclear: Looked = { kind: 'unclear' };

function errorIn(url: URL): ProviderError | null {
  const inFragment = new URLSearchParams(url.hash.slice(1));
  return (
    readProviderError(Object.fromEntries(url.searchParams), []) ?? readProviderError(Object.fromEntries(inFragment), [])
  );
}

function leadsBack(to: URL, redirectUri: string): boolean {
  const ours = new URL(redirectUri);
  return to.origin === ours.origin && to.pathname === ours.pathname;
}

/** Google's first page for a person; a request that it does not take goes to another path. */
function isGooglesSignIn(to: URL): boolean {
  return to.host === 'accounts.google.com' && /^\/(?:v\d+\/)?signin\/(?:identifier|challenge)\b/u.test(to.pathname);
}

function readRedirect(to: URL, asked: URL, redirectUri: string, status: number): Looked {
  if (leadsBack(to, redirectUri)) return { kind: 'back', error: errorIn(to) };
  // Whoever leads elsewhere may be a portal on the way; only the asked host's own word counts.
  if (to.host !== asked.host) return unclear;
  const google = to.searchParams.get('authError');
  const error = google === null ? errorIn(to) : readAuthError(google);
  if (error) return { kind: 'refused', status, host: asked.host, error, about: aboutOfError(error) };
  return isGooglesSignIn(to) ? { kind: 'sign-in' } : unclear;
}

/** `asked` is the address of the page as it was asked for, `redirectUri` the way back that was named in it. */
export function readLook(answer: GotOnce, asked: URL, redirectUri: string): Looked {
  const { status, location, body } = answer;
  if (location !== null) {
    const to = urlOrNull(location);
    return to ? readRedirect(to, asked, redirectUri, status) : unclear;
  }
  // A fault of the day says nothing about the app.
  if (status < 200 || status === 407 || status === 429 || status >= 500) return unclear;
  const sent = ['state', 'nonce', 'code_challenge'].map((name) => asked.searchParams.get(name) ?? '');
  const page = readErrorPage(new TextDecoder().decode(body), status, sent);
  return page ? { kind: 'refused', status, host: asked.host, ...page } : unclear;
}
