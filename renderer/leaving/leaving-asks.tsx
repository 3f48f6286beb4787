// One line did not work: why, who can mend it, and the ways on. Nothing goes on by itself.
import { useTranslation } from 'react-i18next';
import { usualStep } from '../../shared/cause-steps.ts';
import type { LeavingPart } from '../../shared/leaving.ts';
import type { Problem } from '../../shared/problem.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';

export interface LeavingAsksProps {
  readonly part: LeavingPart;
  readonly problem: Problem;
}

export function LeavingAsks({ part, problem }: LeavingAsksProps) {
  const { t } = useTranslation('leaving');
  return (
    <section className="leaving-asks" aria-label={t('asks.label')}>
      <Cause
        problem={problem}
        step={usualStep(problem.code)}
        canDo={() => false}
        onTryAgain={() => ask('leaving.retry', {})}
      />
      <div className="leaving-ways">
        <SecondaryButton onPress={() => ask('leaving.goOn', {})}>{t(`asks.goOn.${part}`)}</SecondaryButton>
        {part === 'revoke' ? (
          <SecondaryButton onPress={() => ask('leaving.keep', {})}>{t('asks.keep')}</SecondaryButton>
        ) : null}
      </div>
    </section>
  );
}
