// At which step a cause is usually met: the number before the short code where a message came from elsewhere.
import { type ProblemCode, problems } from './problem.ts';
import { type StepId, stepNumber } from './setup-steps.ts';

const causesAt = {
  understand: ['domain-unknown', 'no-mail-at-domain', 'no-mail-programs', 'provider-not-allowed'],
  register: ['other-cloud', 'registering-refused', 'tenant-unknown', 'discovery-failed'],
  credentials: [
    ...(['client-unknown', 'client-disabled', 'client-not-allowed', 'secret-wrong', 'secret-needed'] as const),
    ...(['secret-expired', 'secret-not-wanted', 'platform-wrong', 'audience-wrong'] as const),
    ...(['redirect-not-registered', 'registration-incomplete', 'scope-unknown'] as const),
  ],
  flow: ['loopback-blocked', 'port-taken', 'device-code-not-allowed', 'no-key-store', 'key-store-locked'],
  request: ['browser-not-opened', 'browser-not-accepted', 'link-damaged', 'app-not-verified'],
  response: [
    ...(['no-answer', 'refused-by-person', 'approval-needed', 'policy-blocks', 'not-assigned'] as const),
    ...(['account-kind-not-allowed', 'account-locked', 'account-unknown', 'account-disabled'] as const),
    ...(['account-password-refused', 'account-password-expired', 'account-protected', 'account-of-child'] as const),
    ...(['second-step-needed', 'sign-in-page-needed', 'device-not-allowed', 'mail-service-missing'] as const),
    ...(['own-sign-in-fault', 'not-a-tester', 'app-user-limit', 'wrong-issuer', 'code-stale'] as const),
    ...(['device-code-expired', 'device-code-wrong', 'approved-elsewhere', 'still-waiting'] as const),
    ...(['way-back-closed', 'answer-unreadable', 'provider-fault', 'sign-in-too-old'] as const),
  ],
  token: ['wrong-person', 'person-unknown', 'scope-missing', 'no-renewal', 'token-invalid', 'clock-wrong'],
  store: ['not-saved', 'record-unreadable'],
  configure: [],
  test: [
    ...(['offline', 'name-not-found', 'name-service-silent', 'connection-refused', 'connection-timeout'] as const),
    ...(['connection-lost', 'no-route', 'proxy-problem', 'certificate-unknown-signer'] as const),
    ...(['certificate-self-made', 'certificate-expired', 'certificate-not-yet-valid'] as const),
    ...(['certificate-wrong-name', 'encryption-not-spoken', 'encryption-too-old', 'encryption-not-offered'] as const),
    ...(['encryption-needed', 'server-silent', 'server-closed', 'server-unreadable', 'server-busy'] as const),
    ...(['server-wrong-protocol', 'sign-in-not-offered', 'token-refused', 'login-refused', 'imap-off'] as const),
    ...(['permission-missing-at-server', 'pop-off', 'smtp-off', 'mailbox-unreachable', 'mailbox-full'] as const),
    ...(['mailbox-forbidden', 'mailbox-in-use', 'browser-visit-needed', 'too-many-connections'] as const),
    ...(['too-many-tries', 'password-refused', 'app-password-needed', 'password-not-taken'] as const),
    ...(['programs-off', 'login-not-sent', 'login-garbled', 'greeting-refused', 'sender-not-allowed'] as const),
    ...(['daily-limit', 'took-too-long', 'unexpected'] as const),
  ],
  refresh: ['sign-in-time-limit', 'testing-seven-days', 'session-over', 'sign-in-ended'],
  monitor: [],
} as const satisfies Record<StepId, readonly ProblemCode[]>;

const stepOfCause = new Map<ProblemCode, StepId>(
  (Object.entries(causesAt) as [StepId, readonly ProblemCode[]][]).flatMap(([step, causes]) =>
    causes.map((cause): [ProblemCode, StepId] => [cause, step]),
  ),
);

export function usualStep(cause: ProblemCode): StepId {
  return stepOfCause.get(cause) ?? 'monitor';
}

/** "10-SMTP-OFF", for a cause that was not met in a set-up. */
export function usualStamp(cause: ProblemCode): string {
  return `${stepNumber(usualStep(cause))}-${problems[cause].short}`;
}

/** What a look met, by service; empty: no server was asked. */
type Asked = Readonly<Record<string, unknown>>;

/** Of an account that is watched: what servers said is step 10's, what the key said step 11's. */
export function watchedStep(cause: ProblemCode, asked: Asked): StepId {
  return Object.keys(asked).length > 0 || usualStep(cause) === 'test' ? 'test' : 'refresh';
}

/** The same code wherever that account is spoken of. */
export function watchedStamp(cause: ProblemCode, asked: Asked): string {
  return `${stepNumber(watchedStep(cause, asked))}-${problems[cause].short}`;
}
