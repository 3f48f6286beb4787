// The checklist, drawn as a key being cut: the envelope is its head, the line through the twelve marks its blade.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import './rail.css';
import './rail-blade.css';
import './rail-small.css';
import { RailFoot } from './rail-foot.tsx';
import { RailRow } from './rail-row.tsx';
import { useCutInTurn } from './use-cut-in-turn.ts';

export interface RailProps {
  readonly setup: SetupView;
  readonly shown: StepId;
}

/** Whether the blade is cut between a step and the next: both closed, or the first closed and the set-up stands at the second. */
export function isCut(steps: SetupView['steps'], current: StepId, step: StepId): boolean {
  const next = setupSteps[stepNumber(step)];
  if (next === undefined || !isClosed(steps[step])) return false;
  return isClosed(steps[next]) || next === current;
}

export function Rail({ setup, shown }: RailProps) {
  const { t } = useTranslation('window');
  const steps = useCutInTurn(setup.steps);
  const number = { number: stepNumber(shown), count: setupSteps.length };
  return (
    <nav className="rail rail-steps" aria-label={t('rail.label')}>
      <div className="rail-head">
        <EnvelopeHead />
        <span className="rail-app">{t('app')}</span>
        <span className="rail-count" aria-hidden="true">
          {t('steps:stepOf', number)}
        </span>
      </div>
      <ol className="rail-list">
        {setupSteps.map((step, index) => {
          const before = setupSteps[index - 1];
          return (
            <RailRow
              key={step}
              step={step}
              status={steps[step]}
              current={setup.current}
              isCurrent={step === setup.current}
              isShown={step === shown}
              cutAbove={before === undefined || isCut(steps, setup.current, before)}
              cutBelow={isCut(steps, setup.current, step)}
            />
          );
        })}
      </ol>
      <RailFoot setup={setup} />
    </nav>
  );
}
