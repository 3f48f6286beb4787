// Step 9: which mail programs. Choosing none is an answer too. Closed, each chosen one has its line that leads to its sheet.
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ChosenPrograms, ProgramChoice } from '../programs/late-parts.tsx';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { factWords } from '../setup/step-words.ts';
import { PrimaryButton } from '../ui/buttons.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { FailedPage } from './failed-page.tsx';
import { FoldButton } from './fold-button.tsx';
import { ProgramSettings } from './program-settings.tsx';
import { ReopenButton } from './reopen-button.tsx';

export function ConfigurePage() {
  const setup = useSetup();
  const status = setup.steps.configure;
  if (status.kind === 'failed') return <FailedPage step="configure" problem={status.problem} />;
  return isClosed(status) ? <ConfigureClosed setup={setup} /> : <ConfigureChoice setup={setup} />;
}

function ConfigureChoice({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-mail', 'window']);
  const [programs, setPrograms] = useState<readonly MailProgram[]>(setup.programs ?? []);
  return (
    <StepPage
      step="configure"
      title={t('configure.title')}
      lead={t('configure.lead')}
      onSubmit={() => ask('configure.choose', { programs: [...programs] })}
      primary={
        <PrimaryButton submit>
          {programs.length === 0 ? t('configure.without') : t('window:buttons.continue')}
        </PrimaryButton>
      }
    >
      <Suspense fallback={null}>
        <ProgramChoice values={programs} onChange={setPrograms} />
      </Suspense>
    </StepPage>
  );
}

function ConfigureClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-mail', 'window', 'steps']);
  const [isOpen, setOpen] = useState(false);
  const settings = useId();
  const status = setup.steps.configure;
  return (
    <StepPage
      step="configure"
      title={t('configure.closed.title')}
      lead={status.kind === 'done' || status.kind === 'noted' ? factWords(t, status.fact) : undefined}
      secondary={<ReopenButton step="configure" words={t('configure.closed.change')} />}
    >
      <Suspense fallback={null}>
        <ChosenPrograms id={setup.id} programs={setup.programs ?? []} />
      </Suspense>
      <div className="page-quiet">
        <FoldButton
          words={t('configure.closed.settings')}
          isOpen={isOpen}
          controls={settings}
          onToggle={() => setOpen(!isOpen)}
        />
      </div>
      <div id={settings} hidden={!isOpen}>
        {isOpen ? <ProgramSettings setup={setup} /> : null}
      </div>
    </StepPage>
  );
}
