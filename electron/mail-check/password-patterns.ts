// What mail servers answer when they refuse a password, as data; asked before `reply-patterns.ts`, which knows the rest. Ordered: the
// first that fits counts. No code here, and no pattern that could backtrack.
import type { ReplyPattern } from './reply-patterns.ts';

const imap = ['imap'] as const;
const smtp = ['smtp'] as const;
/** Exchange Online and Outlook.com, which took passwords for the last time in 2024; only SMTP still does for some. */
const microsoft = /(?:^|\.)(?:office365\.com|outlook\.com|outlook\.cn|office365\.us)\.?$/iu;

/** Words and codes about passwords. */
export const passwordPatterns: readonly ReplyPattern[] = [
  { text: /log in (?:via|with) your web browser/iu, problem: 'browser-visit-needed' },
  // Google: "534-5.7.9 Application-specific password required", "[ALERT] Application-specific password required";
  // Apple, Fastmail and others: "app-specific password", "app password"; Mail.ru: "Application password is REQUIRED".
  { text: /\bapp(?:lication)?[- ](?:specific )?password/iu, problem: 'app-password-needed' },
  { text: /parol prilozheniya/iu, problem: 'app-password-needed' },
  // QQ, 163, 126 call it so.
  { text: /authori[sz](?:ed|ation) code/iu, problem: 'app-password-needed' },
  // Yahoo and AOL, where the password of the account is never taken.
  { text: /#AUTH005/u, problem: 'app-password-needed' },
  // RFC 4954 section 6: "authentication mechanism is too weak", which a password that is no app password is.
  { services: smtp, code: '5.7.9', problem: 'app-password-needed' },
  // Another password, or the same in another way: either is typed here.
  { services: smtp, code: '4.7.12', problem: 'password-refused' },
  // Microsoft
  { text: /basic authentication is (?:disabled|not supported)/iu, problem: 'password-not-taken' },
  { text: /(?:LOGIN|AUTHENTICATE) failed\./u, services: imap, host: microsoft, problem: 'password-not-taken' },
  { text: /logon failure|authentication failure/iu, services: ['pop'], host: microsoft, problem: 'password-not-taken' },
  // Dovecot and others that take the connection for one in the open.
  { text: /plaintext authentication (?:is )?(?:disallowed|disabled|not allowed)/iu, problem: 'encryption-not-offered' },
  // Yandex names two causes in one breath; the first is the more frequent.
  { text: /invalid credentials or IMAP is disabled/iu, problem: 'password-refused' },
  // Yandex, when mail programs are not allowed; Zoho and others in their own words; Gmail before 2025.
  { text: /does not have access rights to this service/iu, problem: 'programs-off' },
  { text: /not enabled for IMAP/iu, problem: 'programs-off' },
  { text: /yet to enable (?:IMAP|POP)/iu, problem: 'programs-off' },
  {
    text: /\b(?:IMAP|POP3?|SMTP)(?: access| service)? (?:is )?(?:not enabled|not activated|disabled|deactivated)(?! for your domain)/iu,
    problem: 'programs-off',
  },
  { text: /\b(?:please|must|need to|have to) (?:enable|activate) (?:IMAP|POP|SMTP)\b/iu, problem: 'programs-off' },
  { services: imap, code: 'CONTACTADMIN', problem: 'account-locked' },
];
