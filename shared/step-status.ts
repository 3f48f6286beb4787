// How a step stands. A problem exists only in a step that stopped or closed with a note.
import type { Problem } from './problem.ts';

/** What was found or checked, as a code with harmless values; the words live in `words/<language>/steps.json` under `facts`. */
export interface StepFact {
  readonly code: FactCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type StepStatus =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'working';
      readonly activity: ActivityCode;
      readonly values?: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'needs-you'; readonly fact?: StepFact }
  | { readonly kind: 'done'; readonly fact: StepFact; readonly ms: number }
  | { readonly kind: 'noted'; readonly fact: StepFact; readonly ms: number; readonly problem: Problem }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type StepStatusKind = StepStatus['kind'];

/** A closed step lets the next one be current: checked, checked with a note, or not needed. */
export function isClosed(status: StepStatus): boolean {
  return status.kind === 'done' || status.kind === 'noted' || status.kind === 'skipped';
}

export const activityCodes = [
  'looking-up-provider',
  'asking-about-client',
  'testing-this-computer',
  'building-request',
  'opening-browser',
  'asking-for-device-code',
  'waiting-for-browser',
  'waiting-for-device',
  'waiting-for-approval', // {since}: epoch milliseconds
  'fetching-tokens',
  'sealing-tokens',
  'testing-mail',
  'renewing',
  'testing-renewed',
  'first-watch',
] as const;
export type ActivityCode = (typeof activityCodes)[number];

export const factCodes = [
  'provider-found', // {provider}
  'registration-from-preset', // {organisation}
  'registration-own', // {}
  'registration-from-google-file', // {}
  'registration-practice', // {}
  'client-known', // {provider}
  'client-not-askable', // {provider}
  'way-browser', // {}
  'way-device', // {}
  'way-password', // {}
  'browser-took-link', // {browser} may be empty
  'device-code-shown', // {}
  'answered-after', // {provider, seconds}
  'approved-after', // {days}
  'signed-in-as', // {name}
  'kept-in', // {store}: words of the store under `keyStores`
  'kept-this-session', // {}
  'programs-chosen', // {count, first}
  'no-program-chosen', // {}
  'services-passed', // {count}
  'services-passed-renewed', // {count}
  'receiving-only', // {}
  'some-services', // {count}
  'renewed', // {minutes}
  'not-renewable', // {minutes}
  'watching', // {}
] as const;
export type FactCode = (typeof factCodes)[number];

export const skipReasons = ['no-sign-in-page', 'no-token-there', 'password-chosen', 'password-lasts'] as const;
export type SkipReason = (typeof skipReasons)[number];
