// Step 4: sign in here, on another device or with a password, and whether this computer has what that needs.
import { KeyRound, Monitor, Smartphone } from 'lucide-react';
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
import { PasswordPage } from './password-page.tsx';
import { isPasswordRoad, needsBoth } from './password-road.ts';
import { QuestionList } from './question-list.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { WorkingPage } from './working-page.tsx';

type Way = NonNullable<SetupView['way']>;

const icon = { size: 22, strokeWidth: 1.75 } as const;

export function FlowPage() {
  const { t } = useTranslation('pages-start');
  const setup = useSetup();
  const status = setup.steps.flow;
  if (status.kind === 'failed') {
    const other = otherWay(setup);
    return (
      <FailedPage
        step="flow"
        problem={status.problem}
        onNext={other === undefined ? undefined : () => ask('flow.choose', { way: other })}
      />
    );
  }
  if (isClosed(status)) return <FlowClosed setup={setup} />;
  if (status.kind === 'needs-you') {
    return asksForPassword(setup) ? <PasswordPage setup={setup} /> : <FlowChoice setup={setup} />;
  }
  return (
    <WorkingPage step="flow" status={status} title={t('flow.working.title')} lead={t('flow.working.lead')}>
      <QuestionList
        label={t('flow.facts')}
        questions={[
          ...(setup.way === 'device' || isPasswordRoad(setup)
            ? []
            : [{ id: 'loopback', words: t('flow.checks.loopback') }]),
          { id: 'store', words: t('flow.checks.store') },
        ]}
      />
    </WorkingPage>
  );
}

/** Where the browser cannot lead back: a code on another device, else a password. */
function otherWay({ provider, way }: SetupView): Way | undefined {
  if (provider?.is.deviceCode === true && way !== 'device') return 'device';
  return provider?.is.password === undefined ? undefined : 'password';
}

/** Beside a sign-in the way is chosen first, where there is a choice; main then asks for the password. */
function asksForPassword(setup: SetupView): boolean {
  if (isPasswordRoad(setup)) return true;
  const status = setup.steps.flow;
  const isNext = status.kind === 'needs-you' && status.fact?.code === 'way-password';
  return needsBoth(setup) && (isNext || setup.provider?.is.deviceCode !== true);
}

function FlowClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-start', 'window', 'problems']);
  const status = setup.steps.flow;
  const way = isPasswordRoad(setup) ? 'password' : (setup.way ?? 'browser');
  const problem = status.kind === 'noted' ? status.problem : undefined;
  const facts: Fact[] = [];
  if (setup.password?.given) {
    facts.push({ id: 'password', mark: 'done', title: t('password.held.title'), text: t('password.held.text') });
  }
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
  const is = setup.provider?.is;
  const canChoose = is?.signIn !== 'password' && (is?.deviceCode === true || is?.password !== undefined);
  const change = way === 'password' ? t('password.change') : t('flow.change');
  return (
    <StepPage
      step="flow"
      title={t(`flow.closed.title.${way}`)}
      lead={t(`flow.closed.lead.${way}`, { provider: is?.shortName ?? '' })}
      secondary={canChoose || way === 'password' ? <ReopenButton step="flow" words={change} /> : undefined}
    >
      <FactList label={t('flow.facts')} facts={facts} />
    </StepPage>
  );
}

function FlowChoice({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-start', 'window']);
  const [way, setWay] = useState<Way>(setup.way ?? 'browser');
  const is = setup.provider?.is;
  const browser = {
    value: 'browser' as const,
    title: t('flow.browser.title'),
    text: t('flow.browser.text'),
    icon: <Monitor {...icon} />,
  };
  const device = {
    value: 'device' as const,
    title: t('flow.device.title'),
    text: t('flow.device.text'),
    icon: <Smartphone {...icon} />,
  };
  const password = {
    value: 'password' as const,
    title: t(`flow.password.title.${is?.password?.kind ?? 'app'}`),
    text: t(`flow.password.text.${is?.password?.kind ?? 'app'}`, { provider: is?.shortName ?? '' }),
    icon: <KeyRound {...icon} />,
  };
  return (
    <StepPage
      step="flow"
      title={is?.deviceCode === true ? t('flow.title') : t('flow.titlePassword')}
      lead={is?.deviceCode === true ? t('flow.lead') : t('flow.leadPassword')}
      onSubmit={() => ask('flow.choose', { way })}
      primary={<PrimaryButton submit>{t('window:buttons.continue')}</PrimaryButton>}
    >
      <RadioCards
        label={t('flow.label')}
        labelHidden
        options={[
          browser,
          ...(is?.deviceCode === true ? [device] : []),
          ...(is?.password === undefined ? [] : [password]),
        ]}
        value={way}
        onChange={setWay}
      />
    </StepPage>
  );
}
