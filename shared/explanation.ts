// What Postkey makes of a message somebody pasted: plain data for the window and the command line. No sentence in it, and of the text
// itself only the decisive part, free of secrets.
import type { Actor, ProblemCode } from './problem.ts';

/** Where no cause can be named: in which part of a set-up it happened. Ordered from what is told most easily. */
export const generalCauses = [
  'general-keeping',
  'general-sign-in',
  'general-sending',
  'general-receiving',
  'general-network',
  'general-unknown',
] as const;
export type GeneralCause = (typeof generalCauses)[number];

export interface Candidate {
  readonly cause: ProblemCode | GeneralCause;
  /** As on a stamp, "10-SMTP-OFF": the step where this cause is met, and its short code. */
  readonly code: string;
  readonly actors: readonly Actor[];
  readonly retryHelps: boolean;
  /** The part of the text that speaks for it, where several parts speak for different causes. */
  readonly because?: string;
}

/** The cause itself, or the likeliest one. */
export interface Explanation extends Omit<Candidate, 'because'> {
  /** Nothing else is known to bring this message. */
  readonly certain: boolean;
  /** Word for word from the text, one line, at most 200 characters; empty when nothing in it decided. */
  readonly decisive: string;
  /** Its usual name, "Microsoft". */
  readonly provider?: string;
  /** Key of the question that decides between the candidates. */
  readonly question?: string;
  /** The likeliest first, two or more; none when the cause is certain or only general. */
  readonly candidates: readonly Candidate[];
}
