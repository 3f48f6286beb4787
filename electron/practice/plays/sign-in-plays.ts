// What the provider answers for each failure of the sign-in, the registration, the key and staying signed in. The words are vendors' own:
// OAuth's errors, Microsoft's numbers (Entra error code reference) and Google's pages, each with the part that tells.
import type { PracticeFailure } from '../../../shared/practice-failures.ts';
import type { Play, PlayedAnswer } from './play.ts';

const trace = 'Trace ID: 0f0e0d0c-0000-4000-8000-00000000c0de Timestamp: 2026-11-24 08:00:00Z';
const said = (number: number, words: string): string => `AADSTS${number}: ${words} ${trace}`;

const back = (number: number, words: string, error = 'access_denied'): Play => ({
  leadsBack: { error, description: said(number, words) },
});

const refusal = (error: string, error_description: string, more: object = {}): PlayedAnswer => ({
  status: 400,
  json: { error, error_description, ...more },
});

const numbered = (error: string, number: number, words: string): PlayedAnswer =>
  refusal(error, said(number, words), { error_codes: [number] });

const atCode = (error: string, number: number, words: string): Play => ({
  token: { to: ['code'], ...numbered(error, number, words) },
});

const atRenewal = (answer: PlayedAnswer): Play => ({ token: { to: ['renewal'], ...answer }, hourIsOver: true });

const portal =
  '<!doctype html><html><head><title>Welcome to the guest Wi-Fi</title></head><body>Accept the terms.</body></html>';

export const signInPlays = {
  // The sign-in page
  'browser-not-opened': { computer: 'no-browser' },
  refused: {},
  'closed-tab': {},
  'approval-needed': back(90094, 'The grant requires admin permission.', 'consent_required'),
  'policy-blocks': back(53003, 'Access has been blocked by Conditional Access policies.'),
  'not-assigned': back(
    50105,
    'Your administrator has configured the application to block users unless they are assigned.',
  ),
  'device-not-allowed': back(53000, 'Your device is required to be managed to access this resource.'),
  'account-unknown': back(50034, 'The user account does not exist in this directory.'),
  'account-kind-not-allowed': back(500200, 'The account is a personal account and is not permitted here.'),
  'account-locked': back(50053, 'The account is locked after too many tries with a wrong password.'),
  'account-disabled': back(50057, 'The user account is disabled.'),
  'account-password-refused': back(50126, 'Error validating credentials due to invalid username or password.'),
  'account-password-expired': back(50055, 'The password is expired.'),
  'account-protected': {
    page: 'Error 400: policy_enforced. Advanced Protection prevents your account from being used with this app.',
  },
  'account-of-child': { page: 'This account is managed with Family Link. Ask a parent to sign in.' },
  'second-step-needed': back(
    50076,
    'You must use multi-factor authentication to access this resource.',
    'interaction_required',
  ),
  'sign-in-page-needed': back(50058, 'A silent sign-in request was sent but no user is signed in.', 'login_required'),
  'mail-service-missing': back(650052, 'The app needs access to a service that your organisation has not enabled.'),
  'own-sign-in-fault': back(80002, 'The password validation request to the directory timed out.'),
  'browser-not-accepted': { page: 'Error 403: disallowed_useragent. This browser or app may not be secure.' },
  'link-damaged': { page: 'Error 400. The server cannot process the request because it is malformed.' },
  'app-not-verified': {
    page: 'Google hasn’t verified this app. The app asks for sensitive information of your account.',
  },
  'app-user-limit': { page: 'Sign-in is off for now: this app has reached the limit of users it may have.' },
  'not-a-tester': {
    page: 'Error 403: access_denied. Postkey has not completed the Google verification process and can only be accessed by developer-approved testers.',
  },
  'provider-fault': {
    leadsBack: { error: 'server_error', description: 'The server met something it did not expect.' },
  },
  'server-busy-at-sign-in': { leadsBack: { error: 'temporarily_unavailable', description: 'Please come back later.' } },
  'approved-elsewhere': back(50134, 'The device code was approved from a wrong data centre.'),
  'wrong-issuer': { issuer: 'https://sign-in.stranger.example' },
  'device-code-expired': { token: { to: ['device'], ...refusal('expired_token', 'The device code has expired.') } },
  'device-code-wrong': {
    token: {
      to: ['device'],
      ...refusal('bad_verification_code', 'The device code is not the one that was given out.'),
    },
  },
  // The registration
  'client-unknown': atCode('unauthorized_client', 700016, 'The application was not found in the directory.'),
  'client-disabled': atCode('unauthorized_client', 7000112, 'The application is disabled.'),
  'client-not-allowed': atCode(
    'invalid_request',
    65002,
    'Consent between first party applications must be preauthorized.',
  ),
  'tenant-unknown': atCode('invalid_request', 90002, 'The tenant was not found.'),
  'other-cloud': atCode('invalid_request', 900382, 'Cross cloud request from another national cloud.'),
  'audience-wrong': atCode(
    'invalid_request',
    50194,
    'The application is not configured as a multi-tenant application.',
  ),
  'platform-wrong': atCode(
    'invalid_client',
    7000218,
    'The request body must contain client_assertion or client_secret.',
  ),
  'registration-incomplete': atCode('unauthorized_client', 650056, 'Misconfigured application.'),
  'secret-wrong': atCode('invalid_client', 7000215, 'Invalid client secret provided.'),
  'secret-needed': { token: { to: ['code'], ...refusal('invalid_request', 'client_secret is missing.') } },
  'secret-expired': atCode('invalid_client', 7000222, 'The provided client secret keys are expired.'),
  'secret-not-wanted': atCode('invalid_client', 700025, 'The client is public so no secret may be presented.'),
  'discovery-failed': { discovery: { status: 404, html: '<h1>404 Not Found</h1>' } },
  'sign-in-too-old': { discovery: 'plain-challenge-only' },
  'redirect-not-registered': {
    page: said(50011, 'The redirect URI of the request does not match those of the application.'),
  },
  'scope-unknown': {
    leadsBack: { error: 'invalid_scope', description: said(70011, 'The provided scope is not valid.') },
  },
  'device-code-not-allowed': { deviceCode: refusal('unauthorized_client', 'This client may not use the device flow.') },
  // The key
  'code-stale': { token: { to: ['code'], ...refusal('invalid_grant', 'The code is too old or was used before.') } },
  'wrong-person': {},
  'person-unknown': { grant: 'nobody' },
  'scope-unticked': {},
  'no-renewal': { grant: 'no-renewal' },
  'token-invalid': { grant: 'strange-key' },
  'clock-wrong': { grant: 'other-clock' },
  // On the way to the provider
  'proxy-problem': { discovery: { status: 407, html: '<h1>407 Proxy Authentication Required</h1>' } },
  'answer-unreadable': { discovery: { status: 200, html: portal } },
  // Keeping
  'loopback-blocked': { computer: 'loopback-cut' },
  'no-key-store': { computer: 'no-key-store' },
  'key-store-locked': { computer: 'key-store-locked' },
  'not-saved': { computer: 'disk-refuses' },
  'record-unreadable': { computer: 'record-damaged' },
  // Staying signed in
  'sign-in-ended': atRenewal(refusal('invalid_grant', 'Token has been expired or revoked.')),
  'sign-in-time-limit': atRenewal(
    numbered('invalid_grant', 70043, 'The refresh token has expired due to sign-in frequency checks.'),
  ),
} as const satisfies Partial<Record<PracticeFailure, Play>>;
