// Step 3, open: the client ID, and where the provider hands one out the secret with its last day.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClientId } from '../../shared/account-draft.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { useAsk } from '../setup/use-ask.ts';
import { PrimaryButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import { DateField } from '../ui/date-field.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { GoogleFile } from './google-file.tsx';
import { useSecretDraft } from './use-secret-draft.ts';
import { writeDay } from './write-day.ts';
import './credentials.css';

export interface CredentialsFormProps {
  readonly provider: MailProvider;
  readonly problem: Problem | undefined;
  readonly isHidden: boolean;
}

export function CredentialsForm({ provider, problem, isHidden }: CredentialsFormProps) {
  const { t, i18n } = useTranslation(['pages-start', 'problems']);
  const { registration, purpose } = useSetup();
  const [clientId, setClientId] = useState(registration?.clientId ?? '');
  const draft = useSecretDraft(registration);
  const [left, setLeft] = useState(false);
  const asking = useAsk('credentials.type');
  const values = { provider: provider.shortName };
  const read = readClientId(clientId);
  const localRefusal = left && !read.ok ? read.refusal : undefined;
  // A public client, as every desktop app is at Microsoft, has no secret.
  const takesSecret = provider.signIn !== 'microsoft';
  const keepsSecret = registration?.hasSecret === true && clientId.trim() === registration.clientId;
  const secret = draft.secret.trim();
  const isForNewSecret = purpose === 'sign-in-again' && registration?.hasSecret === true;

  const send = async (): Promise<Answer | undefined> => {
    setLeft(true);
    if (draft.lookAtDay() || !read.ok || (secret !== '' && secret === read.value)) return undefined;
    return asking.run({
      clientId,
      ...(secret === '' ? {} : { clientSecret: draft.secret }),
      ...(draft.day === '' ? {} : { secretEndsOn: draft.day }),
    });
  };
  const secretRefusal = left && secret !== '' && secret === clientId.trim() ? 'secret-is-client-id' : undefined;
  const dayRefusal = draft.isDayHalf ? 'date-odd' : asking.refusalOf('secretEndsOn')?.refusal;
  const day = writeDay(formatLocale(i18n.language), draft.day);
  if (isHidden) return null;
  const opening = isForNewSecret ? 'credentials.newSecret' : 'credentials';
  return (
    <StepPage
      step="credentials"
      title={problem === undefined ? t(`${opening}.title`, values) : problemTitle(t, problem)}
      lead={problem === undefined ? t(`${opening}.lead`, values) : t('well.credentials')}
      onSubmit={() => focusWhenRefused(send())}
      primary={<PrimaryButton submit>{t('credentials.goOn', values)}</PrimaryButton>}
    >
      {problem === undefined ? null : <Cause step="credentials" problem={problem} quiet />}
      {provider.signIn === 'google' ? (
        <>
          <GoogleFile />
          <p className="credentials-or">{t('credentials.orType')}</p>
        </>
      ) : null}
      <div className="credentials-fields">
        <TextField
          label={t('credentials.clientId.label')}
          hint={t(`credentials.clientId.hint.${provider.signIn}`)}
          value={clientId}
          onChange={(text) => {
            setClientId(text);
            setLeft(false);
            asking.clear();
          }}
          onBlur={() => setLeft(clientId.trim() !== '')}
          {...asking.refusalOf('clientId')}
          {...(localRefusal === undefined ? {} : { refusal: localRefusal })}
          dir="ltr"
          mono
          autoFocus={!isForNewSecret}
        />
        {takesSecret ? (
          <TextField
            label={t('credentials.secret.label')}
            hint={keepsSecret ? t('credentials.secret.kept') : t(`credentials.secret.hint.${provider.signIn}`)}
            value={draft.secret}
            onChange={(text) => {
              draft.typeSecret(text);
              asking.clear();
            }}
            {...asking.refusalOf('clientSecret')}
            {...(secretRefusal === undefined ? {} : { refusal: secretRefusal })}
            dir="ltr"
            mono
            secret
            autoComplete="off"
            autoFocus={isForNewSecret}
          />
        ) : null}
        {takesSecret && (secret !== '' || keepsSecret) ? (
          <DateField
            label={t('credentials.secretEndsOn.label')}
            hint={day === undefined ? t('credentials.secretEndsOn.hint') : t('credentials.secretEndsOn.read', { day })}
            value={draft.day}
            onChange={(text) => {
              draft.typeDay(text);
              asking.clear();
            }}
            onBlur={draft.lookAtDay}
            refusal={dayRefusal}
            inputRef={draft.dayInput}
          />
        ) : null}
      </div>
    </StepPage>
  );
}
