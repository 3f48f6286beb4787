// Step 8: checked and locked away. Says which key store holds the key; without one, two honest ways and never plain text.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { Well } from '../ui/well.tsx';
import type { Fact } from './fact-list.tsx';
import { FactList } from './fact-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { writeTime } from './format-time.ts';
import { PageSection } from './page-section.tsx';
import { QuestionList } from './question-list.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { WorkingPage } from './working-page.tsx';

export function StorePage() {
  const { t } = useTranslation('pages-sign-in');
  const setup = useSetup();
  const status = setup.steps.store;
  if (status.kind === 'failed') {
    const hasNone = status.problem.code === 'no-key-store';
    return (
      <FailedPage
        step="store"
        problem={status.problem}
        canGoOn
        onTryAgain={() => ask('store.decide', { decision: 'try-again' })}
        aside={t('store.session.aside')}
        secondary={
          <SecondaryButton onPress={() => ask('store.decide', { decision: 'this-session' })}>
            {t('store.session.button')}
          </SecondaryButton>
        }
      >
        {hasNone ? (
          <Well>
            <PageSection title={t('store.how.title')}>
              <p>{t('store.how.linux')}</p>
              <p>{t('store.how.others')}</p>
            </PageSection>
          </Well>
        ) : null}
      </FailedPage>
    );
  }
  if (isClosed(status)) return <StoreClosed setup={setup} />;
  return (
    <WorkingPage step="store" status={status} title={t('store.working.title')} lead={t('store.working.lead')}>
      <QuestionList
        label={t('store.checks')}
        questions={[
          { id: 'signature', words: t('store.questions.signature') },
          { id: 'seal', words: t('store.questions.seal') },
          { id: 'readBack', words: t('store.questions.readBack') },
        ]}
      />
    </WorkingPage>
  );
}

function useChecks(setup: SetupView): readonly Fact[] {
  const { t, i18n } = useTranslation('pages-sign-in');
  const isSealed = setup.keeping?.kept !== 'this-session';
  const wasSigned = setup.details.store?.find((line) => line.label === 'idTokenChecked')?.value === 'yes';
  const facts: Fact[] = [];
  if (wasSigned) {
    facts.push({ id: 'signature', mark: 'done', title: t('store.signature.title'), text: t('store.signature.text') });
  }
  facts.push(
    isSealed
      ? { id: 'readBack', mark: 'done', title: t('store.readBack.title'), text: t('store.readBack.text') }
      : { id: 'session', mark: 'noted', title: t('store.notSealed.title'), text: t('store.notSealed.text') },
  );
  if (setup.validUntil !== undefined) {
    const time = writeTime(i18n.language, setup.validUntil, Date.now());
    facts.push({ id: 'valid', mark: 'done', title: t('store.valid.title', { time }), text: t('store.valid.text') });
  }
  return facts;
}

function StoreClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-sign-in', 'window']);
  const facts = useChecks(setup);
  const kept = setup.keeping?.kept ?? 'sealed';
  const store = t(`window:keyStores.${setup.keeping?.store ?? 'none'}`);
  return (
    <StepPage
      step="store"
      title={t(`store.closed.title.${kept}`)}
      lead={t(`store.closed.lead.${kept}`, { store })}
      secondary={kept === 'this-session' ? <ReopenButton step="request" words={t('store.closed.again')} /> : undefined}
    >
      <FactList label={t('store.checks')} facts={facts} />
    </StepPage>
  );
}
