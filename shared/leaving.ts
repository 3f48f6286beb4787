// Leaving: an account is taken away line by line, each with what came of it, and what is left to do by hand. Plain data without
// secrets; the sentences stand in `words/<language>/leaving.json`.

import type { KeepingView } from './keeping.ts';
import type { MailProgram } from './mail-program.ts';
import type { Problem } from './problem.ts';

/** In this order: taking back needs the key, and the proof needs the token that was just deleted, held in memory for that. */
export const leavingParts = ['revoke', 'delete', 'prove'] as const;
export type LeavingPart = (typeof leavingParts)[number];

/**
 * What will be done about the permission, known before anything is done. `revoke-app`: the provider ends all that this person ever
 * gave to the app, on other computers too. `ask`: whether there is a place for it shows when the provider is asked. `shared`:
 * `revoke-app` would end another account here. `password`: nobody gave a permission.
 */
export type RevokePlan = 'revoke' | 'revoke-app' | 'ask' | 'not-offered' | 'shared' | 'password';

/** What will be done with an account, for the question before it. */
export interface LeavingPlan {
  readonly revoke: RevokePlan;
  /** A server is asked whether the old key still opens the mailbox. */
  readonly prove: boolean;
  /** Programs that were set up keep what they were given. */
  readonly programs: boolean;
}

export const leavingResults = {
  revoke: [
    'revoked',
    'revoked-app',
    'was-gone',
    'not-offered',
    'kept-for-other',
    'no-keys',
    'given-up',
    'no-permission',
  ],
  delete: ['deleted', 'deleted-memory', 'left-behind'],
  prove: ['refused', 'refused-some', 'opens', 'run-out', 'not-seen', 'not-possible', 'not-asked'],
} as const satisfies Record<LeavingPart, readonly string[]>;
export type LeavingResult<P extends LeavingPart = LeavingPart> = (typeof leavingResults)[P][number];

/**
 * `asks`: it did not work, and the person decides how to go on. `noted`: over, with something to know. Instants as epoch
 * milliseconds; `until` is when the old key runs out.
 */
export type LeavingLine<P extends LeavingPart = LeavingPart> =
  | { readonly kind: 'waiting' | 'working' }
  | { readonly kind: 'asks'; readonly problem: Problem; readonly at: number }
  | {
      readonly kind: 'done' | 'noted' | 'skipped';
      readonly result: LeavingResult<P>;
      readonly at: number;
      readonly problem?: Problem;
      readonly until?: number;
      /** Another account's address, or the names of files. */
      readonly values?: Readonly<Record<string, string>>;
    };

/** What only the person can do. */
export type ByHand =
  | { readonly code: 'programs'; readonly programs: readonly MailProgram[] }
  | { readonly code: 'app-password' | 'registration-own'; readonly page?: string }
  /** `organisation`: it may have given the permission for everybody. */
  | { readonly code: 'permission'; readonly page?: string; readonly organisation?: string }
  /** Nothing to do: the organisation's registration stays, because others use it. */
  | { readonly code: 'registration-organisation'; readonly organisation: string };

export interface LeavingView {
  readonly id: string;
  readonly address: string;
  readonly signsInAs?: string;
  readonly providerName: string;
  /** The short name in sentences. */
  readonly provider: string;
  readonly practice: boolean;
  readonly kept: KeepingView;
  readonly startedAt: number;
  /** Absent until all lines are over. */
  readonly endedAt?: number;
  readonly lines: { readonly [P in LeavingPart]: LeavingLine<P> };
  readonly byHand: readonly ByHand[];
  /** Postkey was closed in the middle, and has taken it up again. */
  readonly takenUp: boolean;
  /** The old key is still in memory, so that a server can be asked about it once more. */
  readonly canLookAgain: boolean;
  /** The provider has not confirmed, and the key is still in memory, so that it can be asked once more. */
  readonly canRevokeAgain: boolean;
}

export function isOver(line: LeavingLine): boolean {
  return line.kind === 'done' || line.kind === 'noted' || line.kind === 'skipped';
}

/** The first part that is not over; null when all are. */
export function openPart({ lines }: Pick<LeavingView, 'lines'>): LeavingPart | null {
  return leavingParts.find((part) => !isOver(lines[part])) ?? null;
}
