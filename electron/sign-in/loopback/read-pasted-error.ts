// Makes an error answer of the words a provider's page showed, when a person pasted them on purpose. Only codes nobody could write
// by chance count; the adapter's explanation does the rest. Pure.
import type { RedirectAnswer } from '../../setup/outside-world.ts';

/** RFC 6749, OpenID Connect Core, RFC 8628, RFC 8707, and Google's and Microsoft's own codes that stand on their pages. */
const knownCodes = [
  'access_denied',
  'admin_policy_enforced',
  'account_selection_required',
  'authorization_declined',
  'consent_required',
  'deleted_client',
  'disabled_client',
  'disallowed_useragent',
  'interaction_required',
  'invalid_client',
  'invalid_grant',
  'invalid_redirect_uri',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'invalid_target',
  'login_required',
  'org_internal',
  'policy_enforced',
  'rate_limit_exceeded',
  'redirect_uri_mismatch',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_response_type',
];
const knownCode = new RegExp(`(?<![\\w-])(?:${knownCodes.join('|')})(?![\\w-])`, 'iu');
const microsoftNumber = /AADSTS\d{5,7}/iu;
const mostDescription = 600;

/** Null when no known code stands in it. `text` must be free of addresses. */
export function readPastedError(text: string): RedirectAnswer | null {
  const code = knownCode.exec(text);
  const number = microsoftNumber.exec(text);
  const first = number ?? code;
  if (!first) return null;
  const error = code?.[0].toLowerCase() ?? (/AADSTS65004/iu.test(text) ? 'access_denied' : 'invalid_request');
  return { error, error_description: describe(text.slice(Math.max(0, first.index - mostDescription / 2))) };
}

/** One line, short, and without anything long and unbroken: that could be a token. */
function describe(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/aadsts(?=\d)/giu, 'AADSTS')
    .replace(/[^\s"',;:]{48,}/gu, '…')
    .trim()
    .slice(0, mostDescription);
}
