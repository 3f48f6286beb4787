// The twelve steps in the rail, as the blade of a key: also those of somebody else's case file.
import type { SetupView } from '../../shared/setup-state.ts';
import { type StepId, setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import './rail.css';
import './rail-blade.css';
import './rail-small.css';
import { RailRow } from './rail-row.tsx';

export interface RailListProps {
  readonly steps: SetupView['steps'];
  readonly current: StepId;
  /** The step that is shown. */
  readonly shown: StepId | undefined;
}

/** Whether the blade is cut between a step and the next: both closed, or the first closed and the set-up stands at the second. */
export function isCut(steps: SetupView['steps'], current: StepId, step: StepId): boolean {
  const next = setupSteps[stepNumber(step)];
  if (next === undefined || !isClosed(steps[step])) return false;
  return isClosed(steps[next]) || next === current;
}

export function RailList({ steps, current, shown }: RailListProps) {
  return (
    <ol className="rail-list">
      {setupSteps.map((step, index) => {
        const before = setupSteps[index - 1];
        return (
          <RailRow
            key={step}
            step={step}
            status={steps[step]}
            current={current}
            isCurrent={step === current}
            isShown={step === shown}
            cutAbove={before === undefined || isCut(steps, current, before)}
            cutBelow={isCut(steps, current, step)}
          />
        );
      })}
    </ol>
  );
}
