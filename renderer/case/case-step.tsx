// One step of somebody else's set-up, as it stood: title, line and code of the caller's page, the cause, the ladders. Changes nothing.
import { useTranslation } from 'react-i18next';
import { pageCode } from '../../shared/page-code.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import { liveLine, problemTitle } from '../setup/step-words.ts';
import { Ladders } from '../ui/ladder.tsx';
import { Stamp } from '../ui/stamp.tsx';
import '../ui/step-page.css';
import { TechnicalDetails } from '../ui/technical-details.tsx';
import { CaseCause } from './case-cause.tsx';

export interface CaseStepProps {
  readonly setup: SetupView;
  readonly step: StepId;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

export function CaseStep({ setup, step, heading }: CaseStepProps) {
  const { t } = useTranslation(['window', 'steps', 'problems']);
  const status = setup.steps[step];
  const problem = 'problem' in status ? status.problem : undefined;
  const name = t(`steps:names.${step}`);
  return (
    <>
      <header className="page-head">
        <div className="page-words">
          <p className="page-step">{t('steps:stepOf', { number: stepNumber(step), count: setupSteps.length })}</p>
          <h1 className="page-title" ref={heading} tabIndex={-1}>
            {status.kind === 'failed' ? problemTitle(t, status.problem) : name}
          </h1>
          <p className="page-lead">
            {status.kind === 'failed' ? name : (liveLine(t, status) ?? t(`steps:states.${status.kind}`))}
          </p>
        </div>
        <Stamp code={pageCode({ page: 'step', setup, step })} stopped={status.kind === 'failed'} />
      </header>
      <div className="page-body">
        {step === 'test' && setup.ladders.length > 0 ? <Ladders ladders={setup.ladders} /> : null}
        {problem === undefined ? null : <CaseCause problem={problem} />}
        <div className="case-details">
          <TechnicalDetails key={step} lines={setup.details[step] ?? []} />
        </div>
      </div>
    </>
  );
}
