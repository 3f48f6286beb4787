// A cause as the caller sees it, without its buttons: here nobody can mend it.
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import { ProblemFacts } from '../steps/problem-facts.tsx';
import { CauseActor, CauseWhat } from '../ui/cause-parts.tsx';
import { Well } from '../ui/well.tsx';

export function CaseCause({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('window');
  return (
    <div className="cause">
      <Well tone="stopped" label={t('cause.label')} className="cause-well">
        <CauseWhat problem={problem} />
        <div className="cause-who">
          <CauseActor code={problem.code} />
        </div>
      </Well>
      <ProblemFacts problem={problem} />
    </div>
  );
}
