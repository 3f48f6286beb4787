// Step 3: the client ID, and the secret where the provider wants one; then the provider is asked once whether it knows the app.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClientId } from '../../shared/account-draft.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import { isClosed } from '../../shared/step-status.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { useAsk } from '../setup/use-ask.ts';
import { PrimaryButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Fact } from './fact-list.tsx';
import { FactList } from './fact-list.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { GoogleFile } from './google-file.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { WorkingPage } from './working-page.tsx';
import './credentials.css';

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

function CredentialsClosed({ provider }: { readonly provider: MailProvider }) {
  const { t } = useTranslation('pages-start');
  const { registration, steps, purpose, practice } = useSetup();
  const values = { provider: provider.shortName };
  const status = steps.credentials;
  const wasAsked = status.kind === 'done' && status.fact.code === 'client-known';
  const answer = wasAsked ? 'known' : 'notAskable';
  const facts: Fact[] = [
    {
      id: 'answer',
      mark: wasAsked ? 'done' : 'skipped',
      title: t(`credentials.${answer}.title`, values),
      text: t(`credentials.${answer}.text`, values),
    },
  ];
  if (registration?.hasSecret) {
    facts.push({
      id: 'secret',
      mark: 'done',
      title: t('credentials.secretKept.title'),
      text: t('credentials.secretKept.text'),
    });
  }
  return (
    <StepPage
      step="credentials"
      title={t(`credentials.${answer}.page`, values)}
      lead={t('credentials.closedLead')}
      secondary={
        purpose === 'sign-in-again' || practice ? undefined : (
          <ReopenButton step="credentials" words={t('credentials.change')} />
        )
      }
    >
      <FactList label={t('credentials.facts')} facts={facts} />
      {registration === undefined ? null : (
        <CopyLine label={t('credentials.clientId.label')} value={registration.clientId} />
      )}
    </StepPage>
  );
}

interface FormProps {
  readonly provider: MailProvider;
  readonly problem: Problem | undefined;
  readonly isHidden: boolean;
}

function CredentialsForm({ provider, problem, isHidden }: FormProps) {
  const { t } = useTranslation(['pages-start', 'problems']);
  const { registration } = useSetup();
  const [clientId, setClientId] = useState(registration?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [left, setLeft] = useState(false);
  const asking = useAsk('credentials.type');
  const values = { provider: provider.shortName };
  const read = readClientId(clientId);
  const localRefusal = left && !read.ok ? read.refusal : undefined;
  // A public client, as every desktop app is at Microsoft, has no secret.
  const takesSecret = provider.signIn !== 'microsoft';
  const keepsSecret = registration?.hasSecret === true && clientId.trim() === registration.clientId;

  const send = async (): Promise<Answer | undefined> => {
    setLeft(true);
    if (!read.ok) return undefined;
    if (clientSecret.trim() !== '' && clientSecret.trim() === read.value) return undefined;
    return asking.run(clientSecret.trim() === '' ? { clientId } : { clientId, clientSecret });
  };
  const secretIsClientId = left && clientSecret.trim() !== '' && clientSecret.trim() === clientId.trim();
  const secretRefusal = secretIsClientId ? 'secret-is-client-id' : undefined;
  if (isHidden) return null;
  return (
    <StepPage
      step="credentials"
      title={problem === undefined ? t('credentials.title') : problemTitle(t, problem)}
      lead={problem === undefined ? t('credentials.lead', values) : t('well.credentials')}
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
          autoFocus
        />
        {takesSecret ? (
          <TextField
            label={t('credentials.secret.label')}
            hint={keepsSecret ? t('credentials.secret.kept') : t(`credentials.secret.hint.${provider.signIn}`)}
            value={clientSecret}
            onChange={(text) => {
              setClientSecret(text);
              asking.clear();
            }}
            {...asking.refusalOf('clientSecret')}
            {...(secretRefusal === undefined ? {} : { refusal: secretRefusal })}
            dir="ltr"
            mono
            secret
            autoComplete="off"
          />
        ) : null}
      </div>
    </StepPage>
  );
}
