// What mail servers answer when they refuse, as data: vendors' words first, then the codes of RFC 5530 (IMAP), RFC 2449 and 3206
// (POP3), RFC 4954 and 3463 (SMTP). Ordered: the first that fits counts. No code here, and no pattern that could backtrack.
import type { Service } from '../../shared/mail-provider.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Facts } from './mail-failure.ts';

export interface ReplyPattern {
  readonly services?: readonly Service[];
  readonly status?: string;
  /** Response code or enhanced status code, whole. */
  readonly code?: string;
  readonly text?: RegExp;
  /** Only at these hosts. */
  readonly host?: RegExp;
  readonly problem: ProblemCode;
  readonly facts?: Facts;
}

const imap = ['imap'] as const;
const pop = ['pop'] as const;
const smtp = ['smtp'] as const;

/** A vendor's own words, more telling than any code or challenge that comes with them. */
export const tellingPatterns: readonly ReplyPattern[] = [
  // Microsoft
  { text: /authenticated but not connected/iu, problem: 'mailbox-unreachable' },
  {
    text: /SmtpClientAuthentication is disabled for the Tenant/iu,
    problem: 'smtp-off',
    facts: { level: 'organisation' },
  },
  { text: /SmtpClientAuthentication is disabled/iu, problem: 'smtp-off', facts: { level: 'mailbox' } },
  {
    services: smtp,
    text: /did not meet the criteria to be authenticated|security defaults policy/iu,
    problem: 'policy-blocks',
  },
  { services: smtp, text: /concurrent connections? limit/iu, problem: 'too-many-connections' },
  { text: /request is throttled/iu, problem: 'too-many-tries' },
  { services: imap, text: /Command Error\. 10\b/iu, problem: 'token-refused' },
  { services: imap, text: /Command Error\. 12\b|Session invalidated/iu, problem: 'server-busy' },
  { services: pop, text: /Protocol error\. Connection is closed\. 10/iu, problem: 'login-refused' },
  // Google
  {
    services: imap,
    text: /IMAP access is disabled for your domain/iu,
    problem: 'imap-off',
    facts: { level: 'organisation' },
  },
  {
    services: imap,
    text: /not enabled for IMAP|IMAP access is (?:not allowed|disabled)/iu,
    problem: 'imap-off',
    facts: { level: 'mailbox' },
  },
  {
    services: pop,
    text: /POP access is disabled for your domain/iu,
    problem: 'pop-off',
    facts: { level: 'organisation' },
  },
  {
    services: pop,
    text: /not enabled for POP|POP3? access is (?:not allowed|disabled)/iu,
    problem: 'pop-off',
    facts: { level: 'mailbox' },
  },
  { services: imap, code: 'WEBALERT', problem: 'browser-visit-needed' },
  { text: /web login required|log in via your web browser/iu, problem: 'browser-visit-needed' },
  { text: /too many simultaneous connections/iu, problem: 'too-many-connections' },
  { text: /exceeded command or bandwidth limits/iu, problem: 'daily-limit' },
  { text: /session expired, please login again/iu, problem: 'token-refused' },
  { services: smtp, text: /daily user sending (?:limit|quota) exceeded/iu, problem: 'daily-limit' },
  // Dovecot, Postfix, fail2ban and their like
  {
    text: /maximum number of (?:concurrent )?connections|too many (?:concurrent )?connections/iu,
    problem: 'too-many-connections',
  },
  {
    text: /too many (?:invalid |failed |bad )?(?:login|authentication|auth) (?:attempts|failures)|login rate limit/iu,
    problem: 'too-many-tries',
  },
  // In the words of hosting panels, Zoho and others; `CONTACTADMIN` beside it says no more.
  {
    text: /\baccount (?:is |was |has been )?(?:temporarily )?(?:disabled|suspended|deactivated|blocked)\b/iu,
    problem: 'account-disabled',
  },
  { text: /\baccount (?:is |was |has been )?(?:temporarily )?locked\b/iu, problem: 'account-locked' },
  // Dovecot, where the list of abilities promised it.
  { text: /unsupported (?:authentication|auth|sasl) mechanism/iu, problem: 'sign-in-not-offered' },
  { text: /cannot decode|invalid base64|base64 decod/iu, problem: 'login-garbled' },
  {
    services: smtp,
    text: /(?:syntactically )?invalid (?:he|eh)lo|parameter to (?:he|eh)lo/iu,
    problem: 'greeting-refused',
  },
  { services: smtp, text: /(?:helo command rejected|need fully-qualified hostname)/iu, problem: 'greeting-refused' },
  { text: /mailbox (?:is )?full|quota exceeded/iu, problem: 'mailbox-full' },
  {
    text: /temporary (?:authentication|server|internal|system) (?:failure|error|problem)|internal error occurred/iu,
    problem: 'server-busy',
  },
];

