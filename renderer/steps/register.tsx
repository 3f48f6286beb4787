// Step 2: the app's registration. Ready by a preset or by practice; else what one is, what it must say, and where it was made.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { isClosed } from '../../shared/step-status.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Well } from '../ui/well.tsx';
import { FailedPage } from './failed-page.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { PageSection } from './page-section.tsx';
import { RegistrationContents } from './registration-contents.tsx';
import { ReopenButton } from './reopen-button.tsx';
import type { RegistrationDraft } from './use-registration-draft.ts';
import { endpointFields, useRegistrationDraft } from './use-registration-draft.ts';
import { VerdictLine } from './verdict-line.tsx';

export function RegisterPage() {
  const setup = useSetup();
  const status = setup.steps.register;
  const { provider } = setup;
  if (status.kind === 'failed') return <FailedPage step="register" problem={status.problem} />;
  if (isClosed(status) || provider === undefined) return <RegisterClosed />;
  return <RegisterOwn key={provider.is.id} provider={provider.is} />;
}

function Explained({ provider }: { readonly provider: MailProvider }) {
  const { t } = useTranslation('pages-start');
  const name = { provider: provider.shortName };
  return (
    <Well className="registration-explained">
      <div>
        <h2>{t('register.what.title')}</h2>
        <p>{t('register.what.text', name)}</p>
      </div>
      <div>
        <h2>{t('register.who.title')}</h2>
        <p>{t(`register.who.${provider.signIn}`, name)}</p>
      </div>
    </Well>
  );
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
      {provider === undefined ? null : <Explained provider={provider.is} />}
      <VerdictLine verdict="done">{t('register.closed.safe')}</VerdictLine>
    </StepPage>
  );
}

function MicrosoftFields({ draft }: { readonly draft: RegistrationDraft }) {
  const { t } = useTranslation('pages-start');
  return (
    <TextField
      label={t('register.tenant.label')}
      hint={t('register.tenant.hint')}
      value={draft.texts.tenant}
      onChange={(text) => draft.type('tenant', text)}
      refusal={draft.refusals.tenant}
      dir="ltr"
      mono
    />
  );
}

function OpenIdFields({ draft, provider }: { readonly draft: RegistrationDraft; readonly provider: MailProvider }) {
  const { t } = useTranslation('pages-start');
  const [isOpen, setOpen] = useState(provider.endpoints !== undefined);
  return (
    <>
      <TextField
        label={t('register.scopes.label')}
        hint={t('register.scopes.hint')}
        value={draft.texts.scopes}
        onChange={(text) => draft.type('scopes', text)}
        refusal={draft.refusals.scopes}
        dir="ltr"
        mono
        rows={3}
      />
      <div className="page-quiet">
        <QuietButton size="small" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('register.endpoints.button')}
        </QuietButton>
      </div>
      {isOpen
        ? endpointFields.map((field) => (
            <TextField
              key={field}
              label={t(`register.endpoints.${field}`)}
              value={draft.texts[field]}
              onChange={(text) => draft.type(field, text)}
              refusal={draft.refusals[field]}
              dir="ltr"
              mono
              inputMode="url"
            />
          ))
        : null}
    </>
  );
}

function RegisterOwn({ provider }: { readonly provider: MailProvider }) {
  const { t } = useTranslation('pages-start');
  const { scopes } = useSetup();
  const draft = useRegistrationDraft(provider);
  return (
    <StepPage
      step="register"
      title={t('register.title', { provider: provider.shortName })}
      lead={t('register.lead', { provider: provider.shortName })}
      onSubmit={() => focusWhenRefused(draft.send())}
      primary={<PrimaryButton submit>{t('register.goOn')}</PrimaryButton>}
    >
      <Explained provider={provider} />
      <RegistrationContents provider={provider} scopes={scopes} />
      {provider.signIn === 'google' ? null : (
        <PageSection title={t('register.fields.title')}>
          <div className="registration-fields">
            {provider.signIn === 'microsoft' ? (
              <MicrosoftFields draft={draft} />
            ) : (
              <OpenIdFields draft={draft} provider={provider} />
            )}
          </div>
        </PageSection>
      )}
    </StepPage>
  );
}
