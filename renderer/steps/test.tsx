// Step 10: three ladders at the same time, as a mail program would climb them. What breaks is said once, with who must act.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { factWords, problemTitle } from '../setup/step-words.ts';
import { PrimaryButton, QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Ladders } from '../ui/ladder.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { useCursor } from '../wizard/use-cursor.ts';
import { EditServer } from './edit-server.tsx';
import { helpOfSetup } from './help-of-setup.ts';
import { LadderCauses } from './ladder-causes.tsx';
import { ReopenButton } from './reopen-button.tsx';
import type { LadderCause } from './test-outcome.ts';
import { causesOf, whatWorks } from './test-outcome.ts';
import { VerdictLine } from './verdict-line.tsx';

export function TestPage() {
  const { t } = useTranslation('pages-mail');
  const setup = useSetup();
  const status = setup.steps.test;
  if (status.kind === 'failed') return <TestStopped setup={setup} problem={status.problem} />;
  if (isClosed(status)) return <TestClosed setup={setup} />;
  return (
    <StepPage step="test" title={t('test.title')} lead={t('test.lead')}>
      <Ladders ladders={setup.ladders} />
    </StepPage>
  );
}

function TestStopped({ setup, problem }: { readonly setup: SetupView; readonly problem: Problem }) {
  const { t } = useTranslation(['pages-mail', 'window', 'problems']);
  const [edited, setEdited] = useState<Service | undefined>();
  const { ladders } = setup;
  const found = causesOf(ladders);
  // The key itself may have failed before a ladder was climbed.
  const causes: readonly LadderCause[] = found.length === 0 ? [{ problem, points: [], services: [] }] : found;
  const [first, ...further] = causes;
  const works = whatWorks(ladders);
  // Where a password opens the mailbox, it may be the very part that is not fine.
  const byPassword = ladders.some((ladder) => ladder.by === 'password');
  const canFinish = works === 'receiving' || works === 'both';
  const firstBroken = first?.services[0] ?? ladders[0]?.service;
  const help = helpOfSetup(setup, setEdited);
  return (
    <StepPage
      step="test"
      title={further.length > 0 ? t('test.several') : problemTitle(t, first?.problem ?? problem)}
      lead={t(byPassword ? `test.wellByPassword.${works}` : `test.well.${works}`)}
      secondary={
        canFinish ? (
          <SecondaryButton onPress={() => ask('test.finishWithout', {})}>{t(`test.finish.${works}`)}</SecondaryButton>
        ) : undefined
      }
    >
      {ladders.length === 0 ? null : <Ladders ladders={ladders} />}
      <LadderCauses causes={causes} stepOf={() => 'test'} help={help} quiet={edited !== undefined} />
      {edited !== undefined && ladders.length > 0 ? (
        <EditServer ladders={ladders} service={edited} onClose={() => setEdited(undefined)} />
      ) : null}
      {edited === undefined && firstBroken !== undefined && setup.provider?.source === 'chosen' ? (
        <div className="page-quiet">
          <QuietButton size="small" onPress={() => setEdited(firstBroken)}>
            {t('test.edit.other')}
          </QuietButton>
        </div>
      ) : null}
    </StepPage>
  );
}

function TestClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-mail', 'window', 'steps', 'problems']);
  const { goOn } = useCursor();
  const status = setup.steps.test;
  const problem = status.kind === 'noted' ? status.problem : undefined;
  return (
    <StepPage
      step="test"
      title={problem === undefined ? t('test.closed.title') : t('test.closed.titleNoted')}
      lead={
        problem === undefined
          ? t(`test.closed.lead.${whatWorks(setup.ladders)}`)
          : t('test.closed.leadNoted', { title: problemTitle(t, problem) })
      }
      primary={<PrimaryButton onPress={goOn}>{t('window:buttons.continue')}</PrimaryButton>}
      secondary={<ReopenButton step="test" words={t('test.closed.again')} />}
    >
      <Ladders ladders={setup.ladders} />
      {status.kind === 'done' || status.kind === 'noted' ? (
        <VerdictLine verdict={status.kind}>{factWords(t, status.fact)}</VerdictLine>
      ) : null}
    </StepPage>
  );
}
