// Recorded answers of Microsoft, Google and others, as they stand in their documentation and in public reports, and what each
// is to a person.
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../wire/read-answer.ts';
import { explainNoConnection } from './explain-no-connection.ts';
import { explainSignInError } from './explain-sign-in-error.ts';
import { readProviderError } from './read-provider-error.ts';
import type { SignInPhase, SignInTrouble } from './sign-in-trouble.ts';

const codeOf = (trouble: SignInTrouble, phase: SignInPhase, sentSecret = false) =>
  explainSignInError(trouble, { provider: 'Example', phase, sentSecret }).code;

function onRedirect(query: string): SignInTrouble {
  const error = readProviderError(Object.fromEntries(new URLSearchParams(query)), []);
  if (!error) throw new Error('no error in it');
  return { kind: 'refused', status: 0, error, host: '' };
}

function fromEndpoint(status: number, body: unknown): SignInTrouble {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const contentType = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
  const { trouble } = readAnswer({ host: 'login.example', status, contentType, text }, []);
  if (!trouble) throw new Error('nothing wrong with it');
  return trouble;
}

const aadsts = (number: number, error = 'invalid_grant', more: object = {}) =>
  fromEndpoint(400, {
    error,
    error_description: `AADSTS${number}: Some words. Trace ID: 9f1c0c5e-8a52-4d55-a8b5-6a6a0d1e1200 Correlation ID: 2a6b Timestamp: 2026-09-01 10:00:00Z`,
    error_codes: [number],
    timestamp: '2026-09-01 10:00:00Z',
    trace_id: '9f1c0c5e-8a52-4d55-a8b5-6a6a0d1e1200',
    ...more,
  });

describe('Microsoft, on the redirect', () => {
  it.each([
    [
      'error=access_denied&error_subcode=cancel&error_description=AADSTS65004%3a+User+declined+to+consent',
      'refused-by-person',
    ],
    ['error=access_denied&error_description=the+user+canceled+the+authentication', 'refused-by-person'],
    ['error=consent_required&error_description=AADSTS90094%3a+The+grant+requires+admin+permission.', 'approval-needed'],
    ['error=access_denied&error_description=AADSTS90095%3a+Admin+consent+is+required', 'approval-needed'],
    ['error=access_denied&error_description=AADSTS900941%3a+Admin+consent+is+required', 'approval-needed'],
    ['error=unauthorized_client&error_description=AADSTS90093%3a+Calling+principal+cannot+consent', 'approval-needed'],
    ['error=consent_required', 'approval-needed'],
    ['error=invalid_request&error_description=Need+admin+approval+Postkey', 'approval-needed'],
    [
      'error=invalid_client&error_description=AADSTS650052%3a+The+app+needs+access+to+a+service',
      'mail-service-missing',
    ],
    ['error=invalid_client&error_description=AADSTS650053%3a+The+application+asked+for+scope', 'scope-unknown'],
    [
      'error=invalid_request&error_description=AADSTS50011%3a+The+redirect+URI+does+not+match',
      'redirect-not-registered',
    ],
    ['error=unauthorized_client&error_description=AADSTS700016%3a+Application+was+not+found', 'client-unknown'],
    ['error=invalid_request&error_description=AADSTS90002%3a+Tenant+not+found', 'tenant-unknown'],
    ['error=invalid_request&error_description=AADSTS50194%3a+Application+is+not+multi-tenant', 'audience-wrong'],
    ['error=invalid_request&error_description=AADSTS500200%3a+is+a+personal+account', 'account-kind-not-allowed'],
    [
      'error=unauthorized_client&error_description=The+client+does+not+exist+or+is+not+enabled+for+consumers.',
      'audience-wrong',
    ],
    ['error=invalid_request&error_description=AADSTS50020%3a+User+account+from+identity+provider', 'account-unknown'],
    ['error=invalid_request&error_description=AADSTS53003%3a+Access+has+been+blocked', 'policy-blocks'],
    ['error=server_error&error_description=', 'provider-fault'],
    ['error=temporarily_unavailable', 'server-busy'],
  ])('%s', (query, code) => {
    expect(codeOf(onRedirect(query), 'answer')).toBe(code);
  });
});

