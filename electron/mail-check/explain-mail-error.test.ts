// Replies as servers gave them, recorded from vendors' pages and issue threads; hosts and names are made up.
import { describe, expect, it } from 'vitest';
import type { Rung } from '../../shared/ladder.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { Secret } from '../setup/secret.ts';
import { explainMailError, type MailPlace } from './explain-mail-error.ts';
import { type MailFailure, readReply } from './mail-failure.ts';

const place = (service: Service, phase: Rung): MailPlace => ({
  service,
  phase,
  server: { host: 'mail.test', port: 993, security: 'tls' },
  by: 'token',
  secret: new Secret('TOKEN123'),
});
const explain = (service: Service, phase: Rung, failure: MailFailure) =>
  explainMailError(place(service, phase), failure);
const reply = (service: Service, text: string): MailFailure => ({ kind: 'reply', reply: readReply(service, text) });

const login: readonly (readonly [Service, string, ProblemCode])[] = [
  // Microsoft
  ['imap', 'A1 NO AUTHENTICATE failed.', 'login-refused'],
  ['imap', 'NO LOGIN failed.', 'login-refused'],
  ['imap', 'A2 BAD User is authenticated but not connected.', 'mailbox-unreachable'],
  ['imap', 'BAD Command Error. 10', 'token-refused'],
  ['imap', 'BAD Command Error. 12', 'server-busy'],
  ['imap', 'BYE Session invalidated - AccessTokenExpired', 'server-busy'],
  ['imap', 'BYE Connection closed. 14', 'server-closed'],
  ['imap', 'BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds', 'too-many-tries'],
  ['pop', '-ERR Authentication failure: unknown user name or bad password.', 'login-refused'],
  ['pop', '-ERR Logon failure: unknown user name or bad password.', 'login-refused'],
  ['pop', '-ERR Protocol error. Connection is closed. 10', 'login-refused'],
  ['smtp', '535 5.7.3 Authentication unsuccessful [FR0P281CA0.DEUP281.PROD.OUTLOOK.COM]', 'login-refused'],
  [
    'smtp',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
    'smtp-off',
  ],
  [
    'smtp',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
    'smtp-off',
  ],
  ['smtp', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'login-refused'],
  ['smtp', '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.', 'login-refused'],
  [
    'smtp',
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    'policy-blocks',
  ],
  ['smtp', '550 5.7.30 Basic authentication is not supported for Client Submission.', 'login-refused'],
  ['smtp', '432 4.3.2 Concurrent connections limit exceeded.', 'too-many-connections'],
  [
    'smtp',
    '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing',
    'too-many-connections',
  ],
  ['smtp', '451 4.7.0 Temporary server error. Please try again later.', 'server-busy'],
  ['smtp', '504 5.7.4 Unrecognized authentication type', 'sign-in-not-offered'],
  // Google
  ['imap', 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'login-refused'],
  ['imap', 'NO [ALERT] IMAP access is disabled for your domain. Please contact your domain administrator.', 'imap-off'],
  [
    'imap',
    'NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)',
    'programs-off',
  ],
  ['imap', 'NO [ALERT] IMAP access is not allowed for this account.', 'account-of-child'],
  ['imap', 'NO [ALERT] IMAP access is disabled.', 'imap-off'],
  ['imap', 'NO [AUTHENTICATIONFAILED] AUTHENTICATE invalid credentials or IMAP is disabled', 'login-refused'],
  ['smtp', '535 5.7.8 Error: authentication failed: user does not have access rights to this service', 'programs-off'],
  ['smtp', '501 5.5.2 Cannot Decode response', 'login-garbled'],
  [
    'imap',
    'NO [WEBALERT https://accounts.example.com/signin/continue?x=1] Web login required.',
    'browser-visit-needed',
  ],
  [
    'imap',
    'NO [ALERT] Please log in via your web browser: https://support.example.com/78754 (Failure)',
    'browser-visit-needed',
  ],
  [
    'imap',
    'NO [ALERT] Application-specific password required: https://support.example.com/185833 (Failure)',
    'login-refused',
  ],
  ['imap', 'NO [ALERT] Too many simultaneous connections. (Failure)', 'too-many-connections'],
  ['imap', 'NO [UNAVAILABLE] Temporary System Problem', 'server-busy'],
  ['imap', 'NO [OVERQUOTA] Account exceeded command or bandwidth limits.', 'daily-limit'],
  ['imap', 'BYE Session expired, please login again.', 'token-refused'],
  ['pop', '-ERR [AUTH] Username and password not accepted.', 'login-refused'],
  ['pop', '-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your settings.', 'pop-off'],
  [
    'smtp',
    '535-5.7.8 Username and Password not accepted.\n535 5.7.8  https://support.example.com/BadCredentials',
    'login-refused',
  ],
  ['smtp', '534-5.7.9 Application-specific password required.\n534 5.7.9 https://support.example.com', 'login-refused'],
  ['smtp', '534-5.7.14 Please log in via your web browser and then try again.\n534 5.7.14 x', 'browser-visit-needed'],
  ['smtp', '454 4.7.0 Too many login attempts, please try again later.', 'too-many-tries'],
  // Dovecot, Cyrus, Postfix and others
  ['imap', 'NO [AUTHENTICATIONFAILED] Authentication failed.', 'login-refused'],
  ['imap', 'NO [AUTHORIZATIONFAILED] You may not open this mailbox.', 'mailbox-forbidden'],
  ['imap', 'NO [EXPIRED] Password expired.', 'token-refused'],
  ['imap', 'NO [CONTACTADMIN] Account locked', 'account-locked'],
  ['imap', 'NO [CONTACTADMIN] Please call us', 'login-refused'],
  ['imap', 'NO [AUTHENTICATIONFAILED] This account has been suspended', 'account-disabled'],
  ['pop', '-ERR [AUTH] Account disabled.', 'account-disabled'],
  ['imap', 'NO [UNAVAILABLE] Temporary authentication failure. [mx1:2026-01-01 10:00:00]', 'server-busy'],
  [
    'imap',
    'NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
    'too-many-connections',
  ],
  ['imap', 'NO [INUSE] Mailbox is locked', 'mailbox-in-use'],
  ['imap', 'NO [SERVERBUG] Internal error occurred. Refer to server log for more information.', 'server-busy'],
  ['imap', 'BAD Error in IMAP command AUTHENTICATE: Unknown command (0.001 secs).', 'sign-in-not-offered'],
  ['imap', 'NO Unsupported authentication mechanism.', 'sign-in-not-offered'],
  ['pop', '-ERR [IN-USE] Mailbox is locked by another POP session', 'mailbox-in-use'],
  ['pop', '-ERR [SYS/TEMP] Temporary authentication failure.', 'server-busy'],
  ['pop', '-ERR [LOGIN-DELAY] minimum time between logins not elapsed', 'too-many-tries'],
  ['pop', '-ERR [AUTH] Authentication failed.', 'login-refused'],
  ['pop', '-ERR Unknown command.', 'sign-in-not-offered'],
  ['pop', '-ERR Too many invalid authentication attempts', 'too-many-tries'],
  ['smtp', '535 5.7.8 Error: authentication failed: ', 'login-refused'],
  ['smtp', '432 4.7.12 A password transition is needed', 'account-password-expired'],
  ['smtp', '535 5.7.0 (#AUTH005) Too many bad auth attempts.', 'too-many-tries'],
  ['smtp', '454 4.7.0 Temporary authentication failure: Connection lost to authentication server', 'server-busy'],
  ['smtp', '502 5.5.1 Unrecognized command', 'sign-in-not-offered'],
  ['smtp', '538 5.7.11 Encryption required for requested authentication mechanism', 'encryption-not-offered'],
  ['smtp', '530 5.7.0 Must issue a STARTTLS command first', 'encryption-not-offered'],
];

