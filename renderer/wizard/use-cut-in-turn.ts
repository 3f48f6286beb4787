// Several steps that close at once are shown closing one after another, so that three ticks of a preset read as three facts.
// Changes only when a state is drawn, never which.
import { useEffect, useRef, useState } from 'react';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';

type Steps = SetupView['steps'];

const betweenMs = 120;

/** The steps that closed between two snapshots, in their order. */
export function closedBetween(before: Steps, now: Steps): readonly StepId[] {
  return setupSteps.filter((step) => isClosed(now[step]) && !isClosed(before[step]));
}

/** The statuses to draw: the newest, but each further step that closes at once 120 ms after the one before it. */
export function useCutInTurn(steps: Steps): Steps {
  const last = useRef(steps);
  const [held, setHeld] = useState<Partial<Steps>>({});

  useEffect(() => {
    const before = last.current;
    last.current = steps;
    const later = closedBetween(before, steps).slice(1);
    const still = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
    if (later.length === 0 || still) {
      setHeld({});
      return;
    }
    setHeld(Object.fromEntries(later.map((step) => [step, before[step]])));
    const timers = later.map((step, index) =>
      setTimeout(() => setHeld(({ [step]: _shown, ...rest }) => rest), betweenMs * (index + 1)),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [steps]);

  return { ...steps, ...held };
}
