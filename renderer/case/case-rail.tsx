// The rail beside somebody else's case file: the caller's twelve steps, and the help.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import { RailFoot } from '../wizard/rail-foot.tsx';
import { RailList } from '../wizard/rail-list.tsx';

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
      {setup === undefined ? null : <RailList steps={setup.steps} current={setup.current} shown={shown} />}
      <RailFoot />
    </nav>
  );
}
