// Refusals in the provider's own words: every error of the standards, Google's and Microsoft's own, in the shape they have on the wire,
// at the place where they come: on the redirect, or from the token endpoint. One line for each.
import { randomUUID } from 'node:crypto';
import type { SignInKind } from '../shared/mail-provider.ts';
import type { Fault } from './fault.ts';
import { type Reply, send } from './played-service.ts';
import { type SignInMeeting, signInFault } from './sign-in-trial.ts';

type Line = readonly [
  id: string,
  cause: Fault['causes'][number],
  actor: Fault['actor'],
  fields: Readonly<Record<string, string>>,
  more?: Partial<SignInMeeting>,
];

/** Microsoft's token endpoint: the number in a list and in the text, and what its support wants to know. */
export const aadsts = (number: number, error: string, says: string, more: object = {}, status = 400): Reply => {
  const [trace, correlation] = [randomUUID(), randomUUID()];
  return (response) =>
    send(response, status, {
      error,
      error_description: `AADSTS${number}: ${says} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-11-24 11:00:00Z`,
      error_codes: [number],
      timestamp: '2026-11-24 11:00:00Z',
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${number}`,
      ...more,
    });
};

const onRedirect: readonly Line[] = [
  ['access-denied', 'refused-by-person', 'you', { error: 'access_denied' }],
  ['invalid-request', 'registration-incomplete', 'app', { error: 'invalid_request' }],
  ['unauthorized-client', 'registration-incomplete', 'app', { error: 'unauthorized_client' }],
  ['unsupported-response-type', 'sign-in-too-old', 'provider', { error: 'unsupported_response_type' }],
  ['invalid-scope', 'scope-unknown', 'app', { error: 'invalid_scope' }],
  ['server-error', 'provider-fault', 'wait', { error: 'server_error' }],
  ['temporarily-unavailable', 'server-busy', 'wait', { error: 'temporarily_unavailable' }],
  ['interaction-required', 'sign-in-page-needed', 'you', { error: 'interaction_required' }],
  ['login-required', 'sign-in-page-needed', 'you', { error: 'login_required' }],
  ['account-selection', 'sign-in-page-needed', 'you', { error: 'account_selection_required' }],
  ['consent-required', 'approval-needed', 'it', { error: 'consent_required' }],
  ['word-of-nobody', 'registration-incomplete', 'app', { error: 'x_flux_compensator', error_description: 'no flux' }],
  [
    'admin-policy',
    'approval-needed',
    'it',
    { error: 'admin_policy_enforced', error_subtype: 'app_blocked' },
    { kind: 'google' },
  ],
  ['org-internal', 'account-kind-not-allowed', 'you', { error: 'org_internal' }, { kind: 'google' }],
  ['user-agent', 'browser-not-accepted', 'you', { error: 'disallowed_useragent' }, { kind: 'google' }],
  ['restricted-client', 'client-not-allowed', 'app', { error: 'restricted_client' }, { kind: 'google' }],
  [
    'not-a-tester',
    'not-a-tester',
    'app',
    {
      error: 'access_denied',
      error_description:
        'The app has not completed the Google verification process. It can only be accessed by developer-approved testers.',
    },
    { kind: 'google' },
  ],
  [
    'admin-approval',
    'approval-needed',
    'it',
    { error: 'access_denied', error_description: 'AADSTS90094: The grant requires admin permission.' },
    { kind: 'microsoft' },
  ],
  [
    'declined',
    'refused-by-person',
    'you',
    {
      error: 'access_denied',
      error_subcode: 'cancel',
      error_description: 'AADSTS65004: User declined to consent to access the app.',
    },
    { kind: 'microsoft' },
  ],
];

const numbers: readonly (readonly [
  number: number,
  error: string,
  cause: Fault['causes'][number],
  actor: Fault['actor'],
  says: string,
])[] = [
  [54005, 'invalid_grant', 'code-stale', 'you', 'OAuth2 Authorization code was already redeemed, please retry.'],
  [70008, 'invalid_grant', 'code-stale', 'you', 'The provided authorization code or refresh token has expired.'],
  [700016, 'unauthorized_client', 'client-unknown', 'app', 'Application was not found in the directory.'],
  [7000218, 'invalid_client', 'platform-wrong', 'app', 'The request body must contain: client_assertion or secret.'],
  [7000215, 'invalid_client', 'secret-wrong', 'app', 'Invalid client secret provided.'],
  [7000222, 'invalid_client', 'secret-expired', 'app', 'The provided client secret keys are expired.'],
  [700025, 'invalid_client', 'secret-not-wanted', 'app', 'Client is public so no secret should be presented.'],
  [50011, 'invalid_request', 'redirect-not-registered', 'app', 'The redirect URI does not match.'],
  [50105, 'invalid_grant', 'not-assigned', 'it', 'The signed in user is not assigned to a role for the application.'],
  [53003, 'invalid_grant', 'policy-blocks', 'it', 'Access has been blocked by Conditional Access policies.'],
  [50076, 'invalid_grant', 'second-step-needed', 'you', 'You must use multi-factor authentication to access.'],
  [53000, 'invalid_grant', 'device-not-allowed', 'it', 'Device is not in required device state: compliant.'],
  [50057, 'invalid_grant', 'account-disabled', 'it', 'The user account is disabled.'],
  [50053, 'invalid_grant', 'account-locked', 'wait', 'The account is locked.'],
  [90033, 'temporarily_unavailable', 'provider-fault', 'wait', 'A transient error has occurred. Please try again.'],
  [500011, 'invalid_resource', 'mail-service-missing', 'it', 'The resource principal was not found in the tenant.'],
];

const fromToken: readonly Line[] = [
  ['invalid-grant', 'code-stale', 'you', { error: 'invalid_grant' }],
  ['client-not-found', 'client-unknown', 'app', { error: 'invalid_client', error_description: 'Client not found' }],
  ['secret-wrong', 'secret-wrong', 'app', { error: 'invalid_client' }, { withSecret: true }],
  [
    'secret-missing',
    'secret-needed',
    'app',
    { error: 'invalid_request', error_description: 'client_secret is missing.' },
    { kind: 'google' },
  ],
  ['unsupported-grant', 'registration-incomplete', 'app', { error: 'unsupported_grant_type' }],
  [
    'redirect-mismatch',
    'platform-wrong',
    'app',
    { error: 'redirect_uri_mismatch', error_description: 'Bad Request' },
    { kind: 'google' },
  ],
];

const busy = { causes: ['server-busy'], actor: 'wait' } as const;
const fault = { causes: ['provider-fault'], actor: 'wait' } as const;
const told = (id: string, injected: string, token: Reply, met: Pick<Fault, 'causes' | 'actor'>): Fault =>
  signInFault('oauth', `status-${id}`, injected, { step: 'code', replies: { token }, ...met });

const kindOf = (kind: SignInKind | undefined): string => (kind === undefined ? '' : ` (${kind})`);

export const wordFaults: readonly Fault[] = [
  ...onRedirect.map(([id, cause, actor, fields, more = {}]) =>
    signInFault('oauth', `redirect-${id}`, `the browser brings back “${fields['error']}”${kindOf(more.kind)}`, {
      step: 'code',
      answer: (state) => ({ ...fields, state }),
      causes: [cause],
      actor,
      ...more,
    }),
  ),
  ...fromToken.map(([id, cause, actor, fields, more = {}]) =>
    signInFault('oauth', `token-${id}`, `the token endpoint says “${fields['error']}”${kindOf(more.kind)}`, {
      step: 'code',
      replies: { token: (response) => send(response, 400, fields) },
      causes: [cause],
      actor,
      ...more,
    }),
  ),
  ...numbers.map(([number, error, cause, actor, says]) =>
    signInFault('oauth', `aadsts-${number}`, `Microsoft says AADSTS${number}: ${says}`, {
      step: 'code',
      kind: 'microsoft',
      replies: { token: aadsts(number, error, says) },
      causes: [cause],
      actor,
    }),
  ),
  told('429', '429 with Retry-After', (response) => send(response, 429, '', { 'retry-after': '120' }), busy),
  told('429-html', '429 with a page', (response) => send(response, 429, '<html>Slow down</html>'), busy),
  told('500', '500 with nothing', (response) => send(response, 500, ''), fault),
  told('502', '502 with a gateway’s page', (response) => send(response, 502, '<html>Bad Gateway</html>'), fault),
  told('503', '503', (response) => send(response, 503, '', { 'retry-after': '60' }), busy),
  told('503-json', '503 that says so in JSON', (response) => send(response, 503, { message: 'busy' }), busy),
  told('504', '504', (response) => send(response, 504, '<html>Gateway Timeout</html>'), fault),
  told('407', '407, a proxy wants a login', (response) => send(response, 407, ''), {
    causes: ['proxy-problem'],
    actor: 'it',
  }),
  told('404', '404', (response) => send(response, 404, ''), { causes: ['answer-unreadable'], actor: 'you' }),
];
