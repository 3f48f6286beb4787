// Which page is shown. Main says where the set-up stands; the person may look back at a closed step or stay on the ladders;
// nothing else moves the cursor. Pure, so that the rule can be tested by itself.
import { createContext, useContext } from 'react';
import type { StepId } from '../../shared/setup-steps.ts';

export interface Cursor {
  readonly shown: StepId;
  /** Goes to where the set-up stands; what "Continue" on a closed page does when it changes nothing. */
  readonly goOn: () => void;
  /** The page before, if there is one to look at. */
  readonly goBack: (() => void) | undefined;
  readonly open: (step: StepId) => void;
}

export const CursorContext = createContext<Cursor | undefined>(undefined);

/** For pages: `const { goOn, goBack } = useCursor()`. */
export function useCursor(): Cursor {
  const cursor = useContext(CursorContext);
  if (cursor === undefined) throw new Error('No wizard around this page');
  return cursor;
}