describe('a refused login', () => {
  it.each(login)('%s: %s', (service, text, code) => {
    const problem = explain(service, 'login', reply(service, text));
    expect(problem.code).toBe(code);
    expect(problem.facts).toMatchObject({ service, host: 'mail.test', port: 993, security: 'tls', phase: 'login' });
    expect(problem.serverSaid).toBeTruthy();
  });

  it('says for whom sending or IMAP is off, and how long to wait', () => {
    const facts = (service: Service, text: string) => explain(service, 'login', reply(service, text)).facts;
    expect(facts('smtp', '535 5.7.139 x, SmtpClientAuthentication is disabled for the Tenant.')['level']).toBe(
      'organisation',
    );
    expect(facts('smtp', '535 5.7.139 x, SmtpClientAuthentication is disabled for the Mailbox.')['level']).toBe(
      'mailbox',
    );
    expect(facts('imap', 'NO [ALERT] IMAP access is disabled for your domain.')['level']).toBe('organisation');
    expect(facts('imap', 'BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds')['seconds']).toBe(93);
  });
});

describe('a reply with several causes', () => {
  const questionOf = (by: 'token' | 'password', service: Service, text: string) =>
    explainMailError({ ...place(service, 'login'), by }, reply(service, text)).facts['question'];

  it('carries the question that decides, where nothing here does', () => {
    const child = 'NO [ALERT] IMAP access is not allowed for this account.';
    expect(questionOf('token', 'imap', child)).toBe('whose-account');
    expect(questionOf('password', 'imap', child)).toBe('whose-account');
    expect(questionOf('token', 'pop', '-ERR [SYS/PERM] no')).toBe('pop-permanent');
    expect(questionOf('password', 'imap', 'NO invalid credentials or IMAP is disabled')).toBe('password-or-off');
    expect(questionOf('password', 'imap', 'NO IMAP access is disabled.')).toBe('off-whose');
    expect(questionOf('password', 'smtp', '535 5.7.0 (#AUTH005) Too many bad auth attempts.')).toBe('many-refusals');
  });

  it('carries none where the kind of login decides, or the ladder walks through what it can mean', () => {
    expect(questionOf('token', 'imap', 'A1 NO AUTHENTICATE failed.')).toBeUndefined();
    expect(questionOf('token', 'imap', 'NO invalid credentials or IMAP is disabled')).toBeUndefined();
    expect(questionOf('token', 'smtp', '535 5.7.0 (#AUTH005) Too many bad auth attempts.')).toBeUndefined();
    expect(questionOf('password', 'imap', 'NO [AUTHENTICATIONFAILED] no')).toBeUndefined();
    expect(questionOf('token', 'smtp', '504 5.7.4 Unrecognized authentication type')).toBeUndefined();
    expect(questionOf('token', 'imap', 'NO [UNAVAILABLE] no')).toBeUndefined();
  });

  it('is no question before anything was asked of the server', () => {
    const greeting = { ...reply('smtp', '554 5.7.1 You are not allowed to connect'), greeting: true } as MailFailure;
    expect(explain('smtp', 'connection', greeting)).toMatchObject({ code: 'server-closed' });
    expect(explain('smtp', 'connection', greeting).facts).not.toHaveProperty('question');
  });
});

