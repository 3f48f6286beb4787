// Ninety bars, one a day: height carries the meaning, colour repeats it. Only drawn; the words stand beside it.
import './bars-drawing.css';
import type { DayBar, DayState } from './day-bars.ts';

/** Of 34; from one day to the next 6, a bar 4 wide. */
const heights: Readonly<Record<DayState, number>> = {
  well: 30,
  away: 20,
  'needed-you': 13,
  broken: 7,
  'not-looked': 2.5,
};
const states = Object.keys(heights) as readonly DayState[];

export interface BarsDrawingProps {
  readonly bars: readonly DayBar[];
  /** The place of the day that is spoken of. */
  readonly chosen?: number | undefined;
}

export function BarsDrawing({ bars, chosen }: BarsDrawingProps) {
  const path = (state: DayState): string =>
    bars
      .map((bar, place) => (bar.state === state ? `M${place * 6} 34v-${heights[state]}h4v${heights[state]}z` : ''))
      .join('');
  return (
    <svg className="bars" viewBox={`0 0 ${bars.length * 6} 34`} preserveAspectRatio="none" aria-hidden="true">
      {chosen === undefined ? null : <path className="bars-chosen" d={`M${chosen * 6 - 1} 0h6v34h-6z`} />}
      {states.map((state) => (
        <path key={state} className={`bars-${state}`} d={path(state)} />
      ))}
    </svg>
  );
}

/** One bar, for a legend or a table's line. */
export function OneBar({ state }: { readonly state: DayState }) {
  return (
    <svg className="bars-one" viewBox="0 0 6 34" preserveAspectRatio="none" aria-hidden="true">
      <path className={`bars-${state}`} d={`M1 34v-${heights[state]}h4v${heights[state]}z`} />
    </svg>
  );
}
