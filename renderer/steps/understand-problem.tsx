// Step 1, when the address leads nowhere: what may have been meant, the cause, and the way by hand.
import { useTranslation } from 'react-i18next';
import { readAddress } from '../../shared/account-draft.ts';
import type { Problem } from '../../shared/problem.ts';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import './understand-problem.css';

/** The same name at the domain that may have been meant; undefined where discovery made no guess. Pure. */
export function addressMeant(address: string, problem: Problem): string | undefined {
  const suggestion = problem.facts['suggestion'];
  const read = readAddress(address);
  if (typeof suggestion !== 'string' || suggestion === '' || !read.ok) return undefined;
  return `${read.value.localPart}@${suggestion}`;
}

function focusAddress(): void {
  document.querySelector<HTMLElement>('.address-fields input')?.focus();
}

export interface UnderstandProblemProps {
  readonly problem: Problem;
  readonly look: AddressLookUp;
  readonly onByHand: () => void;
}

export function UnderstandProblem({ problem, look, onByHand }: UnderstandProblemProps) {
  const { t } = useTranslation('pages-start');
  const meant = addressMeant(look.address, problem);
  return (
    <>
      {meant === undefined ? null : (
        <div className="address-meant">
          <p>{t('understand.meant.text', { domain: String(problem.facts['suggestion']) })}</p>
          <SecondaryButton size="small" onPress={() => look.take(meant)}>
            {t('understand.meant.button', { address: meant })}
          </SecondaryButton>
        </div>
      )}
      <Cause
        step="understand"
        problem={problem}
        quiet
        onNext={problem.code === 'offline' ? undefined : focusAddress}
        // What is laid down is read when Postkey starts: asking once more would say the same.
        onTryAgain={problem.code === 'provider-not-allowed' ? null : look.lookUp}
      />
      <div className="page-quiet">
        <QuietButton size="small" onPress={onByHand}>
          {t('found.byHand.button')}
        </QuietButton>
      </div>
    </>
  );
}
