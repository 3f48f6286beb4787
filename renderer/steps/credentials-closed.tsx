// Step 3, closed: what the provider was asked about the app and is right, what only the sign-in will show, and what is kept.
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { RehearsalView, SetupView } from '../../shared/setup-state.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { CopyLine } from '../ui/copy-line.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { type Fact, FactList } from './fact-list.tsx';
import { PageSection } from './page-section.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { writeDay } from './write-day.ts';

/** What was found at an earlier sign-in has no list: then it is the client alone. */
function rehearsalIn({ rehearsal, steps }: SetupView): RehearsalView {
  const status = steps.credentials;
  const wasAsked = status.kind === 'done' && status.fact.code === 'client-known';
  return rehearsal ?? (wasAsked ? { checked: ['client'], open: [] } : { checked: [], open: ['client'] });
}

export function CredentialsClosed({ provider }: { readonly provider: MailProvider }) {
  const { t, i18n } = useTranslation('pages-start');
  const setup = useSetup();
  const { registration, purpose, practice } = setup;
  const values = { provider: provider.shortName };
  const { checked, open } = rehearsalIn(setup);
  const { hasSecret = false, secretEndsOn } = registration ?? {};
  const day = secretEndsOn === undefined ? undefined : writeDay(formatLocale(i18n.language), secretEndsOn);

  const facts: Fact[] = checked.map((check) => {
    const key = check === 'secret' && !hasSecret ? 'noSecret' : check;
    return {
      id: check,
      mark: 'done',
      title: t(`credentials.checked.${key}`, values),
      ...(check === 'client' ? { text: t('credentials.known.text') } : {}),
    };
  });
  if (hasSecret) {
    const text = day === undefined ? t('credentials.secretKept.text') : t('credentials.secretKept.ends', { day });
    facts.push({ id: 'kept', mark: 'done', title: t('credentials.secretKept.title'), text });
  }
  const unasked: Fact[] = open.map((check) => ({
    id: check,
    mark: 'skipped',
    title: t(`credentials.open.${check}`, values),
  }));
  // Only what a person typed can be typed anew; a preset's comes with a new preset.
  const isOwn = registration?.source === 'own' || registration?.source === 'google-file';
  const change = purpose === 'sign-in-again' ? t('credentials.changeSecret') : t('credentials.change');
  const mayChange = !practice && (purpose === 'new-account' || (isOwn && hasSecret));
  return (
    <StepPage
      step="credentials"
      title={t(`credentials.${checked.includes('client') ? 'known' : 'notAskable'}.page`, values)}
      lead={t('credentials.closedLead')}
      secondary={mayChange ? <ReopenButton step="credentials" words={change} /> : undefined}
    >
      {facts.length === 0 ? null : <FactList label={t('credentials.facts')} facts={facts} />}
      {unasked.length === 0 ? null : (
        <PageSection title={t('credentials.open.title', values)}>
          <p>{t('credentials.open.text', values)}</p>
          <FactList label={t('credentials.open.title', values)} facts={unasked} />
        </PageSection>
      )}
      {registration === undefined ? null : (
        <CopyLine label={t('credentials.clientId.label')} value={registration.clientId} />
      )}
    </StepPage>
  );
}
