// What mail servers do and say for each failure at or on the way to them. The words are vendors' own: Exchange Online, Gmail, Dovecot,
// Exim and others, as their help pages and public reports quote them.
import type { PracticeFailure } from '../../../shared/practice-failures.ts';
import type { Play } from './play.ts';

const everywhere = (imap: string, pop: string, smtp: string) => ({ imap, pop, smtp });

export const mailPlays = {
  offline: { connection: 'ENETDOWN' },
  'name-not-found': { lookUp: 'ENOTFOUND' },
  'name-service-silent': { lookUp: 'EAI_AGAIN' },
  'connection-refused': { connection: 'closed-port' },
  'connection-timeout': { connection: 'silence' },
  'connection-lost': { handshake: 'reset' },
  'no-route': { connection: 'EHOSTUNREACH' },
  'encryption-not-spoken': { handshake: 'plain-words' },
  'encryption-too-old': { handshake: 'old-alert' },
  'encryption-not-offered': { withoutStartTls: true },
  'server-silent': { greeting: 'silence' },
  'server-closed': { greeting: 'hang-up' },
  'server-unreadable': { greeting: everywhere('?#! 04 00 7f', '?#! 04 00 7f', '?#! 04 00 7f') },
  'server-wrong-protocol': {
    greeting: everywhere('+OK POP3 ready', '* OK IMAP4rev1 ready', '220 ProFTPD Server (files) ready'),
  },
  'server-busy': {
    greeting: everywhere(
      '* BYE [UNAVAILABLE] Temporary System Problem. Try again later.',
      '-ERR [SYS/TEMP] Temporary system problem. Please try again later.',
      '421 4.3.2 The service is not available now',
    ),
  },
  'certificate-unknown-signer': { certificate: 'unknown-signer' },
  'certificate-self-made': { certificate: 'self-made' },
  'certificate-expired': { certificate: 'expired' },
  'certificate-not-yet-valid': { certificate: 'not-yet-valid' },
  'certificate-wrong-name': { certificate: 'wrong-name' },
  'imap-off': { login: { imap: 'NO [ALERT] IMAP access is disabled for your domain.' } },
  'programs-off': { login: { imap: 'NO [ALERT] Your account is not enabled for IMAP use.' } },
  'pop-off': { login: { pop: '-ERR [SYS/PERM] Your account is not enabled for POP access.' } },
  'smtp-off': {
    login: { smtp: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.' },
  },
  'smtp-off-for-all': {
    login: { smtp: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.' },
  },
  'sign-in-not-offered': { offers: 'passwords-only' },
  'token-refused': { challenge: '401' },
  'token-expires-early': { challenge: 'until-renewed' },
  'permission-missing-at-server': { challenge: 'insufficient_scope' },
  'login-refused': {
    login: everywhere(
      'NO AUTHENTICATE failed.',
      '-ERR Authentication failure: unknown user name or bad password.',
      '535 5.7.3 Authentication unsuccessful',
    ),
  },
  'mailbox-unreachable': {
    inbox: { imap: 'BAD User is authenticated but not connected.', pop: '-ERR The mailbox is not to be reached' },
  },
  'mailbox-forbidden': { login: { imap: 'NO [AUTHORIZATIONFAILED] You may not open this mailbox.' } },
  'mailbox-in-use': {
    login: { pop: '-ERR [IN-USE] Do you have another POP session running?' },
  },
  'mailbox-full': { inbox: { imap: 'NO [OVERQUOTA] Quota exceeded (mailbox for user is full)' } },
  'browser-visit-needed': {
    login: everywhere(
      'NO [ALERT] Please log in via your web browser: https://mail.practice.example/ (Failure)',
      '-ERR [AUTH] Web login required: https://mail.practice.example/',
      '534 5.7.14 Please log in via your web browser and then try again.',
    ),
  },
  'too-many-connections': { login: { imap: 'NO [ALERT] Too many simultaneous connections. (Failure)' } },
  'too-many-tries': {
    login: everywhere(
      'NO [LIMIT] Too many login attempts, please try again later.',
      '-ERR [LOGIN-DELAY] Too many login attempts, please try again later.',
      '454 4.7.0 Too many login attempts, please try again later.',
    ),
  },
  'daily-limit': { login: { imap: 'NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)' } },
  'login-garbled': { login: { smtp: '501 5.5.2 Cannot Decode response' } },
  'greeting-refused': { hello: '501 Syntactically invalid EHLO argument(s)' },
} as const satisfies Partial<Record<PracticeFailure, Play>>;