describe('a challenge', () => {
  const challenged = (
    status: string,
    text = 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    scope?: string,
  ) =>
    explain('imap', 'login', {
      kind: 'reply',
      reply: readReply('imap', text),
      challenge: scope === undefined ? { status } : { status, scope },
    });

  it.each([
    ['400', 'token-refused'],
    ['401', 'token-refused'],
    ['invalid_token', 'token-refused'],
    ['insufficient_scope', 'permission-missing-at-server'],
    ['invalid_request', 'login-refused'],
    ['never_heard_of', 'token-refused'],
  ] as const)('with status %s decides over the vague code beside it', (status, code) => {
    expect(challenged(status).code).toBe(code);
  });

  it('names the missing scope', () => {
    expect(challenged('insufficient_scope', 'NO', 'mail.read').facts['scope']).toBe('mail.read');
  });

  it("gives way to a vendor's plain words", () => {
    expect(challenged('400', 'NO [ALERT] Your account is not enabled for IMAP use.').code).toBe('programs-off');
  });
});

describe('a mailbox that does not open', () => {
  it.each([
    ['imap', 'NO [NONEXISTENT] Unknown Mailbox: INBOX', 'mailbox-unreachable'],
    ['imap', 'NO [NOPERM] Permission denied', 'mailbox-forbidden'],
    ['imap', 'NO something else', 'mailbox-unreachable'],
    ['imap', 'NO [INUSE] locked', 'mailbox-in-use'],
    ['imap', 'NO [SERVERBUG] oh', 'server-busy'],
    ['pop', '-ERR [SYS/TEMP] Internal error', 'server-busy'],
    ['pop', '-ERR [SYS/PERM] Your account is not enabled for POP access.', 'pop-off'],
    ['pop', '-ERR whatever', 'mailbox-unreachable'],
    ['smtp', '421 4.4.2 closing', 'server-busy'],
    ['smtp', '550 5.0.0 whatever', 'mailbox-unreachable'],
  ] as const)('%s: %s', (service, text, code) => {
    expect(explain(service, 'mailbox', reply(service, text)).code).toBe(code);
  });
});

describe('the deadline', () => {
  it.each([
    ['name', 'name-service-silent'],
    ['connection', 'connection-timeout'],
    ['certificate', 'server-silent'],
    ['login', 'server-silent'],
    ['mailbox', 'server-silent'],
  ] as const)('on the rung %s is %s', (phase, code) => {
    expect(explain('imap', phase, { kind: 'deadline' })).toMatchObject({ code, facts: { phase } });
  });
});
