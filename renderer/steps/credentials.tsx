// Step 3: the client ID, and the secret where the provider wants one; then the provider is asked about the app.
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../shared/step-status.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { CredentialsClosed } from './credentials-closed.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { WorkingPage } from './working-page.tsx';

export function CredentialsPage() {
  const { t } = useTranslation('pages-start');
  const setup = useSetup();
  const status = setup.steps.credentials;
  const { provider } = setup;
  if (provider === undefined) return null;
  const values = { provider: provider.is.shortName };
  if (isClosed(status)) return <CredentialsClosed provider={provider.is} />;
  // The form stays mounted while the provider is asked: what was typed must be there when it says no.
  return (
    <>
      {status.kind === 'working' ? (
        <WorkingPage
          step="credentials"
          status={status}
          title={t('credentials.working.title', values)}
          lead={t('credentials.working.lead', values)}
        />
      ) : null}
      <CredentialsForm
        key={provider.is.id}
        provider={provider.is}
        problem={status.kind === 'failed' ? status.problem : undefined}
        isHidden={status.kind === 'working'}
      />
    </>
  );
}