describe('Microsoft, at the token endpoint', () => {
  it.each([
    [aadsts(70008), 'code', 'code-stale'],
    [aadsts(54005), 'code', 'code-stale'],
    [aadsts(70008), 'renewal', 'sign-in-ended'],
    [aadsts(700082), 'renewal', 'sign-in-ended'],
    [aadsts(50173), 'renewal', 'sign-in-ended'],
    [aadsts(50076, 'interaction_required', { suberror: 'basic_action' }), 'renewal', 'sign-in-ended'],
    [aadsts(65001, 'invalid_grant', { suberror: 'consent_required' }), 'renewal', 'sign-in-ended'],
    [aadsts(65001, 'invalid_grant', { suberror: 'consent_required' }), 'code', 'approval-needed'],
    [aadsts(65001, 'invalid_grant', { suberror: 'consent_required' }), 'widening', 'approval-needed'],
    [aadsts(90094, 'invalid_grant'), 'widening', 'approval-needed'],
    [fromEndpoint(400, { error: 'interaction_required', suberror: 'consent_required' }), 'widening', 'approval-needed'],
    [fromEndpoint(400, { error: 'consent_required' }), 'renewal', 'sign-in-ended'],
    [aadsts(700082), 'widening', 'sign-in-ended'],
    [aadsts(50076, 'interaction_required', { suberror: 'basic_action' }), 'widening', 'sign-in-ended'],
    [aadsts(53003), 'widening', 'policy-blocks'],
    [aadsts(53000, 'interaction_required'), 'renewal', 'device-not-allowed'],
    [aadsts(7000218, 'invalid_client'), 'code', 'platform-wrong'],
    [aadsts(7000218, 'invalid_client'), 'device', 'device-code-not-allowed'],
    [aadsts(700025, 'invalid_client'), 'code', 'secret-not-wanted'],
    [aadsts(7000215, 'invalid_client'), 'code', 'secret-wrong'],
    [aadsts(9002326, 'invalid_request'), 'code', 'platform-wrong'],
    [aadsts(9002327, 'invalid_request'), 'code', 'platform-wrong'],
    [aadsts(70011, 'invalid_scope'), 'code', 'scope-unknown'],
    [aadsts(50053), 'renewal', 'account-locked'],
    [aadsts(90033, 'temporarily_unavailable'), 'renewal', 'provider-fault'],
    [aadsts(999999), 'renewal', 'sign-in-ended'],
    [aadsts(999999), 'code', 'code-stale'],
    [aadsts(530003), 'device', 'device-code-not-allowed'],
    [aadsts(530003), 'answer', 'device-not-allowed'],
  ] as const)('%#: %o', (trouble, phase, code) => {
    expect(codeOf(trouble, phase)).toBe(code);
  });

  it('finds the audience wrong, and not the account, where the mailbox itself is of the kind that is turned away', () => {
    const trouble = onRedirect('error=invalid_request&error_description=AADSTS500200%3a+is+a+personal+account');
    const context = { provider: 'Microsoft', phase: 'answer', sentSecret: false } as const;
    expect(explainSignInError(trouble, { ...context, isPersonal: true }).code).toBe('audience-wrong');
    expect(explainSignInError(trouble, { ...context, phase: 'rehearsal' }).code).toBe('audience-wrong');
  });

  it('reads the number from the text where no list of numbers came, and keeps it for the details', () => {
    const trouble = fromEndpoint(400, {
      error: 'invalid_grant',
      error_description: 'AADSTS700082: The refresh token has expired.',
    });
    const problem = explainSignInError(trouble, { provider: 'Microsoft', phase: 'renewal', sentSecret: false });
    expect(problem).toEqual({
      code: 'sign-in-ended',
      facts: { provider: 'Microsoft', host: 'login.example', number: 700082 },
      serverSaid: 'invalid_grant: AADSTS700082: The refresh token has expired.',
    });
  });

  it('sees a blocked personal account in the words', () => {
    const words = 'AADSTS70000: User account is found to be in service abuse mode.';
    expect(
      codeOf(fromEndpoint(400, { error: 'invalid_grant', error_description: words, error_codes: [70000] }), 'renewal'),
    ).toBe('account-locked');
  });
});

