// The seven state marks: seven outlines that can be told apart in one colour and at 17 px. Only drawn here; the state's word
// stands beside them, so they are hidden from screen readers.
import type { ReactNode } from 'react';
import './mark.css';

export type MarkState = 'waiting' | 'working' | 'needs-you' | 'done' | 'noted' | 'skipped' | 'failed';

export interface MarkProps {
  readonly state: MarkState;
  /** Inside a ring or a tag; without one a tag shows "!". */
  readonly number?: number | undefined;
  /** CSS pixels: 24 in the rail, 17 in ladders, 20 in notices, 21 on tiles, 28 in the account list. */
  readonly size?: number | undefined;
}

const shapes: Record<MarkState, (number: number | undefined) => ReactNode> = {
  waiting: (number) => (
    <>
      <circle className="mark-ring" cx="12" cy="12" r="9.9" />
      <text className="mark-number" x="12" y="16">
        {number}
      </text>
    </>
  ),
  working: () => (
    <>
      <circle className="mark-track" cx="12" cy="12" r="9.6" />
      <circle className="mark-arc" cx="12" cy="12" r="9.6" pathLength="4" />
      <circle className="mark-dot" cx="7.9" cy="12" r="1.35" />
      <circle className="mark-dot" cx="12" cy="12" r="1.35" />
      <circle className="mark-dot" cx="16.1" cy="12" r="1.35" />
    </>
  ),
  'needs-you': (number) => (
    <>
      <path
        className="mark-tag"
        d="M5.2 3.4H14.4A2 2 0 0 1 15.9 4.1L21.5 10.8A1.9 1.9 0 0 1 21.5 13.2L15.9 19.9A2 2 0 0 1 14.4 20.6H5.2A2.7 2.7 0 0 1 2.5 17.9V6.1A2.7 2.7 0 0 1 5.2 3.4Z"
      />
      {number === undefined ? (
        <path className="mark-sign mark-on-tag" d="M10.8 7.9V12.4M10.8 16.1V16.2" />
      ) : (
        <text className="mark-number mark-on-tag" x="10.6" y="16">
          {number}
        </text>
      )}
    </>
  ),
  done: () => (
    <>
      <circle className="mark-disc" cx="12" cy="12" r="10.8" />
      <path className="mark-sign mark-tick" d="M7.3 12.4L10.6 15.6L16.8 9" />
    </>
  ),
  noted: () => (
    <>
      <path className="mark-triangle" d="M12 3.6L21.4 19.8H2.6Z" />
      <path className="mark-sign mark-on-note" d="M12 9.3V13.7M12 17.2V17.3" />
    </>
  ),
  skipped: () => (
    <>
      <circle className="mark-dashed" cx="12" cy="12" r="9.9" pathLength="48" />
      <path className="mark-sign mark-bar" d="M8.8 12H15.2" />
    </>
  ),
  failed: () => (
    <>
      <path className="mark-octagon" d="M7.9 1.9H16.1L22.1 7.9V16.1L16.1 22.1H7.9L1.9 16.1V7.9Z" />
      <path className="mark-sign mark-cross" d="M8.5 8.5L15.5 15.5M15.5 8.5L8.5 15.5" />
    </>
  ),
};

/** Colours come from where it stands: inside the rail the rail's, else the sheet's. */
export function Mark({ state, number, size = 24 }: MarkProps) {
  return (
    <svg className={`mark mark-${state}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[state](number)}
    </svg>
  );
}
