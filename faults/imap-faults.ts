// What IMAP servers do to a login and a mailbox: vendors' real refusals, challenges, throttling, good-byes, nonsense.
import { imapScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import type { Talk } from '../electron/mail-check/scripted-server.test-part.ts';
import { type Fault, secretsUsed } from './fault.ts';
import { cause, googleChallenge, mailFault, megabyte, type Refusal, standardChallenge } from './mail-fault.ts';

const refusals: readonly Refusal[] = [
  ['exchange-refuses', 'NO AUTHENTICATE failed.', 'login-refused', 'it'],
  ['token-withdrawn', 'BAD Command Error. 10', 'token-refused', 'you'],
  ['session-invalidated', 'BAD Command Error. 12', 'server-busy', 'wait'],
  ['throttled', 'BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds', 'too-many-tries', 'wait'],
  ['not-connected-at-once', 'BAD User is authenticated but not connected.', 'mailbox-unreachable', 'it'],
  ['off-for-domain', 'NO [ALERT] IMAP access is disabled for your domain. (Failure)', 'imap-off', 'it'],
  ['off-for-account', 'NO [ALERT] Your account is not enabled for IMAP use. (Failure)', 'programs-off', 'you'],
  ['visit-needed', 'NO [WEBALERT https://accounts.test/signin?x=1] Web login required.', 'browser-visit-needed', 'you'],
  ['too-many-at-once', 'NO [ALERT] Too many simultaneous connections. (Failure)', 'too-many-connections', 'you'],
  ['too-many-by-user', 'NO [LIMIT] Maximum number of connections from user+IP exceeded', 'too-many-connections', 'you'],
  ['rate-limit', 'NO [LIMIT] LOGIN Rate limit hit.', 'too-many-tries', 'wait'],
  ['bandwidth', 'NO [OVERQUOTA] Account exceeded command or bandwidth limits.', 'daily-limit', 'wait'],
  ['full', 'NO [OVERQUOTA] Quota exceeded (mailbox for user is full)', 'mailbox-full', 'you'],
  ['system-problem', 'NO [UNAVAILABLE] Temporary System Problem', 'server-busy', 'wait'],
  ['server-bug', 'NO [SERVERBUG] Server error - Please try again later', 'server-busy', 'wait'],
  ['suspended', 'NO [AUTHENTICATIONFAILED] This account has been suspended', 'account-disabled', 'it'],
  ['locked', 'NO [CONTACTADMIN] Account is locked', 'account-locked', 'wait'],
  ['not-permitted', 'NO [AUTHORIZATIONFAILED] You may not open this mailbox.', 'mailbox-forbidden', 'it'],
  ['expired', 'NO [EXPIRED] Token expired', 'token-refused', 'you'],
  ['mechanism-a-lie', 'NO Unsupported authentication mechanism.', 'sign-in-not-offered', 'provider'],
  ['privacy-required', 'NO [PRIVACYREQUIRED] Encryption needed', 'encryption-not-offered', 'it'],
];

const passwordRefusals: readonly Refusal[] = [
  ['password-wrong', 'NO [AUTHENTICATIONFAILED] Authentication failed.', 'password-refused', 'you'],
  ['app-password', 'NO [ALERT] Application-specific password required (Failure)', 'app-password-needed', 'you'],
  ['programs-off', 'NO [AUTHENTICATIONFAILED] user does not have access rights to this service', 'programs-off', 'you'],
  ['no-passwords', 'NO Basic authentication is disabled.', 'password-not-taken', 'provider'],
];

const toLogin = (say: (talk: Talk, tag: string) => Promise<void> | void) => imapScript({ login: say });
const challenged = (challenge: string, words: string) =>
  toLogin(async (talk, tag) => {
    talk.say(`+ ${challenge}`);
    await talk.hear();
    talk.say(`${tag} ${words}`);
  });
const invalid = 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)';
const toSelect = (words: string) => imapScript({ select: (talk, tag) => talk.say(`${tag} ${words}`) });

const fault = (id: string, injected: string, met: Parameters<typeof mailFault>[3]): Fault =>
  mailFault('imap', id, injected, met);

