// Replies to a password as servers gave them, recorded from vendors' pages and issue threads; hosts and names are made up.
import { expect, it } from 'vitest';
import type { Service } from '../../shared/mail-provider.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { Secret } from '../setup/secret.ts';
import { explainMailError } from './explain-mail-error.ts';
import { readReply } from './mail-failure.ts';

const explain = (service: Service, text: string, host = 'mail.test') =>
  explainMailError(
    {
      service,
      phase: 'login',
      server: { host, port: 993, security: 'tls' },
      by: 'password',
      secret: new Secret('correct horse'),
    },
    { kind: 'reply', reply: readReply(service, text) },
  );

const microsoft = 'outlook.office365.com';

const replies: readonly (readonly [Service, string, ProblemCode, string?])[] = [
  // Dovecot, Cyrus, Postfix, Courier, web.de
  ['imap', 'NO [AUTHENTICATIONFAILED] Authentication failed.', 'password-refused'],
  ['imap', 'A2 NO authentication failed', 'password-refused'],
  ['imap', 'NO Login failed.', 'password-refused'],
  ['imap', 'NO [EXPIRED] Password expired.', 'password-refused'],
  ['imap', 'NO [CONTACTADMIN] Account locked', 'account-locked'],
  ['imap', 'NO [UNAVAILABLE] Temporary authentication failure.', 'server-busy'],
  ['imap', 'NO [LIMIT] Maximum number of connections from user+IP exceeded', 'too-many-connections'],
  [
    'imap',
    'NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections.',
    'encryption-not-offered',
  ],
  ['imap', 'BAD Error in IMAP command AUTHENTICATE: Unknown command (0.001 secs).', 'password-not-taken'],
  ['pop', '-ERR [AUTH] Authentication failed.', 'password-refused'],
  ['pop', '-ERR authentication failed', 'password-refused'],
  ['pop', '-ERR Unknown command.', 'password-not-taken'],
  ['pop', '-ERR [IN-USE] Mailbox is locked by another POP session', 'mailbox-in-use'],
  ['smtp', '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', 'password-refused'],
  ['smtp', '535 Authentication credentials invalid', 'password-refused'],
  ['smtp', '504 5.7.4 Unrecognized authentication type', 'password-not-taken'],
  ['smtp', '454 4.7.0 Temporary authentication failure', 'server-busy'],
  ['smtp', '432 4.7.12 A password transition is needed', 'password-refused'],
  ['smtp', '534 5.7.9 Authentication mechanism is too weak', 'app-password-needed'],
  // Google
  [
    'imap',
    'NO [ALERT] Application-specific password required: https://support.example.com/185833',
    'app-password-needed',
  ],
  ['imap', 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'password-refused'],
  ['imap', 'NO [ALERT] Your account is not enabled for IMAP use. Please visit your settings.', 'programs-off'],
  ['imap', 'NO [ALERT] IMAP access is disabled for your domain. Contact your domain administrator.', 'imap-off'],
  ['imap', 'NO [ALERT] Please log in via your web browser: https://support.example.com', 'browser-visit-needed'],
  ['pop', '-ERR [AUTH] Application-specific password required: https://support.example.com', 'app-password-needed'],
  ['pop', '-ERR [AUTH] Username and password not accepted.', 'password-refused'],
  ['pop', '-ERR [SYS/PERM] Your account is not enabled for POP access.', 'pop-off'],
  [
    'smtp',
    '534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9 https://support.example.com',
    'app-password-needed',
  ],
  ['smtp', '534-5.7.14 Please log in via your web browser and then try again.\n534 5.7.14 x', 'browser-visit-needed'],
  ['smtp', '535-5.7.8 Username and Password not accepted.\n535 5.7.8 https://support.example.com', 'password-refused'],
  // Yahoo, Mail.ru, Yandex, QQ
  ['smtp', '535 5.7.0 (#AUTH005) Too many bad auth attempts.', 'app-password-needed'],
  [
    'smtp',
    '535 5.7.0 NEOBHODIM parol prilozheniya https://help.example.ru / Application password is REQUIRED',
    'app-password-needed',
  ],
  ['imap', 'NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled sc=abc', 'password-refused'],
  [
    'smtp',
    '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
    'programs-off',
  ],
  ['imap', 'NO Please using authorized code to login.', 'app-password-needed'],
  ['imap', 'NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator', 'programs-off'],
  ['imap', 'NO IMAP access is disabled. Please enable IMAP in your settings.', 'programs-off'],
  ['pop', '-ERR POP3 service is not activated', 'pop-off'],
  // Microsoft
  ['imap', 'NO LOGIN failed.', 'password-not-taken', microsoft],
  ['imap', 'NO LOGIN failed.', 'password-refused'],
  ['imap', 'NO Basic authentication is disabled', 'password-not-taken'],
  ['pop', '-ERR Logon failure: unknown user name or bad password.', 'password-not-taken', microsoft],
  ['pop', '-ERR Logon failure: unknown user name or bad password.', 'password-refused', 'notmicrosoftoutlook.com'],
  [
    'smtp',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [LO2P265]',
    'password-not-taken',
  ],
  ['smtp', '550 5.7.30 Basic authentication is not supported for Client Submission.', 'password-not-taken'],
  ['smtp', '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.', 'password-refused'],
  ['smtp', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', 'smtp-off'],
];

const withHost = replies.map(([service, text, code, host = 'mail.test']) => [service, text, code, host] as const);

it.each(withHost)('%s: %s', (service, text, code, host) => {
  expect(explain(service, text, host)).toMatchObject({ code, facts: { service, phase: 'login' } });
});

it('shows no password that a server gave back, in the clear or encoded', () => {
  const plain = Buffer.from('\0ann\0correct horse').toString('base64');
  for (const echo of ['correct horse', plain, Buffer.from('correct horse').toString('base64')]) {
    const { serverSaid } = explain('imap', `NO bad login ${echo} for ann`);
    expect(serverSaid).toBe('NO bad login … for ann');
  }
});
