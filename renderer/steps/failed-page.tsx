// A page whose step has stopped: the outcome as title, first what is well, then the cause with who must act and the button that helps.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { problemTitle } from '../setup/step-words.ts';
import type { CauseProps } from '../ui/cause.tsx';
import { Cause } from '../ui/cause.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { ProblemFacts } from './problem-facts.tsx';

export interface FailedPageProps extends Pick<CauseProps, 'onNext' | 'onTryAgain' | 'canGoOn' | 'quiet'> {
  readonly step: StepId;
  readonly problem: Problem;
  /** What is well, where the step's usual sentence does not fit. */
  readonly lead?: ReactNode;
  readonly secondary?: ReactNode;
  readonly primary?: ReactNode;
  readonly aside?: ReactNode;
  readonly onSubmit?: (() => unknown) | undefined;
  /** Above the cause. */
  readonly before?: ReactNode;
  /** Below the cause. */
  readonly children?: ReactNode;
}

export function FailedPage(props: FailedPageProps) {
  const { t } = useTranslation(['problems', 'pages-start']);
  const { step, problem, lead, before, children, secondary, primary, aside, onSubmit, ...cause } = props;
  return (
    <StepPage
      step={step}
      title={problemTitle(t, problem)}
      lead={lead ?? t(`pages-start:well.${step}`)}
      secondary={secondary}
      primary={primary}
      aside={aside}
      onSubmit={onSubmit}
    >
      {before}
      <Cause step={step} problem={problem} {...cause} />
      <ProblemFacts problem={problem} />
      {children}
    </StepPage>
  );
}
