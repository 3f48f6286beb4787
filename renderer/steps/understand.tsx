// Step 1: the address, what was found about it, and what sign-in means. Asks for one thing; all else explains.
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../shared/step-status.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { StepPage } from '../ui/step-page.tsx';
import { ApprovalLine } from './approval-line.tsx';
import { FoundProvider } from './found-provider.tsx';
import { PasswordExplained } from './password-explained.tsx';
import { isPasswordRoad } from './password-road.ts';
import { ReopenButton } from './reopen-button.tsx';
import { SignInExplained } from './sign-in-explained.tsx';
import { UnderstandForm } from './understand-form.tsx';

export function UnderstandPage() {
  const setup = useSetup();
  return isClosed(setup.steps.understand) ? <UnderstandClosed /> : <UnderstandForm key={setup.id} />;
}

function UnderstandClosed() {
  const { t } = useTranslation('pages-start');
  const setup = useSetup();
  const { provider, address = '', signsInAs, wanted, purpose } = setup;
  const isByPassword = isPasswordRoad(setup);
  return (
    <StepPage
      step="understand"
      title={t('understand.closed.title', { provider: provider?.is.name ?? '' })}
      lead={
        signsInAs === undefined
          ? t('understand.closed.lead', { address })
          : t('understand.closed.leadShared', { address, signsInAs })
      }
      secondary={
        purpose === 'new-account' ? <ReopenButton step="understand" words={t('understand.closed.change')} /> : undefined
      }
    >
      {provider === undefined ? null : <FoundProvider provider={provider} address={address} />}
      {provider !== undefined && isByPassword ? (
        <PasswordExplained provider={provider.is} />
      ) : (
        <SignInExplained provider={provider?.is} wanted={wanted} />
      )}
      {provider === undefined || isByPassword ? null : <ApprovalLine provider={provider} />}
    </StepPage>
  );
}
