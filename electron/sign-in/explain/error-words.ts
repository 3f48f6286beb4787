// What the error words of OAuth, OpenID Connect and the vendors mean, as data. Sources: RFC 6749 sections 4.1.2.1 and 5.2,
// RFC 8628 section 3.5, RFC 8707, OpenID Connect Core section 3.1.2.6, Google's and Microsoft's sign-in pages.
import type { ProblemCode } from '../../../shared/problem.ts';
import type { NumberMeaning } from './microsoft-numbers.ts';

/** Words that mean the same in every phase. `invalid_client` and `invalid_request` need more than the word. */
export const errorWords: Readonly<Record<string, NumberMeaning>> = {
  access_denied: 'refused-by-person',
  authorization_declined: 'refused-by-person',
  consent_required: 'sign-in-again',
  interaction_required: 'sign-in-page-needed',
  login_required: 'sign-in-page-needed',
  account_selection_required: 'sign-in-page-needed',
  invalid_grant: 'sign-in-again',
  invalid_scope: 'scope-unknown',
  invalid_target: 'scope-unknown',
  invalid_resource: 'scope-unknown',
  server_error: 'provider-fault',
  temporarily_unavailable: 'server-busy',
  slow_down: 'server-busy',
  rate_limit_exceeded: 'too-many-tries',
  unauthorized_client: 'registration-incomplete',
  unsupported_grant_type: 'registration-incomplete',
  unsupported_response_type: 'sign-in-too-old',
  expired_token: 'device-code-expired',
  bad_verification_code: 'device-code-wrong',
  invalid_redirect_uri: 'redirect-not-registered',
  // Google
  redirect_uri_mismatch: 'redirect-not-registered',
  admin_policy_enforced: 'policy-blocks',
  policy_enforced: 'account-protected',
  org_internal: 'account-kind-not-allowed',
  deleted_client: 'client-disabled',
  disabled_client: 'client-disabled',
  restricted_client: 'client-not-allowed',
  disallowed_useragent: 'browser-not-accepted',
};

/** Words of a page or a description, for what no code tells. Tried in this order, after numbers, before the words above. */
export const tellingTexts: readonly (readonly [RegExp, ProblemCode])[] = [
  [/has not completed the google verification|only be accessed by developer-approved testers/iu, 'not-a-tester'],
  [
    /redirect_uri_mismatch|redirect[ _]ur[il] .{0,80}(?:mismatch|did not match|not (?:registered|match|allowed|in the list))/iu,
    'redirect-not-registered',
  ],
  [/admin_policy_enforced/iu, 'policy-blocks'],
  // Microsoft's page with that heading bears no number, and leads back to nobody.
  [/need admin approval|permission .{0,60}that only an admin can grant/iu, 'approval-needed'],
  [/service abuse/iu, 'account-locked'],
  // Microsoft's service for personal accounts gives no numbers.
  [/not enabled for consumers|'userAudience' configuration/iu, 'audience-wrong'],
  // Google's pages, which lead back to nobody.
  [/hasn['’]t verified this app|this app isn['’]t verified/iu, 'app-not-verified'],
  [/user cap reached|reached (?:its user limit|the limit of users)|exceeded the 100 user/iu, 'app-user-limit'],
  [/advanced protection program/iu, 'account-protected'],
  [/managed with family link|supervised by a parent|ask a parent/iu, 'account-of-child'],
  [/account has been (?:deleted|disabled|suspended)/iu, 'account-disabled'],
  [/browser or app may not be secure/iu, 'browser-not-accepted'],
  [/(?:the server cannot process the request because it is|has issued a) malformed/iu, 'link-damaged'],
  // Google: a client for web pages or telephones may not come back to a program on a computer.
  [/loopback flow has been blocked|comply with google.s oauth 2\.0 policy/iu, 'platform-wrong'],
  [/client_secret is missing|secret is (?:missing|required)|client authentication (?:is )?required/iu, 'secret-needed'],
  [/code challenge method .{0,40}not supported|unsupported code_challenge_method/iu, 'sign-in-too-old'],
];
