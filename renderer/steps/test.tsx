// Step 10: three ladders at the same time, as a mail program would climb them. What breaks is said once, with who must act.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import { problems } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { factWords, problemTitle } from '../setup/step-words.ts';
import { PrimaryButton, QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import { Ladders } from '../ui/ladder.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { useCursor } from '../wizard/use-cursor.ts';
import { EditServer } from './edit-server.tsx';
import { ReopenButton } from './reopen-button.tsx';
import type { LadderCause } from './test-outcome.ts';
import { causesOf, whatWorks } from './test-outcome.ts';
import { VerdictLine } from './verdict-line.tsx';
import './test.css';

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
  const { t } = useTranslation(['pages-mail', 'problems']);
  const [edited, setEdited] = useState<Service | undefined>();
  const { ladders } = setup;
  const found = causesOf(ladders);
  // The key itself may have failed before a ladder was climbed.
  const causes: readonly LadderCause[] = found.length === 0 ? [{ problem, points: [], services: [] }] : found;
  const works = whatWorks(ladders);
  const canFinish = works === 'receiving' || works === 'both';
  const firstBroken = causes[0]?.services[0] ?? ladders[0]?.service;
  return (
    <StepPage
      step="test"
      title={causes.length > 1 ? t('test.several') : problemTitle(t, causes[0]?.problem ?? problem)}
      lead={t(`test.well.${works}`)}
      secondary={
        canFinish ? (
          <SecondaryButton onPress={() => ask('test.finishWithout', {})}>{t(`test.finish.${works}`)}</SecondaryButton>
        ) : undefined
      }
    >
      {ladders.length === 0 ? null : <Ladders ladders={ladders} />}
      {causes.map((cause, index) => (
        <TestCause
          key={cause.problem.code}
          cause={cause}
          isOnly={causes.length === 1}
          isFirst={index === 0}
          isQuiet={index > 0 || edited !== undefined}
          onEdit={setEdited}
        />
      ))}
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

interface TestCauseProps {
  readonly cause: LadderCause;
  readonly isOnly: boolean;
  readonly isFirst: boolean;
  /** The page's one solid button is elsewhere. */
  readonly isQuiet: boolean;
  readonly onEdit: (service: Service) => void;
}

function TestCause({ cause, isOnly, isFirst, isQuiet, onEdit }: TestCauseProps) {
  const { t, i18n } = useTranslation(['pages-mail', 'window']);
  const [service] = cause.services;
  const names = cause.services.map((each) => t(`window:ladder.services.${each}`));
  const services = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  const editsHere = problems[cause.problem.code].next === 'edit-server' && service !== undefined;
  return (
    <div className="test-cause">
      {isOnly ? null : <p className="test-cause-for">{t('test.causeFor', { services })}</p>}
      <Cause
        step="test"
        problem={cause.problem}
        points={isOnly ? cause.points : []}
        quiet={isQuiet}
        onNext={editsHere ? () => onEdit(service) : undefined}
        // All ladders are climbed again together: one button for it.
        onTryAgain={isFirst ? undefined : null}
      />
    </div>
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