/** By code alone; asked after the challenge, which knows more about the token. */
export const codePatterns: readonly ReplyPattern[] = [
  { services: imap, code: 'UNAVAILABLE', problem: 'server-busy' },
  { services: imap, code: 'SERVERBUG', problem: 'server-busy' },
  { services: imap, code: 'AUTHENTICATIONFAILED', problem: 'login-refused' },
  { services: imap, code: 'AUTHORIZATIONFAILED', problem: 'mailbox-forbidden' },
  { services: imap, code: 'NOPERM', problem: 'mailbox-forbidden' },
  { services: imap, code: 'EXPIRED', problem: 'token-refused' },
  { services: imap, code: 'PRIVACYREQUIRED', problem: 'encryption-not-offered' },
  { services: imap, code: 'CONTACTADMIN', problem: 'login-refused' },
  { services: imap, code: 'INUSE', problem: 'mailbox-in-use' },
  { services: imap, code: 'LIMIT', problem: 'too-many-connections' },
  { services: imap, code: 'OVERQUOTA', problem: 'mailbox-full' },
  { services: imap, code: 'NONEXISTENT', problem: 'mailbox-unreachable' },
  { services: pop, code: 'IN-USE', problem: 'mailbox-in-use' },
  { services: pop, code: 'LOGIN-DELAY', problem: 'too-many-tries' },
  { services: pop, code: 'SYS/TEMP', problem: 'server-busy' },
  { services: pop, code: 'SYS/PERM', text: /\bPOP3?\b/u, problem: 'pop-off', facts: { level: 'mailbox' } },
  { services: pop, code: 'AUTH', problem: 'login-refused' },
  { services: pop, text: /unknown user name or bad password/iu, problem: 'login-refused' },
  { services: smtp, code: '5.2.2', problem: 'mailbox-full' },
  { services: smtp, code: '4.2.2', problem: 'mailbox-full' },
  { services: smtp, code: '5.4.5', problem: 'daily-limit' },
  { services: smtp, code: '5.5.6', problem: 'login-garbled' },
  // RFC 4954 section 6: the password has to be set anew before any token or other way is taken.
  { services: smtp, code: '4.7.12', problem: 'account-password-expired' },
  { services: smtp, code: '5.7.4', problem: 'sign-in-not-offered' },
  { services: smtp, status: '504', problem: 'sign-in-not-offered' },
  { services: smtp, status: '538', problem: 'encryption-not-offered' },
  { services: smtp, text: /must issue a? ?STARTTLS/iu, problem: 'encryption-not-offered' },
  { services: smtp, status: '421', problem: 'server-busy' },
  { services: smtp, status: '432', problem: 'login-refused' },
  { services: smtp, status: '451', problem: 'server-busy' },
  { services: smtp, status: '454', problem: 'server-busy' },
  { services: smtp, status: '530', problem: 'login-refused' },
  { services: smtp, status: '534', problem: 'login-refused' },
  { services: smtp, status: '535', problem: 'login-refused' },
];
