// The cursor for React: keeps the person's place, moves it by the rule in cursor.ts, and hands it to the pages.
import { createContext, useContext, useMemo, useState } from 'react';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import type { Place } from './cursor.ts';
import { following, placeAfter, placeOpening, shownStep, stepBefore } from './cursor.ts';

export interface Cursor {
  readonly shown: StepId;
  /** The page shown is not where the set-up stands. */
  readonly lookingBack: boolean;
  /** Goes to where the set-up stands: "Continue" on a page that changes nothing. */
  readonly goOn: () => void;
  /** Opens the step before, where there is one. */
  readonly goBack: (() => void) | undefined;
  /** Opens a step; false when it is not reached yet. */
  readonly open: (step: StepId) => boolean;
}

export const CursorContext = createContext<Cursor | undefined>(undefined);

/** For pages: `const { goOn, lookingBack } = useCursor()`. */
export function useCursor(): Cursor {
  const cursor = useContext(CursorContext);
  if (cursor === undefined) throw new Error('No wizard around this page');
  return cursor;
}

/** For the wizard alone. */
export function useCursorOf(setup: SetupView): Cursor {
  const [seen, setSeen] = useState(setup);
  const [place, setPlace] = useState<Place>(following);
  // A new snapshot moves the place while drawing, so that no wrong page is ever drawn in between.
  if (seen !== setup) {
    setSeen(setup);
    const moved = placeAfter(place, seen, setup);
    if (moved !== place) setPlace(moved);
  }
  return useMemo(() => {
    const shown = shownStep(place, setup);
    const open = (step: StepId): boolean => {
      const opened = placeOpening(step, setup);
      if (opened !== undefined) setPlace(opened);
      return opened !== undefined;
    };
    const before = stepBefore(shown, setup);
    return {
      shown,
      lookingBack: shown !== setup.current,
      goOn: () => setPlace(following),
      goBack: before === undefined ? undefined : () => void open(before),
      open,
    };
  }, [place, setup]);
}
