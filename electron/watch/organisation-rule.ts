// How long sign-ins lasted here before the organisation ended them: what was observed, and the rule that fits it. Pure.
import type { ProblemCode } from '../../shared/problem.ts';

/** One sign-in from the browser to its end. Epoch milliseconds. */
export interface SignInSpan {
  readonly from: number;
  /** When the provider last renewed it. */
  readonly goodUntil: number;
  /** When it was first refused. */
  readonly until: number;
  readonly cause: ProblemCode;
}

/** The provider said that its time was over. */
const limitCodes = new Set<ProblemCode>(['sign-in-time-limit']);
/** The provider gave no reason; only several of the same length mean something. */
const unexplained = new Set<ProblemCode>(['sign-in-ended']);
/** Ends that are worth remembering. */
export const isSpanEnd = (code: ProblemCode): boolean =>
  limitCodes.has(code) || unexplained.has(code) || code === 'testing-seven-days';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Observed more loosely than this, because Postkey was closed meanwhile, it could be any rule. */
const loosest = 0.2;

export interface Rule {
  readonly lengthMs: number;
  readonly times: number;
  readonly isSaid: boolean;
}

/** The rule that fits the newest spans; null when none was observed closely enough. */
export function ruleOf(spans: readonly SignInSpan[]): Rule | null {
  const said = fitting(spans.filter(({ cause }) => limitCodes.has(cause)));
  if (said) return { ...said, isSaid: true };
  const guessed = fitting(spans.filter(({ cause }) => unexplained.has(cause)));
  return guessed && guessed.times > 1 ? { ...guessed, isSaid: false } : null;
}

/** From the newest backwards, as long as one length fits all: an older rule may have been another. */
function fitting(spans: readonly SignInSpan[]): Omit<Rule, 'isSaid'> | null {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  let times = 0;
  for (const { from, goodUntil, until } of [...spans].reverse()) {
    const [low, high] = [Math.max(least, goodUntil - from), Math.min(most, until - from)];
    if (low > high) break;
    [least, most, times] = [low, high, times + 1];
  }
  if (times === 0 || most <= 0 || most - least > Math.max(hourMs, most * loosest)) return null;
  return { lengthMs: roundLength(least, most), times };
}

/** Rules are whole days or whole hours; the shortest such length that was not outlived. */
function roundLength(least: number, most: number): number {
  for (const unit of [dayMs, hourMs]) {
    const whole = Math.ceil(least / unit) * unit;
    if (whole > 0 && whole <= most) return whole;
  }
  return most;
}