describe('Google', () => {
  it.each([
    [onRedirect('error=access_denied'), 'answer', 'refused-by-person'],
    [
      onRedirect('error=access_denied&error_description=Postkey+has+not+completed+the+Google+verification+process.'),
      'answer',
      'not-a-tester',
    ],
    [onRedirect('error=admin_policy_enforced'), 'answer', 'approval-needed'],
    [onRedirect('error=org_internal'), 'answer', 'account-kind-not-allowed'],
    [onRedirect('error=redirect_uri_mismatch'), 'answer', 'redirect-not-registered'],
    [onRedirect('error=invalid_scope'), 'answer', 'scope-unknown'],
    [fromEndpoint(400, { error: 'invalid_grant', error_description: 'Malformed auth code.' }), 'code', 'code-stale'],
    [
      fromEndpoint(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }),
      'renewal',
      'sign-in-ended',
    ],
    [
      fromEndpoint(400, {
        error: 'invalid_grant',
        error_description: 'reauth related error (invalid_rapt)',
        error_subtype: 'invalid_rapt',
      }),
      'renewal',
      'sign-in-time-limit',
    ],
    [
      fromEndpoint(401, { error: 'invalid_client', error_description: 'The OAuth client was not found.' }),
      'code',
      'client-unknown',
    ],
    [
      fromEndpoint(401, { error: 'deleted_client', error_description: 'The OAuth client was deleted.' }),
      'renewal',
      'client-disabled',
    ],
    [
      fromEndpoint(400, { error: 'invalid_request', error_description: 'client_secret is missing.' }),
      'code',
      'secret-needed',
    ],
    [
      fromEndpoint(403, { error: { code: 403, status: 'PERMISSION_DENIED', message: 'no' } }),
      'code',
      'registration-incomplete',
    ],
  ] as const)('%#: %o', (trouble, phase, code) => {
    expect(codeOf(trouble, phase)).toBe(code);
  });

  it('tells an administrator who keeps the app out from another rule', () => {
    const inWords = 'error=invalid_request&error_description=Error+400%3a+admin_policy_enforced';
    expect(codeOf(onRedirect(inWords), 'answer')).toBe('approval-needed');
    expect(codeOf(onRedirect('error=policy_enforced'), 'answer')).not.toBe('approval-needed');
  });

  it('finds a client of another type where Google does not lead back', () => {
    const context = { provider: 'Google', phase: 'answer', sentSecret: false, signIn: 'google' } as const;
    const codes = [
      'error=redirect_uri_mismatch',
      "error=invalid_request&error_description=It+doesn't+comply+with+Google's+OAuth+2.0+policy",
    ].map((query) => explainSignInError(onRedirect(query), context).code);
    expect(codes).toEqual(['platform-wrong', 'platform-wrong']);
  });

  it('takes a refused client that sent a secret for a wrong secret', () => {
    const refused = fromEndpoint(401, { error: 'invalid_client', error_description: 'Unauthorized' });
    expect(codeOf(refused, 'code', true)).toBe('secret-wrong');
    expect(codeOf(refused, 'code', false)).toBe('client-unknown');
  });
});

describe('everyone', () => {
  it.each([
    [fromEndpoint(400, { error: 'expired_token' }), 'device', 'device-code-expired'],
    [fromEndpoint(400, { error: 'access_denied' }), 'device', 'refused-by-person'],
    [fromEndpoint(400, { error: 'unauthorized_client' }), 'device', 'device-code-not-allowed'],
    [fromEndpoint(400, { error: 'unsupported_grant_type' }), 'device', 'device-code-not-allowed'],
    [fromEndpoint(400, { error: 'login_required' }), 'renewal', 'sign-in-ended'],
    [fromEndpoint(200, '<html><body>Welcome to our Wi-Fi</body></html>'), 'code', 'answer-unreadable'],
    [fromEndpoint(302, ''), 'code', 'answer-unreadable'],
    [fromEndpoint(403, '<html>blocked by your organisation</html>'), 'renewal', 'answer-unreadable'],
    [fromEndpoint(502, '<html>Bad Gateway</html>'), 'renewal', 'provider-fault'],
    [fromEndpoint(503, '<html>Busy</html>'), 'renewal', 'server-busy'],
    [fromEndpoint(429, 'slow down'), 'renewal', 'server-busy'],
    [fromEndpoint(407, '<html>Proxy</html>'), 'renewal', 'proxy-problem'],
    [{ kind: 'stopped', why: 'deadline', host: 'x' }, 'renewal', 'server-silent'],
    [{ kind: 'stopped', why: 'ended', host: 'x' }, 'renewal', 'took-too-long'],
    [{ kind: 'token-wrong', why: 'time', clockOffMs: 7_200_000 }, 'code', 'clock-wrong'],
    [{ kind: 'token-wrong', why: 'time', clockOffMs: null }, 'code', 'clock-wrong'],
    [{ kind: 'token-wrong', why: 'time', clockOffMs: 900 }, 'code', 'token-invalid'],
    [{ kind: 'token-wrong', why: 'signature', clockOffMs: 7_200_000 }, 'code', 'token-invalid'],
  ] as const)('%#: %o', (trouble, phase, code) => {
    expect(codeOf(trouble, phase)).toBe(code);
  });

  it.each([
    ['ENOTFOUND', 'name-not-found'],
    ['EAI_AGAIN', 'name-service-silent'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate-unknown-signer'],
    ['ERR_CERT_SOMETHING_NEW', 'certificate-unknown-signer'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy-problem'],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'encryption-too-old'],
    ['UNKNOWN', 'connection-lost'],
  ])('a connection that failed with %s', (name, code) => {
    expect(explainNoConnection(name)).toBe(code);
  });
});
