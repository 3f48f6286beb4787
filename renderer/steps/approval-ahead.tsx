// Before the first sign-in, where an organisation will probably have to approve: says so, and offers the letter early. Small: one can
// as well find out by signing in.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeApproval } from '../../shared/make-approval.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ApprovalLetter } from '../letters/approval-letter.tsx';
import { QuietButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import './approval-ahead.css';

export function ApprovalAhead({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('approval');
  const id = useId();
  const [isShown, setShown] = useState(false);
  const approval = makeApproval(setup);
  const organisation = setup.provider?.organisation;
  if (approval === null) return null;
  return (
    <div className="approval-ahead">
      <p className="approval-ahead-line">
        <Mark state="needs-you" size={17} />
        <span>{organisation === undefined ? t('ahead.likely') : t('ahead.likely_named', { organisation })}</span>
        <QuietButton size="small" expanded={isShown} controls={id} onPress={() => setShown(!isShown)}>
          {isShown ? t('ahead.hide') : t('ahead.ask')}
        </QuietButton>
      </p>
      <div id={id} hidden={!isShown}>
        {isShown ? <ApprovalLetter quiet setup={setup} approval={approval} /> : null}
      </div>
    </div>
  );
}
