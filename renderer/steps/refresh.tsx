// Step 11: the key was renewed for real and tried out; what will end this sign-in, said before it happens.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { StepPage } from '../ui/step-page.tsx';
import { EndingList } from './ending-list.tsx';
import type { Fact } from './fact-list.tsx';
import { FactList } from './fact-list.tsx';
import { FailedPage } from './failed-page.tsx';
import { writeTime } from './format-time.ts';
import { ReopenButton } from './reopen-button.tsx';
import { WorkingLine } from './working-page.tsx';

export function RefreshPage() {
  const { t } = useTranslation('pages-mail');
  const setup = useSetup();
  const status = setup.steps.refresh;
  const provider = setup.provider?.is.shortName ?? '';
  if (status.kind === 'failed') return <FailedPage step="refresh" problem={status.problem} />;
  if (isClosed(status)) return <RefreshClosed setup={setup} />;
  return (
    <StepPage step="refresh" title={t('refresh.title')} lead={t('refresh.lead', { provider })}>
      <WorkingLine status={status} />
      <EndingList provider={provider} />
    </StepPage>
  );
}

function RefreshClosed({ setup }: { readonly setup: SetupView }) {
  const { t, i18n } = useTranslation(['pages-mail', 'problems']);
  const status = setup.steps.refresh;
  const problem = status.kind === 'noted' ? status.problem : undefined;
  const provider = setup.provider?.is.shortName ?? '';
  const time = setup.validUntil === undefined ? undefined : writeTime(i18n.language, setup.validUntil, Date.now());
  const facts: Fact[] = [];
  if (problem !== undefined) {
    facts.push({
      id: 'problem',
      mark: 'noted',
      title: problemTitle(t, problem),
      text: t(`problems:${problem.code}.next`, { ...problem.facts }),
    });
  } else {
    facts.push(
      { id: 'renewed', mark: 'done', title: t('refresh.renewed.title'), text: t('refresh.renewed.text', { provider }) },
      { id: 'tried', mark: 'done', title: t('refresh.tried.title'), text: t('refresh.tried.text') },
    );
  }
  if (time !== undefined) {
    const text = problem === undefined ? t('refresh.valid.text') : t('refresh.valid.textOnce');
    const mark = problem === undefined ? 'done' : 'noted';
    facts.push({ id: 'valid', mark, title: t('refresh.valid.title', { time }), text });
  }
  return (
    <StepPage
      step="refresh"
      title={problem === undefined ? t('refresh.closed.title') : t('refresh.closed.titleNoted')}
      lead={problem === undefined ? t('refresh.closed.lead') : t('refresh.closed.leadNoted')}
      secondary={<ReopenButton step="refresh" words={t('refresh.closed.again')} />}
    >
      <FactList label={t('refresh.facts')} facts={facts} />
      <EndingList provider={provider} endings={setup.endings} />
    </StepPage>
  );
}
