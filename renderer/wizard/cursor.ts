// Which page is shown. Main says where the set-up stands; the person may look back at a closed step or stay on the ladders;
// nothing else moves the cursor. Pure, so that the rule can be tried by itself.
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { stepNumber } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';

export type Place =
  | { readonly kind: 'following' }
  /** The person opened a closed step again, until they go on. */
  | { readonly kind: 'looking-back'; readonly step: StepId }
  /** The ladders were climbed, be it while the person was busy with step 9: they are shown until the person presses Continue. */
  | { readonly kind: 'staying'; readonly step: StepId };

export const following: Place = { kind: 'following' };

const stayedOn: StepId = 'test';

export function shownStep(place: Place, setup: SetupView): StepId {
  return place.kind === 'following' ? setup.current : place.step;
}

/** Where the person is after a new snapshot. */
export function placeAfter(place: Place, before: SetupView, now: SetupView): Place {
  if (before.id !== now.id) return following;
  if (place.kind !== 'following') return isClosed(now.steps[place.step]) ? place : following;
  const movedOn =
    stepNumber(before.current) <= stepNumber(stayedOn) &&
    isClosed(now.steps[stayedOn]) &&
    stepNumber(now.current) > stepNumber(stayedOn);
  return movedOn ? { kind: 'staying', step: stayedOn } : following;
}

/** Where the person is after asking for a step; undefined when it is not reached yet. */
export function placeOpening(step: StepId, setup: SetupView): Place | undefined {
  if (step === setup.current) return following;
  return isClosed(setup.steps[step]) ? { kind: 'looking-back', step } : undefined;
}

/** The step that "Back" leads to from a page: the one before it that was really done. */
export function stepBefore(step: StepId, setup: SetupView): StepId | undefined {
  const ids = Object.keys(setup.steps) as StepId[];
  const before = ids
    .filter((id) => stepNumber(id) < stepNumber(step))
    .sort((one, other) => stepNumber(other) - stepNumber(one));
  return before.find((id) => isClosed(setup.steps[id]) && setup.steps[id].kind !== 'skipped');
}
