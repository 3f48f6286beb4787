// The part of a page that leads to the sheets: the chosen programs as lines, and the way to all the others.
import { useTranslation } from 'react-i18next';
import type { MailProgram } from '../../shared/mail-program.ts';
import { PageSection } from '../steps/page-section.tsx';
import { QuietButton } from '../ui/buttons.tsx';
import { ProgramLines } from './program-lines.tsx';
import { openPrograms } from './programs-door.ts';

export interface ChosenProgramsProps {
  /** The account's, or the set-up's in progress. */
  readonly id: string;
  readonly programs: readonly MailProgram[];
  /** The set-up is done, and this is what remains. */
  readonly isNext?: boolean | undefined;
}

export function ChosenPrograms({ id, programs, isNext }: ChosenProgramsProps) {
  const { t } = useTranslation('programs');
  return (
    <PageSection title={t(isNext ? 'lines.next' : 'lines.title')}>
      <p>{t(programs.length === 0 ? 'lines.none' : 'lines.text')}</p>
      {programs.length === 0 ? null : <ProgramLines id={id} programs={programs} />}
      <div className="page-quiet">
        <QuietButton size="small" onPress={() => openPrograms({ kind: 'pick', id })}>
          {t('lines.another')}
        </QuietButton>
      </div>
    </PageSection>
  );
}
