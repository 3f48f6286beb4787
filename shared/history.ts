// How an account was over time: what the watch saw, as stretches of one state, and the same as days. Plain data; no address in it.
import type { Service } from './mail-provider.ts';
import type { ProblemCode } from './problem.ts';

/** The worst first: a day is shown as the worst that was seen on it. */
export const seenStates = ['needed-you', 'broken', 'away', 'well'] as const;
export type SeenState = (typeof seenStates)[number];

/** A stretch in which every look saw the same. Epoch milliseconds; `until` is its last look. */
export interface HistoryEntry {
  readonly state: SeenState;
  readonly cause?: ProblemCode;
  readonly services: Readonly<Partial<Record<Service, 'passed' | 'broken' | 'unreachable'>>>;
  readonly from: number;
  readonly until: number;
}

/** `day` in the computer's own calendar, `2026-11-24`. */
export interface HistoryDay {
  readonly day: string;
  readonly state: SeenState;
}
