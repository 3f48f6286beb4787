// What can go wrong on the way to a token, told in our own terms, whichever library was at work. Plain data without secrets.

/** An OAuth error as sent on a redirect or by an endpoint (RFC 6749 sections 4.1.2.1 and 5.2), with the vendors' additions. */
export interface ProviderError {
  readonly error: string;
  /** Cleaned of secrets, shortened. */
  readonly description: string;
  /** Microsoft's `suberror`, Google's `error_subtype`. */
  readonly subError: string;
  /** Microsoft's numbers: `error_codes` first, then those in the text. */
  readonly numbers: readonly number[];
}

export type SignInTrouble =
  /** The try ended (cancel, quit, its own deadline), or one request took longer than a request may. */
  | { readonly kind: 'stopped'; readonly why: 'ended' | 'deadline'; readonly host: string }
  /** `code` as Node (`ECONNREFUSED`) or Chromium (`ERR_CONNECTION_REFUSED`) names it. */
  | { readonly kind: 'no-connection'; readonly code: string; readonly host: string }
  /** An address that is not `https:`; nothing was sent. */
  | { readonly kind: 'not-https'; readonly host: string }
  /** `status` 0: it came on the redirect. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: ProviderError; readonly host: string }
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      readonly what: 'html' | 'redirect' | 'too-large' | 'other';
      readonly host: string;
    }
  /** An HTTP error that says nothing more. */
  | { readonly kind: 'status'; readonly status: number; readonly host: string }
  /** The answer came from another service than the one asked (RFC 9207). */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'code-used' }
  | { readonly kind: 'no-s256' }
  /** The discovery document is not one, or names another issuer. */
  | { readonly kind: 'not-a-service' }
  /** The id token, or the token answer as a whole, is not as it has to be. `clockOffMs`: provider's clock minus ours. */
  | {
      readonly kind: 'token-wrong';
      readonly why: 'time' | 'signature' | 'issuer' | 'audience' | 'nonce' | 'malformed';
      readonly clockOffMs: number | null;
    }
  | { readonly kind: 'device-too-late' }
  /** What was kept for renewing is gone or not ours to read. */
  | { readonly kind: 'renewal-unusable' };

/**
 * What the sign-in was about when it stopped; decides what a word like `invalid_grant` means. `widening`: a renewal that asks for
 * more than it was given for, to see whether approval has come.
 */
export type SignInPhase = 'discovery' | 'rehearsal' | 'answer' | 'code' | 'device' | 'renewal' | 'widening';

/** Carries a trouble from where it was found to where it is explained. Its message holds nothing but the kind. */
export class TroubleFound extends Error {
  readonly trouble: SignInTrouble;

  constructor(trouble: SignInTrouble) {
    super(`sign-in trouble: ${trouble.kind}`);
    this.name = 'TroubleFound';
    this.trouble = trouble;
  }
}
