// What msal-node's own complaints mean when the wire saw nothing wrong. Reads codes only; its messages may quote answers.
import { AuthError } from '@azure/msal-node';
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';
import { clockOff } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';

/** Null for what is a bug. Codes: msal-common's ClientAuthErrorCodes and InteractionRequiredAuthErrorCodes. */
export function readMsalError(error: unknown, wire: Wire): SignInTrouble | null {
  if (!(error instanceof AuthError)) return null;
  switch (error.errorCode) {
    case 'nonce_mismatch':
      return { kind: 'token-wrong', why: 'nonce', clockOffMs: clockOff(wire) };
    case 'token_parsing_error':
    case 'null_or_empty_token':
    case 'client_info_decoding_error':
    case 'client_info_empty_error':
      return { kind: 'token-wrong', why: 'malformed', clockOffMs: clockOff(wire) };
    case 'no_tokens_found':
    case 'no_account_found':
    case 'no_account_in_silent_request':
    case 'refresh_token_expired':
      return { kind: 'renewal-unusable' };
    case 'openid_config_error':
    case 'endpoints_resolution_error':
      return { kind: 'not-a-service' };
    default:
      return null;
  }
}
