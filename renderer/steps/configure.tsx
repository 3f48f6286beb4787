// Step 9: which mail programs, and what they will ask for. Choosing none is an answer too.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProgram } from '../../shared/mail-program.ts';
import { mailPrograms } from '../../shared/mail-program.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { factWords } from '../setup/step-words.ts';
import { PrimaryButton } from '../ui/buttons.tsx';
import { CheckList } from '../ui/choice.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { FailedPage } from './failed-page.tsx';
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
      <CheckList
        label={t('configure.label')}
        columns
        options={mailPrograms.map((program) => ({ value: program, title: t(`window:programs.${program}`) }))}
        values={programs}
        onChange={setPrograms}
      />
      <ProgramSettings setup={setup} />
    </StepPage>
  );
}

function ConfigureClosed({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-mail', 'window', 'steps']);
  const status = setup.steps.configure;
  return (
    <StepPage
      step="configure"
      title={t('configure.closed.title')}
      lead={status.kind === 'done' || status.kind === 'noted' ? factWords(t, status.fact) : undefined}
      secondary={<ReopenButton step="configure" words={t('configure.closed.change')} />}
    >
      <ProgramSettings setup={setup} />
    </StepPage>
  );
}
