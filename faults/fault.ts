// What an injected fault is: something a real adapter meets at a real server, disk or key store, and the named cause it has to
// end in. Only data and types; how faults are run and judged is in run-fault.ts.
import type { Outcome } from '../electron/setup/outside-world.ts';
import type { Actor, ProblemCode } from '../shared/problem.ts';

export type FaultGroup =
  | 'network'
  | 'tls'
  | 'mail-imap'
  | 'mail-pop'
  | 'mail-smtp'
  | 'watch'
  | 'oauth'
  | 'discovery'
  | 'dns'
  | 'key-store'
  | 'disk'
  | 'clock';

/** How the app ended. */
export interface Ended {
  readonly causes: readonly ProblemCode[];
  /** What became of it where that is more than a cause, or none is due: "the earlier record opens". */
  readonly verdict?: string;
  /** Everything a person, a log line or a report could see of the outcome, as JSON text; searched for `secretsUsed`. */
  readonly said: string;
  /** Milliseconds of the app's own part, where `run` also had servers to start; else all of `run` is counted. */
  readonly tookMs?: number;
}

export interface Fault {
  /** Group and fault in kebab-case, once in the whole room: "tls-expired". */
  readonly id: string;
  readonly group: FaultGroup;
  /** What was done, in words, for the table that is printed. */
  readonly injected: string;
  /** The app's own deadline for this, milliseconds; short where the port takes one. The signal given to `run` fires well after it. */
  readonly deadlineMs: number;
  /** What it has to end in, all of it; several only where the app honestly names several. None only with a `verdict`. */
  readonly causes: readonly ProblemCode[];
  /** What else has to be so at the end, word for word. */
  readonly verdict?: string;
  /** Who has to act by the catalogue for the first of the causes; written here too, so that a change there is noticed. */
  readonly actor: Actor | 'nobody';
  /** Injects the fault, lets the real adapter meet it, takes everything down again. Throws when the test itself cannot run. */
  run(signal: AbortSignal): Promise<Ended>;
}

/** Thrown by `run` where this computer does not let the fault be injected: the list says so, and the fault counts as not tried. */
export class NotPossibleHere extends Error {
  override readonly name = 'NotPossibleHere';
}

/** The outcome's cause, or none when nothing went wrong, which no fault expects. */
export const causesOf = (outcome: Outcome<unknown>): readonly ProblemCode[] =>
  outcome.ok ? [] : [outcome.problem.code];

/** Every secret that faults hand to the app or make servers say; none may be in `Ended.said`. Use these and no others. */
export const secretsUsed = {
  accessToken: 'EwBFaultAccessToken-7c1f9d2ab0-never-to-be-seen',
  refreshToken: 'M.C5Fault-refresh-token-55e0a1-never-to-be-seen',
  code: '4/0AFault-authorization-code-0b7d-never-to-be-seen',
  password: 'fault pass word 81 never to be seen',
  clientSecret: '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-be-seen',
  codeVerifier: 'FaultCodeVerifier-0123456789-0123456789-never-to-be-seen',
} as const;
