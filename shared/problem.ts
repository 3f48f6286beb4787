// The closed list of expected problems: what each means for the person, as data. The words live in
// `words/<language>/problems.json`; nothing here is a sentence, and no library's error type appears.
import type { StepId } from './setup-steps.ts';
import { stepNumber } from './setup-steps.ts';

export type Actor = 'you' | 'it' | 'provider' | 'app' | 'wait';

/** The button that helps, as data; the renderer turns it into a request. */
export type NextAction =
  | 'try-again'
  | 'sign-in-again'
  | 'edit-server'
  | 'edit-address'
  | 'edit-registration'
  | 'choose-another-way'
  | 'ask-it'
  | 'type-password'
  | 'none';

interface ProblemTraits {
  /** The part of the telephone code after the step number: capitals and digits, unmistakable when spoken. */
  readonly short: string;
  readonly actor: Actor;
  readonly retryHelps: boolean;
  readonly next: NextAction;
}

const traits = (short: string, actor: Actor, retryHelps: boolean, next: NextAction): ProblemTraits => ({
  short,
  actor,
  retryHelps,
  next,
});

export const problems = {
  // The address
  'domain-unknown': traits('NO-DOMAIN', 'you', true, 'edit-address'),
  'no-mail-at-domain': traits('NO-MAIL', 'you', true, 'edit-address'),
  'no-mail-programs': traits('NO-ACCESS', 'provider', false, 'edit-address'),
  'provider-not-allowed': traits('NOT-LISTED', 'it', false, 'edit-address'),
  // The way to a server
  offline: traits('OFFLINE', 'wait', true, 'try-again'),
  'name-not-found': traits('NAME', 'you', true, 'edit-server'),
  'name-service-silent': traits('DNS', 'wait', true, 'try-again'),
  'connection-refused': traits('CLOSED', 'it', true, 'try-again'),
  'connection-timeout': traits('NO-REPLY', 'it', true, 'try-again'),
  'connection-lost': traits('BROKE-OFF', 'wait', true, 'try-again'),
  'no-route': traits('NO-ROUTE', 'you', true, 'try-again'),
  'proxy-problem': traits('PROXY', 'it', true, 'ask-it'),
  'certificate-unknown-signer': traits('SIGNER', 'it', false, 'ask-it'),
  'certificate-self-made': traits('SELF-MADE', 'provider', false, 'ask-it'),
  'certificate-expired': traits('EXPIRED', 'provider', true, 'try-again'),
  'certificate-not-yet-valid': traits('CERT-EARLY', 'you', true, 'try-again'),
  'certificate-wrong-name': traits('CERT-NAME', 'you', true, 'edit-server'),
  'encryption-not-spoken': traits('NO-TLS', 'you', true, 'edit-server'),
  'encryption-too-old': traits('OLD-TLS', 'provider', false, 'none'),
  'encryption-not-offered': traits('STARTTLS', 'it', false, 'edit-server'),
  'encryption-needed': traits('USE-TLS', 'you', true, 'edit-server'),
  'server-silent': traits('SILENT', 'wait', true, 'try-again'),
  'server-closed': traits('HUNG-UP', 'wait', true, 'try-again'),
  'server-unreadable': traits('GARBAGE', 'you', true, 'edit-server'),
  'server-wrong-protocol': traits('PORT', 'you', true, 'edit-server'),
  'server-busy': traits('BUSY', 'wait', true, 'try-again'),
  // The login
  'sign-in-not-offered': traits('NO-OAUTH', 'provider', false, 'edit-server'),
  'token-refused': traits('REFUSED', 'you', true, 'sign-in-again'),
  'login-refused': traits('LOGIN', 'it', true, 'ask-it'),
  'permission-missing-at-server': traits('RIGHT', 'app', true, 'sign-in-again'),
  'imap-off': traits('IMAP-OFF', 'it', false, 'ask-it'),
  'pop-off': traits('POP-OFF', 'you', false, 'ask-it'),
  'smtp-off': traits('SMTP-OFF', 'it', false, 'ask-it'),
  'mailbox-unreachable': traits('MAILBOX', 'it', true, 'ask-it'),
  'mailbox-forbidden': traits('NO-ENTRY', 'it', false, 'ask-it'),
  'mailbox-in-use': traits('IN-USE', 'you', true, 'try-again'),
  'browser-visit-needed': traits('VISIT', 'you', true, 'try-again'),
  'too-many-connections': traits('TOO-MANY', 'you', true, 'try-again'),
  'too-many-tries': traits('SLOW-DOWN', 'wait', true, 'try-again'),
  'password-refused': traits('PASSWORD', 'you', true, 'type-password'),
  'app-password-needed': traits('APP-PASSWORD', 'you', true, 'type-password'),
  'password-not-taken': traits('NO-PASSWORD', 'provider', false, 'choose-another-way'),
  'programs-off': traits('ALLOW', 'you', true, 'try-again'),
  'login-not-sent': traits('NO-LOGIN', 'you', true, 'edit-server'),
  'login-garbled': traits('MANGLED', 'app', true, 'try-again'),
  'greeting-refused': traits('HELLO', 'app', true, 'try-again'),
  'mailbox-full': traits('FULL', 'you', true, 'try-again'),
  'sender-not-allowed': traits('SENDER', 'you', false, 'none'),
  'daily-limit': traits('DAY', 'wait', true, 'try-again'),
  // The sign-in in the browser
  'browser-not-opened': traits('BROWSER', 'you', true, 'try-again'),
  'no-answer': traits('TAB', 'you', true, 'try-again'),
  'refused-by-person': traits('NO', 'you', true, 'try-again'),
  'approval-needed': traits('APPROVE', 'it', false, 'ask-it'),
  'policy-blocks': traits('POLICY', 'it', false, 'ask-it'),
  'account-kind-not-allowed': traits('KIND', 'you', true, 'edit-address'),
  'account-locked': traits('LOCKED', 'wait', true, 'try-again'),
  'account-unknown': traits('MEMBER', 'you', true, 'sign-in-again'),
  'account-disabled': traits('SUSPENDED', 'it', false, 'ask-it'),
  'account-password-refused': traits('WEB-PASSWORD', 'you', true, 'sign-in-again'),
  'account-password-expired': traits('NEW-PASSWORD', 'you', true, 'sign-in-again'),
  'account-protected': traits('PROTECTED', 'you', false, 'none'),
  'account-of-child': traits('PARENT', 'you', false, 'none'),
  'second-step-needed': traits('SECOND-STEP', 'you', true, 'sign-in-again'),
  'sign-in-page-needed': traits('PAGE', 'you', true, 'sign-in-again'),
  'sign-in-time-limit': traits('TIME-LIMIT', 'you', false, 'sign-in-again'),
  'device-not-allowed': traits('DEVICE', 'it', false, 'ask-it'),
  'not-assigned': traits('ASSIGN', 'it', false, 'ask-it'),
  'mail-service-missing': traits('NO-SERVICE', 'it', false, 'ask-it'),
  'own-sign-in-fault': traits('DIRECTORY', 'it', true, 'ask-it'),
  'browser-not-accepted': traits('OWN-BROWSER', 'you', true, 'try-again'),
  'link-damaged': traits('BAD-LINK', 'you', true, 'try-again'),
  'app-not-verified': traits('UNVERIFIED', 'you', true, 'try-again'),
  'app-user-limit': traits('APP-FULL', 'app', false, 'edit-registration'),
  'testing-seven-days': traits('SEVEN-DAYS', 'app', false, 'sign-in-again'),
  'not-a-tester': traits('TESTER', 'app', false, 'ask-it'),
  'client-unknown': traits('CLIENT', 'app', true, 'edit-registration'),
  'client-disabled': traits('REMOVED', 'app', false, 'edit-registration'),
  'client-not-allowed': traits('BARRED', 'app', false, 'edit-registration'),
  'registering-refused': traits('BY-HAND', 'app', true, 'edit-registration'),
  'redirect-not-registered': traits('RETURN', 'app', true, 'edit-registration'),
  'secret-wrong': traits('SECRET', 'app', true, 'edit-registration'),
  'secret-needed': traits('NEED-SECRET', 'app', true, 'edit-registration'),
  'secret-not-wanted': traits('NO-SECRET', 'app', true, 'edit-registration'),
  'secret-expired': traits('OLD-SECRET', 'app', true, 'edit-registration'),
  'tenant-unknown': traits('TENANT', 'you', true, 'edit-registration'),
  'other-cloud': traits('CLOUD', 'you', true, 'edit-registration'),
  'scope-unknown': traits('SCOPE', 'app', true, 'edit-registration'),
  'platform-wrong': traits('APP-TYPE', 'app', true, 'edit-registration'),
  'audience-wrong': traits('AUDIENCE', 'app', true, 'edit-registration'),
  'registration-incomplete': traits('APP-SETUP', 'app', true, 'edit-registration'),
  'provider-fault': traits('OUTAGE', 'wait', true, 'try-again'),
  'answer-unreadable': traits('WIFI', 'you', true, 'try-again'),
  'discovery-failed': traits('ISSUER', 'app', true, 'edit-registration'),
  'sign-in-too-old': traits('OLD-STYLE', 'provider', false, 'none'),
  'wrong-issuer': traits('STRANGER', 'app', true, 'try-again'),
  'code-stale': traits('STALE', 'you', true, 'try-again'),
  'device-code-expired': traits('CODE-OLD', 'you', true, 'try-again'),
  'device-code-not-allowed': traits('NO-CODE', 'it', false, 'choose-another-way'),
  'device-code-wrong': traits('TYPED', 'you', true, 'try-again'),
  'approved-elsewhere': traits('REGION', 'you', true, 'try-again'),
  'still-waiting': traits('NOT-YET', 'you', true, 'none'),
  'loopback-blocked': traits('LOOPBACK', 'it', true, 'choose-another-way'),
  'port-taken': traits('PORT-TAKEN', 'you', true, 'try-again'),
  'way-back-closed': traits('LATE', 'you', true, 'try-again'),
  // Who signed in, and what for
  'wrong-person': traits('PERSON', 'you', true, 'sign-in-again'),
  'person-unknown': traits('WHO', 'app', true, 'sign-in-again'),
  'scope-missing': traits('UNTICKED', 'you', true, 'sign-in-again'),
  'no-renewal': traits('ONE-HOUR', 'app', true, 'sign-in-again'),
  'token-invalid': traits('FORGED', 'app', true, 'sign-in-again'),
  'clock-wrong': traits('CLOCK', 'you', true, 'try-again'),
  'session-over': traits('SESSION', 'you', false, 'sign-in-again'),
  'sign-in-ended': traits('ENDED', 'you', false, 'sign-in-again'),
  // Keeping
  'no-key-store': traits('NO-STORE', 'you', true, 'try-again'),
  'key-store-locked': traits('STORE-SHUT', 'you', true, 'try-again'),
  'not-saved': traits('DISK', 'you', true, 'try-again'),
  'record-unreadable': traits('VAULT', 'you', false, 'sign-in-again'),
  // Ours
  'took-too-long': traits('SLOW', 'wait', true, 'try-again'),
  unexpected: traits('BUG', 'app', true, 'try-again'),
} as const satisfies Record<string, ProblemTraits>;

export type ProblemCode = keyof typeof problems;

export interface Problem {
  readonly code: ProblemCode;
  /** Harmless values for the words: host, port, phase, signer, provider, typed and found address. Never a secret. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** The machine's own words, shortened and stripped of anything secret; shown in mono. */
  readonly serverSaid?: string;
  /** Names the entry in the log, for `unexpected`. */
  readonly logReference?: string;
}

export function problemOf(code: ProblemCode, facts: Problem['facts'] = {}, serverSaid?: string): Problem {
  return serverSaid === undefined ? { code, facts } : { code, facts, serverSaid };
}

/** The code on the stamp, "10-SMTP-OFF": step and cause, the same in every language. */
export function problemStamp(step: StepId, problem: Problem): string {
  return `${stepNumber(step)}-${problems[problem.code].short}`;
}
