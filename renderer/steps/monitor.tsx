// Step 12: the first look has been taken and is shown; what happens from now on. The last page of a set-up.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchView } from '../../shared/account-state.ts';
import { services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ChosenPrograms } from '../programs/late-parts.tsx';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import type { MarkState } from '../ui/mark.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { Well } from '../ui/well.tsx';
import { EndingList } from './ending-list.tsx';
import type { Fact } from './fact-list.tsx';
import { FactList } from './fact-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { writeTime } from './format-time.ts';
import { PageSection } from './page-section.tsx';
import { WorkingLine } from './working-page.tsx';
import './ending-list.css';

export function MonitorPage() {
  const setup = useSetup();
  const status = setup.steps.monitor;
  if (status.kind === 'failed') return <FailedPage step="monitor" problem={status.problem} />;
  return isClosed(status) ? <MonitorDone setup={setup} /> : <MonitorWorking setup={setup} />;
}

const fromNowOn = ['look', 'renew', 'tell', 'back'] as const;

function FromNowOn({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('pages-mail');
  const provider = setup.provider?.is.shortName ?? '';
  const isSession = setup.keeping?.kept === 'this-session';
  return (
    <Well>
      <PageSection title={t('monitor.now.title')}>
        <ul className="endings">
          {fromNowOn.map((each) => (
            <li key={each}>{t(`monitor.now.${each}`, { provider })}</li>
          ))}
          {isSession ? <li>{t('monitor.now.session')}</li> : null}
        </ul>
      </PageSection>
    </Well>
  );
}

function MonitorWorking({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('pages-mail');
  return (
    <StepPage step="monitor" title={t('monitor.title')} lead={t('monitor.lead')}>
      <WorkingLine status={setup.steps.monitor} />
      <FromNowOn setup={setup} />
    </StepPage>
  );
}

const markOf: Record<NonNullable<WatchView['services']['imap']>, MarkState> = {
  passed: 'done',
  broken: 'failed',
  unreachable: 'noted',
};

function useLook(watch: WatchView | undefined): readonly Fact[] {
  const { t, i18n } = useTranslation('pages-mail');
  if (watch === undefined) return [];
  const facts: Fact[] = services.flatMap((service) => {
    const result = watch.services[service];
    return result === undefined
      ? []
      : [{ id: service, mark: markOf[result], title: t(`monitor.look.${result}.${service}`) }];
  });
  const now = Date.now();
  facts.push({
    id: 'next',
    mark: 'waiting',
    title: t('monitor.look.next', { time: writeTime(i18n.language, watch.nextCheckAt, now) }),
    text: t('monitor.look.last', { time: writeTime(i18n.language, watch.lastCheckAt, now) }),
  });
  return facts;
}

function MonitorDone({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('pages-mail');
  const status = setup.steps.monitor;
  const problem = status.kind === 'noted' ? status.problem : undefined;
  const facts = useLook(setup.watch);
  const address = setup.address ?? '';
  return (
    <StepPage
      step="monitor"
      title={problem === undefined ? t('monitor.done.title') : t('monitor.done.titleNoted')}
      lead={t('monitor.done.lead', { address })}
      secondary={
        setup.purpose === 'sign-in-again' ? undefined : (
          <SecondaryButton onPress={() => ask('setup.start', { practice: false })}>
            {t('monitor.another')}
          </SecondaryButton>
        )
      }
      primary={<PrimaryButton onPress={() => ask('setup.finish', {})}>{t('monitor.finish')}</PrimaryButton>}
    >
      <FactList label={t('monitor.look.label')} facts={facts} />
      {problem === undefined ? null : <Cause step="monitor" problem={problem} canGoOn quiet />}
      {setup.programs === undefined || setup.programs.length === 0 ? null : (
        <Suspense fallback={null}>
          <ChosenPrograms id={setup.id} programs={setup.programs} isNext />
        </Suspense>
      )}
      <FromNowOn setup={setup} />
      {setup.endings === undefined || setup.endings.length === 0 ? null : (
        <EndingList provider={setup.provider?.is.shortName ?? ''} endings={setup.endings} />
      )}
    </StepPage>
  );
}
