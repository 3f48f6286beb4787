// The question before an account is taken away: what exactly will be done. No is the way out; nothing has begun yet.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { LeavingPlan } from '../../shared/leaving.ts';
import { ask } from '../setup/postkey-state.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import './leaving.css';

/** Of an account that main says nothing about: what is always so. */
const unknownPlan: LeavingPlan = { revoke: 'ask', prove: true, programs: false };

export interface LeaveQuestionProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

export function LeaveQuestion({ account, onClose }: LeaveQuestionProps) {
  const { t } = useTranslation('leaving');
  const { id, address, providerName: provider, keeping, leaves = unknownPlan } = account;
  /** Nobody takes the permission back now, so that the old key opens the mailbox until it runs out. */
  const staysOpen = leaves.revoke === 'not-offered' || leaves.revoke === 'shared';
  return (
    <ConfirmDialog
      title={t('question.title', { address })}
      text={
        <>
          <p>{t('question.lead')}</p>
          <ol className="leave-plan">
            <li>{t(`question.revoke.${leaves.revoke}`, { provider })}</li>
            <li>{t(`question.delete.${keeping.kept}`)}</li>
            {leaves.prove ? <li>{t(staysOpen ? 'question.proveOpen' : 'question.prove')}</li> : null}
            <li>{t('question.receipt')}</li>
          </ol>
          <p>{t('question.after')}</p>
        </>
      }
      yes={t('question.yes')}
      no={t('question.no')}
      onYes={() => ask('account.remove', { id })}
      onClose={onClose}
    />
  );
}
