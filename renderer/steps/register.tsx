// Step 2: the app's registration. Ready by a preset or by practice; else one's own (register-own.tsx).
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../shared/step-status.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { StepPage } from '../ui/step-page.tsx';
import { FailedPage } from './failed-page.tsx';
import { RegisterOwn } from './register-own.tsx';
import { RegistrationExplained } from './registration-explained.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { VerdictLine } from './verdict-line.tsx';

export function RegisterPage() {
  const setup = useSetup();
  const status = setup.steps.register;
  const { provider } = setup;
  if (status.kind === 'failed') return <FailedPage step="register" problem={status.problem} />;
  if (isClosed(status) || provider === undefined) return <RegisterClosed />;
  return <RegisterOwn key={provider.is.id} provider={provider.is} />;
}

function RegisterClosed() {
  const { t } = useTranslation('pages-start');
  const { provider, registration, purpose, practice } = useSetup();
  const source = registration?.source ?? 'own';
  const values = { provider: provider?.is.shortName ?? '', organisation: registration?.organisation ?? '' };
  return (
    <StepPage
      step="register"
      title={t(`register.closed.title.${source}`, values)}
      lead={t(`register.closed.lead.${source}`, values)}
      secondary={
        purpose === 'sign-in-again' || practice ? undefined : (
          <ReopenButton step="register" words={t('register.closed.change')} />
        )
      }
    >
      {provider === undefined ? null : <RegistrationExplained provider={provider.is} />}
      <VerdictLine verdict="done">{t('register.closed.safe')}</VerdictLine>
    </StepPage>
  );
}