export const imapFaults: readonly Fault[] = [
  ...refusals.map(([id, reply, code, actor]) =>
    fault(id, `login: ${reply}`, {
      script: toLogin((talk, tag) => talk.say(`${tag} ${reply}`)),
      ...cause(code, actor),
    }),
  ),
  ...passwordRefusals.map(([id, reply, code, actor]) =>
    fault(id, `password: ${reply}`, {
      by: 'password',
      script: imapScript({
        capabilities: 'IMAP4rev1 SASL-IR AUTH=PLAIN',
        login: (talk, tag) => talk.say(`${tag} ${reply}`),
      }),
      ...cause(code, actor),
    }),
  ),
  fault('challenge-400', 'challenge with status 400, then the refusal', {
    script: challenged(googleChallenge('400'), invalid),
    ...cause('token-refused', 'you'),
  }),
  fault('challenge-401', 'challenge with status 401, then the refusal', {
    script: challenged(googleChallenge('401'), invalid),
    ...cause('token-refused', 'you'),
  }),
  fault('challenge-scope', 'challenge: a permission is missing', {
    script: challenged(standardChallenge('insufficient_scope', 'mail.read'), 'NO'),
    ...cause('permission-missing-at-server', 'app'),
  }),
  fault('challenge-garbage', 'a challenge that is no base64, then the refusal', {
    script: challenged('%%% not base64 %%%', 'NO AUTHENTICATE failed.'),
    ...cause('login-refused', 'it'),
  }),
  fault('token-echoed', 'the server repeats the token in its refusal, plain and encoded', {
    script: imapScript({
      login: (talk, tag, sent) => talk.say(`${tag} NO bad ${secretsUsed.accessToken} ${sent}`),
    }),
    ...cause('login-refused', 'it'),
  }),
  fault('no-oauth', 'no login by token on offer', {
    script: imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN AUTH=LOGIN' }),
    ...cause('sign-in-not-offered', 'provider'),
  }),
  fault('login-disabled', 'no login by password on offer (LOGINDISABLED)', {
    by: 'password',
    script: imapScript({ capabilities: 'IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2' }),
    ...cause('password-not-taken', 'provider'),
  }),
  fault('bye-in-greeting', 'a good-bye for a greeting', {
    script: (talk) => talk.say('* BYE Too many simultaneous connections. (Failure)'),
    ...cause('too-many-connections', 'you'),
  }),
  fault('bye-in-login', 'a good-bye in the middle of the login', {
    script: toLogin((talk) => {
      talk.say('* BYE Connection closed. 14');
      talk.hangUp();
    }),
    ...cause('server-closed', 'wait'),
  }),
  fault('bye-session-over', 'a good-bye because the token’s hour is over', {
    script: toLogin((talk) => {
      talk.say('* BYE Session expired, please login again.');
      talk.hangUp();
    }),
    ...cause('token-refused', 'you'),
  }),
  fault('not-connected-late', 'login taken, then SELECT: authenticated but not connected', {
    script: toSelect('BAD User is authenticated but not connected.'),
    ...cause('mailbox-unreachable', 'it'),
  }),
  fault('not-connected-namespace', 'login taken, then NAMESPACE: authenticated but not connected', {
    script: imapScript({ namespace: 'BAD User is authenticated but not connected.' }),
    ...cause('mailbox-unreachable', 'it'),
  }),
  fault('inbox-missing', 'SELECT: there is no Inbox', {
    script: toSelect('NO [NONEXISTENT] Unknown Mailbox: INBOX'),
    ...cause('mailbox-unreachable', 'it'),
  }),
  fault('inbox-forbidden', 'SELECT: no right to it', {
    script: toSelect('NO [NOPERM] Permission denied'),
    ...cause('mailbox-forbidden', 'it'),
  }),
  fault('inbox-in-use', 'SELECT: locked by another program', {
    script: toSelect('NO [INUSE] Mailbox is locked'),
    ...cause('mailbox-in-use', 'you'),
  }),
  fault('line-of-a-megabyte', 'a megabyte without a line’s end for an answer', {
    script: toLogin((talk, tag) => megabyte(talk, `${tag} NO `)),
    ...cause('server-unreadable', 'you'),
  }),
  fault('literal-of-a-gigabyte', 'a literal announced with a gigabyte', {
    script: toLogin((talk, tag) => talk.say('* ID ("name" {999999999}', `${tag} NO`)),
    ...cause('server-unreadable', 'you'),
  }),
  fault('flood', 'eighty thousand well-formed lines that say nothing', {
    script: toLogin((talk) => {
      for (let part = 0; part < 40; part += 1) talk.raw('* OK still here and going on\r\n'.repeat(2000));
    }),
    ...cause('server-unreadable', 'you'),
  }),
  fault('nul-bytes', 'a greeting of NUL bytes', {
    script: (talk) => talk.raw(Buffer.concat([Buffer.alloc(64), Buffer.from('\r\n')])),
    ...cause('server-unreadable', 'you'),
  }),
  fault('no-login-asked', 'a session that asks for no login (PREAUTH)', {
    script: (talk) => talk.say('* PREAUTH welcome'),
    ...cause('server-unreadable', 'you'),
  }),
];
