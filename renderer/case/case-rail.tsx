// The rail beside somebody else's case file: the caller's twelve steps, and the help.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import { isCut } from '../wizard/rail.tsx';
import '../wizard/rail.css';
import '../wizard/rail-blade.css';
import '../wizard/rail-small.css';
import { RailFoot } from '../wizard/rail-foot.tsx';
import { RailRow } from '../wizard/rail-row.tsx';

export interface CaseRailProps {
  readonly setup: SetupView | undefined;
  /** The step that is shown. */
  readonly shown: StepId | undefined;
}

export function CaseRail({ setup, shown }: CaseRailProps) {
  const { t } = useTranslation(['case-file', 'window']);
  return (
    <nav className="rail rail-steps rail-case" aria-label={t('opened.title')}>
      <div className="rail-head">
        <EnvelopeHead />
        <span className="rail-app">{t('opened.title')}</span>
      </div>
      {setup === undefined ? null : (
        <ol className="rail-list">
          {setupSteps.map((step, index) => {
            const before = setupSteps[index - 1];
            return (
              <RailRow
                key={step}
                step={step}
                status={setup.steps[step]}
                current={setup.current}
                isCurrent={step === setup.current}
                isShown={step === shown}
                cutAbove={before === undefined || isCut(setup.steps, setup.current, before)}
                cutBelow={isCut(setup.steps, setup.current, step)}
              />
            );
          })}
        </ol>
      )}
      <RailFoot />
    </nav>
  );
}
