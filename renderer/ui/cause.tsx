// The cause: what happened, what the server said, who must act, and the button that helps. One broken thing, one cause.
import type { NextAction, Problem } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import './cause.css';

export interface CauseProps {
  readonly problem: Problem;
  readonly step: StepId;
  /** Runs the button that helps instead of the usual request (`edit-server` has none of its own: the page must give one). */
  readonly onNext?: ((next: NextAction) => unknown) | undefined;
  /** Runs "Try again" instead of `setup.retry` for the step; `null` leaves the button out. */
  readonly onTryAgain?: (() => unknown) | null | undefined;
  /** One can go on in spite of it: note tint instead of stopped. */
  readonly canGoOn?: boolean | undefined;
  /** The helping button is outlined, where the page has its solid button elsewhere. */
  readonly quiet?: boolean | undefined;
  /** Of three ladders, those it speaks of (0 to 2): a small point reaches up to each. */
  readonly points?: readonly number[] | undefined;
}

export function Cause({ problem }: CauseProps) {
  return <section className="cause">{problem.code}</section>;
}
