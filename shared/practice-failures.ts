// The closed list of failures that practice can play: which cause each shows, at which step, and in which family one looks for it.
// Data only; what is said on the wire for it is in `electron/practice/plays/`.
import type { ProblemCode } from './problem.ts';
import { problems } from './problem.ts';
import type { StepId } from './setup-steps.ts';
import { stepNumber } from './setup-steps.ts';

export const practiceFamilies = [
  'page',
  'registration',
  'key',
  'keeping',
  'way',
  'certificate',
  'login',
  'staying',
] as const;
export type PracticeFamily = (typeof practiceFamilies)[number];

/** By family, then by the step at which a set-up that plays it from its beginning stops. A name is the cause's own unless it is in `otherCauses`. */
const played = {
  page: {
    request: ['browser-not-opened'],
    response: [
      ...(['refused', 'closed-tab', 'approval-needed', 'policy-blocks', 'not-assigned', 'device-not-allowed'] as const),
      ...(['account-unknown', 'account-kind-not-allowed', 'account-locked', 'account-disabled'] as const),
      ...(['account-password-refused', 'account-password-expired', 'account-protected', 'account-of-child'] as const),
      ...(['second-step-needed', 'sign-in-page-needed', 'mail-service-missing', 'own-sign-in-fault'] as const),
      ...(['browser-not-accepted', 'link-damaged', 'app-not-verified', 'app-user-limit', 'not-a-tester'] as const),
      ...(['provider-fault', 'approved-elsewhere', 'wrong-issuer', 'server-busy-at-sign-in'] as const),
      ...(['device-code-expired', 'device-code-wrong'] as const),
    ],
  },
  registration: {
    credentials: [
      ...(['client-unknown', 'client-disabled', 'client-not-allowed', 'tenant-unknown', 'other-cloud'] as const),
      ...(['audience-wrong', 'platform-wrong', 'registration-incomplete'] as const),
      ...(['secret-wrong', 'secret-needed', 'secret-expired', 'secret-not-wanted'] as const),
      ...(['discovery-failed', 'sign-in-too-old'] as const),
    ],
    response: ['redirect-not-registered', 'scope-unknown'],
    request: ['device-code-not-allowed'],
  },
  key: {
    token: [
      ...(['code-stale', 'wrong-person', 'person-unknown', 'scope-unticked', 'no-renewal'] as const),
      ...(['token-invalid', 'clock-wrong'] as const),
    ],
  },
  keeping: {
    flow: ['loopback-blocked'],
    store: ['no-key-store', 'key-store-locked', 'not-saved'],
    test: ['record-unreadable'],
  },
  way: {
    credentials: ['proxy-problem', 'answer-unreadable'],
    test: [
      ...(['offline', 'name-not-found', 'name-service-silent', 'connection-refused', 'connection-timeout'] as const),
      ...(['connection-lost', 'no-route', 'encryption-not-spoken', 'encryption-too-old'] as const),
      ...(['encryption-not-offered', 'server-silent', 'server-closed', 'server-unreadable'] as const),
      ...(['server-wrong-protocol', 'server-busy'] as const),
    ],
  },
  certificate: {
    test: [
      ...(['certificate-unknown-signer', 'certificate-self-made', 'certificate-expired'] as const),
      ...(['certificate-not-yet-valid', 'certificate-wrong-name'] as const),
    ],
  },
  login: {
    test: [
      ...(['imap-off', 'pop-off', 'smtp-off', 'smtp-off-for-all', 'programs-off'] as const),
      ...(['sign-in-not-offered', 'token-refused'] as const),
      ...(['login-refused', 'permission-missing-at-server', 'mailbox-unreachable', 'mailbox-forbidden'] as const),
      ...(['mailbox-in-use', 'mailbox-full', 'browser-visit-needed', 'too-many-connections'] as const),
      ...(['too-many-tries', 'daily-limit', 'login-garbled', 'greeting-refused'] as const),
    ],
  },
  staying: {
    test: ['token-expires-early'],
    refresh: ['sign-in-ended', 'sign-in-time-limit'],
  },
} as const;

type ListsOf<F> = F extends Readonly<Record<string, readonly (infer Id)[]>> ? Id : never;
export type PracticeFailure = ListsOf<(typeof played)[PracticeFamily]>;

const otherCauses: Readonly<Partial<Record<PracticeFailure, ProblemCode>>> = {
  refused: 'refused-by-person',
  'closed-tab': 'no-answer',
  'server-busy-at-sign-in': 'server-busy',
  'scope-unticked': 'scope-missing',
  'smtp-off-for-all': 'smtp-off',
  'token-expires-early': 'token-refused',
};

const onDevice = new Set<PracticeFailure>(['device-code-expired', 'device-code-wrong', 'device-code-not-allowed']);

export interface PlayableFailure {
  readonly id: PracticeFailure;
  readonly cause: ProblemCode;
  readonly family: PracticeFamily;
  /** Where a set-up stops that plays it from its beginning. */
  readonly step: StepId;
  /** "10-SMTP-OFF"; where it shows on a stopped page. */
  readonly stamp: string;
  /** Has words of its own; the others are called by their cause. */
  readonly named: boolean;
  /** The watch meets it on a finished account, too. */
  readonly onAccounts: boolean;
  /** Shows to somebody who signs in with a code on another device, and to nobody else. */
  readonly onDevice: boolean;
}

/** The watch climbs the ladders, renews, and opens what is kept; it signs nobody in. */
function isSeenByWatch(id: PracticeFailure, family: PracticeFamily, step: StepId): boolean {
  return step === 'test' || family === 'staying' || id === 'key-store-locked' || id === 'record-unreadable';
}

function listFamily(family: PracticeFamily): readonly PlayableFailure[] {
  const steps: Readonly<Partial<Record<StepId, readonly PracticeFailure[]>>> = played[family];
  return (Object.entries(steps) as [StepId, readonly PracticeFailure[]][]).flatMap(([step, ids]) =>
    ids.map((id) => {
      const named = otherCauses[id];
      // What is not called otherwise is called by its cause; a test holds it to that.
      const cause = named ?? (id as ProblemCode);
      const stamp = `${stepNumber(step)}-${problems[cause].short}`;
      return {
        id,
        cause,
        family,
        step,
        stamp,
        named: named !== undefined,
        onAccounts: isSeenByWatch(id, family, step),
        onDevice: onDevice.has(id),
      };
    }),
  );
}

/** All of them, family by family. */
export const playableFailures: readonly PlayableFailure[] = practiceFamilies.flatMap(listFamily);

export const practiceFailures: readonly PracticeFailure[] = playableFailures.map(({ id }) => id);
