// Where an own registration was made: the tenant at Microsoft, scopes and endpoints elsewhere; Google needs nothing said.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PageSection } from './page-section.tsx';
import './registration-fields.css';
import type { RegistrationDraft } from './use-registration-draft.ts';
import { endpointFields } from './use-registration-draft.ts';

interface FieldsProps {
  readonly draft: RegistrationDraft;
  readonly provider: MailProvider;
}

export function RegistrationFields({ draft, provider }: FieldsProps) {
  const { t } = useTranslation('pages-start');
  if (provider.signIn === 'google') return null;
  return (
    <PageSection title={t('register.fields.title')}>
      <div className="registration-fields">
        {provider.signIn === 'microsoft' ? (
          <MicrosoftFields draft={draft} />
        ) : (
          <OpenIdFields draft={draft} provider={provider} />
        )}
      </div>
    </PageSection>
  );
}

function MicrosoftFields({ draft }: Pick<FieldsProps, 'draft'>) {
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

function OpenIdFields({ draft, provider }: FieldsProps) {
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
