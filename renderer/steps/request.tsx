// Step 5: what will be asked for, and by whom the password; then the one press that opens the browser or gets a code.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { factWords } from '../setup/step-words.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { ApprovalAheadLine } from './approval-pages.tsx';
import { AskedList } from './asked-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { VerdictLine } from './verdict-line.tsx';
import { WorkingPage } from './working-page.tsx';
import './request.css';

export function RequestPage() {
  const { t } = useTranslation('pages-sign-in');
  const setup = useSetup();
  const status = setup.steps.request;
  const way = setup.way ?? 'browser';
  const values = { provider: setup.provider?.is.shortName ?? '' };
  if (status.kind === 'failed') {
    return (
      <FailedPage
        step="request"
        problem={status.problem}
        onNext={
          status.problem.code === 'device-code-not-allowed' ? () => ask('flow.choose', { way: 'browser' }) : undefined
        }
      />
    );
  }
  if (isClosed(status)) return <RequestClosed setup={setup} />;
  if (status.kind === 'working') {
    return (
      <WorkingPage
        step="request"
        status={status}
        title={t(`request.working.title.${way}`, values)}
        lead={t(`request.working.lead.${way}`, values)}
      />
    );
  }
  return <RequestReady setup={setup} />;
}

function RequestReady({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('pages-sign-in');
  const way = setup.way ?? 'browser';
  const address = setup.address ?? '';
  const otherWay = way === 'browser' ? 'device' : 'browser';
  const values = { provider: setup.provider?.is.shortName ?? '', host: setup.provider?.is.signInHost ?? '' };
  return (
    <StepPage
      step="request"
      title={t('request.title', values)}
      lead={t(`request.lead.${way}`, values)}
      onSubmit={() => ask('request.signIn', {})}
      primary={<PrimaryButton submit>{t(`request.button.${way}`, values)}</PrimaryButton>}
      secondary={
        setup.provider?.is.deviceCode ? (
          <QuietButton onPress={() => ask('flow.choose', { way: otherWay })}>
            {t(`request.other.${otherWay}`)}
          </QuietButton>
        ) : undefined
      }
    >
      <AskedList setup={setup} />
      <VerdictLine verdict="done">
        {values.host === '' ? t('request.whoAsksUnknown', values) : t('request.whoAsks', values)}
      </VerdictLine>
      <p className="request-as">
        {setup.signsInAs === undefined
          ? t('request.as', { address })
          : t('request.shared', { signsInAs: setup.signsInAs, address })}
      </p>
      {setup.provider?.forecast?.approval === 'likely' ? <ApprovalAheadLine setup={setup} /> : null}
    </StepPage>
  );
}

function RequestClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-sign-in', 'steps']);
  const status = setup.steps.request;
  return (
    <StepPage
      step="request"
      title={t('request.closed.title')}
      lead={status.kind === 'done' || status.kind === 'noted' ? factWords(t, status.fact) : undefined}
      secondary={<ReopenButton step="request" words={t('request.closed.again')} />}
    >
      <AskedList setup={setup} />
    </StepPage>
  );
}
