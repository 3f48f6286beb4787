// Step 6 while an organisation decides: since when, what was sent, what Postkey does meanwhile, and how to go on. Looks the same after
// a restart, days later: everything on it is in the snapshot.
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { retry } from '../ui/next-action.ts';
import { StepPage } from '../ui/step-page.tsx';
import { ApprovalMeanwhile } from './approval-meanwhile.tsx';
import { ApprovalSent } from './approval-sent.tsx';
import { CancelButton } from './cancel-button.tsx';

export interface ApprovalWaitingProps {
  readonly setup: SetupView;
  readonly approval: ApprovalView;
}

export function ApprovalWaiting({ setup, approval }: ApprovalWaitingProps) {
  const { t } = useTranslation('approval');
  const organisation = setup.provider?.organisation;
  return (
    <StepPage
      step="response"
      title={organisation === undefined ? t('waiting.title') : t('waiting.title_named', { organisation })}
      lead={t(`waiting.lead.${approval.check === 'by-itself' ? 'by-itself' : 'by-hand'}`)}
      aside={t('waiting.cancelEnds')}
      secondary={
        <>
          <QuietButton onPress={() => ask('setup.setAside', {})}>{t('waiting.putAside')}</QuietButton>
          <CancelButton />
        </>
      }
      primary={<WhatHelps check={approval.check} />}
    >
      <ApprovalSent setup={setup} approval={approval} />
      <ApprovalMeanwhile setup={setup} approval={approval} />
    </StepPage>
  );
}

/** The solid button of the wait; where one small sign-in is missing, it stands beside what it is for. */
function WhatHelps({ check }: { readonly check: ApprovalView['check'] }) {
  const { t } = useTranslation('approval');
  switch (check) {
    case 'by-itself':
      return <PrimaryButton onPress={() => ask('approval.checkNow', {})}>{t('waiting.lookNow')}</PrimaryButton>;
    case 'after-sign-in':
      return null;
    case 'by-hand':
      return <PrimaryButton onPress={() => retry('response')}>{t('waiting.signIn')}</PrimaryButton>;
  }
}
