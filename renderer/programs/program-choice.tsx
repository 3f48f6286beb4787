// Step 9's check list: any number of programs. The program that is not here stands last and says what Postkey does for it.
import { useTranslation } from 'react-i18next';
import { type MailProgram, mailPrograms } from '../../shared/mail-program.ts';
import { announce } from '../ui/announce.tsx';
import { CheckList } from '../ui/choice.tsx';
import { ProgramFinder } from './program-finder.tsx';

export interface ProgramChoiceProps {
  readonly values: readonly MailProgram[];
  /** In the order of the list. */
  readonly onChange: (values: readonly MailProgram[]) => void;
}

export function ProgramChoice({ values, onChange }: ProgramChoiceProps) {
  const { t } = useTranslation(['programs', 'window']);
  const take = (wanted: ReadonlySet<MailProgram>): void =>
    onChange(mailPrograms.filter((program) => wanted.has(program)));
  /** Of what one group shows, `chosen`; of all others what was chosen before. */
  const change = (shown: readonly MailProgram[], chosen: readonly MailProgram[]): void =>
    take(new Set([...values.filter((program) => !shown.includes(program)), ...chosen]));
  const tick = (program: MailProgram): void => {
    take(new Set([...values, program]));
    announce(t('find.ticked', { program: t(`window:programs.${program}`) }));
  };
  return (
    <ProgramFinder
      chosen={values}
      onOnly={tick}
      last={
        <CheckList
          label={t('other.title')}
          labelHidden
          options={[{ value: 'other' as const, title: t('other.title'), text: t('other.text') }]}
          values={values.filter((program) => program === 'other')}
          onChange={(chosen) => change(['other'], chosen)}
        />
      }
    >
      {(label, programs) => (
        <CheckList
          label={label}
          plain
          options={programs.map((program) => ({ value: program, title: t(`window:programs.${program}`) }))}
          values={values}
          onChange={(chosen) => change(programs, chosen)}
        />
      )}
    </ProgramFinder>
  );
}
