// Step 6, stopped because an organisation wants to approve the app first: what happened, the letter to whoever can approve it, and
// what it asks for. Drawn when it is needed; its words come with it.
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ApprovalLetter } from '../letters/approval-letter.tsx';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { ActorPicture } from '../ui/actor-picture.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import '../ui/cause.css';
import './approval-stopped.css';
import { retry } from '../ui/next-action.ts';
import { StepPage } from '../ui/step-page.tsx';
import { Well } from '../ui/well.tsx';
import { ApprovalForAdmin } from './approval-for-admin.tsx';
import { ApprovalPermissions } from './approval-permissions.tsx';

export interface ApprovalStoppedProps {
  readonly setup: SetupView;
  readonly approval: ApprovalView;
  readonly problem: Problem;
}

export function ApprovalStopped({ setup, approval, problem }: ApprovalStoppedProps) {
  const { t } = useTranslation('approval');
  return (
    <StepPage
      step="response"
      title={t('stopped.title')}
      lead={t('stopped.lead')}
      secondary={
        <>
          <QuietButton onPress={() => ask('approval.sent', { by: 'copy' })}>{t('stopped.askedAlready')}</QuietButton>
          <SecondaryButton onPress={() => retry('response')}>{t('stopped.tryAgain')}</SecondaryButton>
        </>
      }
    >
      <WhoHasToAct organisation={setup.provider?.organisation} />
      <ApprovalLetter setup={setup} approval={approval} onSent={(by) => ask('approval.sent', { by })} />
      <ApprovalPermissions approval={approval} signIn={setup.provider?.is.signIn ?? 'openid'} />
      <ApprovalForAdmin
        approval={approval}
        signIn={setup.provider?.is.signIn ?? 'openid'}
        serverSaid={problem.serverSaid}
      />
    </StepPage>
  );
}

function WhoHasToAct({ organisation }: { readonly organisation: string | undefined }) {
  const { t } = useTranslation('approval');
  const { preset } = usePostkey();
  const helpdesk = preset?.helpdesk;
  return (
    <Well tone="stopped" label={t('stopped.cause')} className="cause-well approval-cause">
      <div className="cause-what">
        <h2 className="cause-title">
          {organisation === undefined ? t('stopped.what') : t('stopped.what_named', { organisation })}
        </h2>
        <p className="cause-next">{t('stopped.next')}</p>
      </div>
      <div className="cause-who">
        <div className="cause-actor">
          <ActorPicture actor="it" />
          <p>
            <strong className="cause-actor-name">{t('stopped.actor')}</strong>
            <span className="cause-actor-under">
              {helpdesk === undefined ? t('stopped.under') : t('stopped.under_named', { ...helpdesk })}
            </span>
          </p>
        </div>
      </div>
    </Well>
  );
}
