// The seven state marks: seven outlines that can be told apart in one colour and at 17 px. Only drawn here; the state's word
// stands beside them, so they are hidden from screen readers.
import './mark.css';

export type MarkState = 'waiting' | 'working' | 'needs-you' | 'done' | 'noted' | 'skipped' | 'failed';

export interface MarkProps {
  readonly state: MarkState;
  /** Inside a ring or a tag; without one a tag shows "!". */
  readonly number?: number | undefined;
  /** CSS pixels: 24 in the rail, 17 in ladders, 20 in notices, 21 on tiles, 28 in the account list. */
  readonly size?: number | undefined;
}

/** Colours come from where it stands: inside `.rail` the rail's, else the sheet's. */
export function Mark({ state, number, size = 24 }: MarkProps) {
  return (
    <svg className={`mark mark-${state}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <text x="12" y="16">{number}</text>
    </svg>
  );
}
