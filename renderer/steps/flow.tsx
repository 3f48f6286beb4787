// Step 4: sign in here or on another device, and whether this computer has what that needs.
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { PrimaryButton } from '../ui/buttons.tsx';
import { RadioCards } from '../ui/choice.tsx';
import { StepPage } from '../ui/step-page.tsx';
import type { Fact } from './fact-list.tsx';
import { FactList } from './fact-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { QuestionList } from './question-list.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { WorkingPage } from './working-page.tsx';

type Way = 'browser' | 'device';

export function FlowPage() {
  const { t } = useTranslation('pages-start');
  const setup = useSetup();
  const status = setup.steps.flow;
  if (status.kind === 'failed') {
    const canUseDevice = setup.provider?.is.deviceCode === true && setup.way !== 'device';
    return (
      <FailedPage
        step="flow"
        problem={status.problem}
        onNext={canUseDevice ? () => ask('flow.choose', { way: 'device' }) : undefined}
      />
    );
  }
  if (isClosed(status)) return <FlowClosed setup={setup} />;
  if (status.kind === 'needs-you') return <FlowChoice setup={setup} />;
  return (
    <WorkingPage step="flow" status={status} title={t('flow.working.title')} lead={t('flow.working.lead')}>
      <QuestionList
        label={t('flow.facts')}
        questions={[
          ...(setup.way === 'device' ? [] : [{ id: 'loopback', words: t('flow.checks.loopback') }]),
          { id: 'store', words: t('flow.checks.store') },
        ]}
      />
    </WorkingPage>
  );
}

function FlowClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-start', 'window', 'problems']);
  const status = setup.steps.flow;
  const way = setup.way ?? 'browser';
  const problem = status.kind === 'noted' ? status.problem : undefined;
  const facts: Fact[] = [];
  if (way === 'browser') {
    facts.push({ id: 'loopback', mark: 'done', title: t('flow.loopback.title'), text: t('flow.loopback.text') });
  }
  if (problem !== undefined) {
    facts.push({
      id: 'store',
      mark: 'noted',
      title: problemTitle(t, problem),
      text: t('flow.noStore'),
    });
  } else if (setup.keeping !== undefined) {
    facts.push({
      id: 'store',
      mark: 'done',
      title: t('flow.store.title', { store: t(`window:keyStores.${setup.keeping.store}`) }),
      text: t('flow.store.text'),
    });
  }
  const canChoose = setup.provider?.is.deviceCode === true;
  return (
    <StepPage
      step="flow"
      title={t(`flow.closed.title.${way}`)}
      lead={t(`flow.closed.lead.${way}`, { provider: setup.provider?.is.shortName ?? '' })}
      secondary={canChoose ? <ReopenButton step="flow" words={t('flow.change')} /> : undefined}
    >
      <FactList label={t('flow.facts')} facts={facts} />
    </StepPage>
  );
}

function FlowChoice({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-start', 'window']);
  const [way, setWay] = useState<Way>(setup.way === 'device' ? 'device' : 'browser');
  const browser = {
    value: 'browser' as const,
    title: t('flow.browser.title'),
    text: t('flow.browser.text'),
    icon: <Monitor size={22} strokeWidth={1.75} />,
  };
  const device = {
    value: 'device' as const,
    title: t('flow.device.title'),
    text: t('flow.device.text'),
    icon: <Smartphone size={22} strokeWidth={1.75} />,
  };
  return (
    <StepPage
      step="flow"
      title={t('flow.title')}
      lead={t('flow.lead')}
      onSubmit={() => ask('flow.choose', { way })}
      primary={<PrimaryButton submit>{t('window:buttons.continue')}</PrimaryButton>}
    >
      <RadioCards
        label={t('flow.label')}
        labelHidden
        options={setup.provider?.is.deviceCode === true ? [browser, device] : [browser]}
        value={way}
        onChange={setWay}
      />
    </StepPage>
  );
}
