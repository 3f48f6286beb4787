// A page whose step is at work by itself: what is being done, and that nothing is asked of the person.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { activityWords } from '../setup/step-words.ts';
import { Mark } from '../ui/mark.tsx';
import { StepPage } from '../ui/step-page.tsx';
import './working-page.css';

export interface WorkingPageProps {
  readonly step: StepId;
  readonly status: StepStatus;
  readonly title: ReactNode;
  readonly lead: ReactNode;
  readonly children?: ReactNode;
}

/** The activity in words; nothing while the step is not at work. */
export function WorkingLine({ status }: { readonly status: StepStatus }) {
  const { t } = useTranslation('steps');
  if (status.kind !== 'working') return null;
  return (
    <p className="working-line">
      <Mark state="working" size={24} />
      <span>{activityWords(t, status.activity, status.values)}</span>
    </p>
  );
}

export function WorkingPage({ step, status, title, lead, children }: WorkingPageProps) {
  return (
    <StepPage step={step} title={title} lead={lead}>
      <WorkingLine status={status} />
      {children}
    </StepPage>
  );
}
