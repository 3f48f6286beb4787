// Step 6: the wait for the answer. The next act is in the browser or on the other device; here is the time that is left and the way out.
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isAboutApproval } from '../../shared/make-approval.ts';
import { type Problem, problems } from '../../shared/problem.ts';
import type { SetupView, WaitView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { factWords } from '../setup/step-words.ts';
import { BrowserDrawing } from '../ui/browser-drawing.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { retry } from '../ui/next-action.ts';
import { Notice } from '../ui/notice.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { ApprovalApprovedPage, ApprovalStoppedPage, ApprovalWaitingPage } from './approval-pages.tsx';
import { CancelButton } from './cancel-button.tsx';
import { FactList } from './fact-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { Lifeguard } from './lifeguard.tsx';
import { ReopenButton } from './reopen-button.tsx';
import { ResponseOnDevice } from './response-on-device.tsx';
import { useHasPassed } from './use-has-passed.ts';
import { WorkingPage } from './working-page.tsx';
import './response.css';

/** Trying again here is signing in again: one button says it. */
function ResponseStopped({ problem }: { readonly problem: Problem }) {
  const asksToSignIn = problems[problem.code].next === 'sign-in-again';
  const again = asksToSignIn ? { onNext: () => retry('response'), onTryAgain: null } : {};
  return <FailedPage step="response" problem={problem} {...again} />;
}

/** The strip waits a moment, so that it does not disturb those whose browser opens at once. */
const lifeguardAfterMs = 1500;

export function ResponsePage() {
  const { t } = useTranslation('pages-sign-in');
  const setup = useSetup();
  const { approval } = setup;
  const status = setup.steps.response;
  if (status.kind === 'failed') {
    return approval !== undefined && isAboutApproval(status.problem) ? (
      <ApprovalStoppedPage setup={setup} approval={approval} problem={status.problem} />
    ) : (
      <ResponseStopped problem={status.problem} />
    );
  }
  if (status.kind === 'done' && status.fact.code === 'approved-after')
    return <ApprovalApprovedPage fact={status.fact} />;
  if (isClosed(status)) return <ResponseClosed setup={setup} />;
  if (setup.wait?.device !== undefined)
    return <ResponseOnDevice setup={setup} wait={setup.wait} device={setup.wait.device} />;
  if (setup.wait !== undefined) return <ResponseInBrowser setup={setup} wait={setup.wait} />;
  if (status.kind === 'working' && status.activity === 'waiting-for-approval' && approval !== undefined)
    return <ApprovalWaitingPage setup={setup} approval={approval} />;
  return (
    <WorkingPage step="response" status={status} title={t('response.soon.title')} lead={t('response.soon.lead')} />
  );
}

function ResponseInBrowser({ setup, wait }: { readonly setup: SetupView; readonly wait: WaitView }) {
  const { t } = useTranslation(['pages-sign-in', 'window', 'problems']);
  const isLate = useHasPassed(wait.startedAt + lifeguardAfterMs);
  const request = setup.steps.request;
  const notOpened = request.kind === 'noted' ? request.problem : undefined;
  const provider = setup.provider?.is.shortName ?? '';
  const organisation = setup.provider?.organisation;
  return (
    <StepPage
      step="response"
      title={notOpened === undefined ? t('response.title') : t('response.titleNotOpened')}
      lead={
        wait.browser === ''
          ? t('response.leadUnnamed', { provider })
          : t('response.lead', { provider, browser: wait.browser })
      }
      aside={t('response.nothingStored')}
      secondary={<CancelButton />}
    >
      {notOpened === undefined ? null : (
        <Notice tone="note" title={t(`problems:${notOpened.code}.what`, { ...notOpened.facts })}>
          {t('response.notOpened')}
        </Notice>
      )}
      {notOpened === undefined ? null : <Lifeguard setup={setup} wait={wait} />}
      <div className="waiting">
        <figure className="waiting-drawing">
          <BrowserDrawing page={wait.page} address={setup.signsInAs ?? setup.address} />
          <figcaption>
            {organisation === undefined ? t('response.compare') : t('response.compareNamed', { organisation })}
          </figcaption>
        </figure>
        <Countdown startedAt={wait.startedAt} deadlineAt={wait.deadlineAt}>
          <SecondaryButton
            icon={<Hourglass size={18} strokeWidth={1.75} />}
            onPress={() => ask('response.moreTime', {})}
          >
            {t('window:buttons.moreTime')}
          </SecondaryButton>
        </Countdown>
      </div>
      {notOpened === undefined && isLate ? <Lifeguard setup={setup} wait={wait} /> : null}
      {notOpened === undefined && !isLate ? <div className="lifeguard-place" /> : null}
    </StepPage>
  );
}

function ResponseClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-sign-in', 'steps']);
  const status = setup.steps.response;
  return (
    <StepPage
      step="response"
      title={t('response.closed.title')}
      lead={status.kind === 'done' || status.kind === 'noted' ? factWords(t, status.fact) : undefined}
      secondary={<ReopenButton step="request" words={t('request.closed.again')} />}
    >
      <FactList
        label={t('response.closed.label')}
        facts={[
          { id: 'ours', mark: 'done', title: t('response.closed.ours.title'), text: t('response.closed.ours.text') },
          { id: 'once', mark: 'done', title: t('response.closed.once.title'), text: t('response.closed.once.text') },
        ]}
      />
    </StepPage>
  );
}
