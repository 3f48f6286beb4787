// What submission servers do to a login: vendors' real refusals, challenges, temporary troubles, nonsense. Nothing is ever sent to anyone.
import { smtpScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import { type Fault, secretsUsed } from './fault.ts';
import { cause, googleChallenge, mailFault, megabyte, type Refusal, standardChallenge } from './mail-fault.ts';

const unsuccessful = '535 5.7.139 Authentication unsuccessful';

const refusals: readonly Refusal[] = [
  ['off-for-tenant', `${unsuccessful}, SmtpClientAuthentication is disabled for the Tenant.`, 'smtp-off', 'it'],
  ['off-for-mailbox', `${unsuccessful}, SmtpClientAuthentication is disabled for the Mailbox.`, 'smtp-off', 'it'],
  ['policy', `${unsuccessful}, the request did not meet the criteria to be authenticated.`, 'policy-blocks', 'it'],
  ['unsuccessful', '535 5.7.3 Authentication unsuccessful [AM0PR01.prod.outlook.test]', 'login-refused', 'it'],
  ['bad-credentials', '535 5.7.8 Username and Password not accepted.', 'login-refused', 'it'],
  ['not-authenticated', '530 5.7.57 Client not authenticated to send mail.', 'login-refused', 'it'],
  ['visit-needed', '534 5.7.14 Please log in via your web browser.', 'browser-visit-needed', 'you'],
  ['mechanism-a-lie', '504 5.7.4 Unrecognized authentication type', 'sign-in-not-offered', 'provider'],
  ['command-unknown', '502 5.5.1 Unrecognized command', 'sign-in-not-offered', 'provider'],
  ['starttls-first', '530 5.7.0 Must issue a STARTTLS command first', 'encryption-not-offered', 'it'],
  ['connections', '432 4.3.2 Concurrent connections limit exceeded.', 'too-many-connections', 'you'],
  ['connections-closing', '421 4.3.2 Too many concurrent connections, closing', 'too-many-connections', 'you'],
  ['tries', '454 4.7.0 Too many login attempts, please try again later.', 'too-many-tries', 'wait'],
  ['bad-tries', '535 5.7.0 (#AUTH005) Too many bad auth attempts.', 'too-many-tries', 'wait'],
  ['temporary', '451 4.7.0 Temporary server error. Please try again later.', 'server-busy', 'wait'],
  ['auth-server-gone', '454 4.7.0 Temporary authentication failure: Connection lost', 'server-busy', 'wait'],
  ['closing', '421 4.3.0 Service shutting down', 'server-busy', 'wait'],
  ['full', '552 5.2.2 Mailbox full', 'mailbox-full', 'you'],
  ['daily-limit', '550 5.4.5 Daily user sending limit exceeded.', 'daily-limit', 'wait'],
  ['new-password', '432 4.7.12 A password transition is needed', 'account-password-expired', 'you'],
  ['too-long', '500 5.5.6 Authentication Exchange line is too long', 'login-garbled', 'app'],
  ['undecodable', '501 5.5.2 Cannot Decode response', 'login-garbled', 'app'],
  ['locked', '535 5.7.1 Your account is locked', 'account-locked', 'wait'],
];

const passwordRefusals: readonly Refusal[] = [
  ['password-wrong', '535 5.7.8 Error: authentication failed:', 'password-refused', 'you'],
  ['app-password', '534 5.7.9 Application-specific password required.', 'app-password-needed', 'you'],
  ['no-passwords', '550 5.7.30 Basic authentication is not supported.', 'password-not-taken', 'provider'],
];

const challenged = (challenge: string, words: string) =>
  smtpScript({
    login: async (talk) => {
      talk.say(`334 ${challenge}`);
      await talk.hear();
      talk.say(words);
    },
  });
const refused = '535 5.7.8 Username and Password not accepted.';

const fault = (id: string, injected: string, met: Parameters<typeof mailFault>[3]): Fault =>
  mailFault('smtp', id, injected, met);

export const smtpFaults: readonly Fault[] = [
  ...refusals.map(([id, reply, code, actor]) =>
    fault(id, `login: ${reply}`, { script: smtpScript({ login: (talk) => talk.say(reply) }), ...cause(code, actor) }),
  ),
  ...passwordRefusals.map(([id, reply, code, actor]) =>
    fault(id, `password: ${reply}`, {
      by: 'password',
      script: smtpScript({ login: (talk) => talk.say(reply) }),
      ...cause(code, actor),
    }),
  ),
  fault('challenge-400', 'challenge with status 400, then the refusal', {
    script: challenged(googleChallenge('400'), refused),
    ...cause('token-refused', 'you'),
  }),
  fault('challenge-401', 'challenge with status 401, then the refusal', {
    script: challenged(googleChallenge('401'), refused),
    ...cause('token-refused', 'you'),
  }),
  fault('challenge-scope', 'challenge: a permission is missing', {
    script: challenged(standardChallenge('insufficient_scope', 'mail.send'), refused),
    ...cause('permission-missing-at-server', 'app'),
  }),
  fault('token-echoed', 'the server repeats the token in its refusal, plain and encoded', {
    script: smtpScript({ login: (talk, sent) => talk.say(`535 5.7.8 bad ${secretsUsed.accessToken} ${sent}`) }),
    ...cause('login-refused', 'it'),
  }),
  fault('no-oauth', 'no login by token on offer', {
    script: smtpScript({ auth: 'AUTH PLAIN LOGIN' }),
    ...cause('sign-in-not-offered', 'provider'),
  }),
  fault('no-login', 'no login of any kind on offer', {
    by: 'password',
    script: smtpScript({ auth: 'HELP' }),
    ...cause('password-not-taken', 'provider'),
  }),
  fault('hello-refused', 'EHLO: 501 Syntactically invalid HELO argument(s)', {
    script: async (talk) => {
      talk.say('220 mail.test ESMTP');
      while ((await talk.hear()) !== '') talk.say('501 Syntactically invalid HELO argument(s)');
    },
    ...cause('greeting-refused', 'app'),
  }),
  fault('not-today', 'a refusal for a greeting: 554 no service for you', {
    script: smtpScript({ greeting: '554 mail.test no service for you' }),
    ...cause('server-closed', 'wait'),
  }),
  fault('later', 'a refusal for a greeting: 421 try later', {
    script: smtpScript({ greeting: '421 4.7.0 mail.test try later' }),
    ...cause('server-busy', 'wait'),
  }),
  fault('reset-refused', 'login taken, then RSET is refused', {
    script: smtpScript({ rset: '550 5.0.0 Access denied' }),
    ...cause('mailbox-unreachable', 'it'),
  }),
  fault('closing-after-login', 'login taken, then 421 closing', {
    script: smtpScript({ rset: '421 4.4.2 Connection dropped' }),
    ...cause('server-busy', 'wait'),
  }),
  fault('garbage-reply', 'an answer to the login that is no SMTP', {
    script: smtpScript({ login: (talk) => talk.say('so what') }),
    ...cause('server-unreadable', 'you'),
  }),
  fault('line-of-a-megabyte', 'a megabyte without a line’s end for an answer', {
    script: smtpScript({ login: (talk) => megabyte(talk, '535 ') }),
    ...cause('server-unreadable', 'you'),
  }),
  fault('nul-bytes', 'a greeting of NUL bytes', {
    script: (talk) => talk.raw(Buffer.concat([Buffer.alloc(64), Buffer.from('\r\n')])),
    ...cause('server-unreadable', 'you'),
  }),
];
