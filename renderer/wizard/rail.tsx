// The checklist, drawn as a key being cut: the envelope is its head, the line through the twelve marks its blade.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import './rail.css';
import './rail-blade.css';
import './rail-small.css';
import { RailFoot } from './rail-foot.tsx';
import { RailList } from './rail-list.tsx';
import { useCutInTurn } from './use-cut-in-turn.ts';

export interface RailProps {
  readonly setup: SetupView;
  readonly shown: StepId;
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
      <RailList steps={steps} current={setup.current} shown={shown} />
      <RailFoot setup={setup} />
    </nav>
  );
}
