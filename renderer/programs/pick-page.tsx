// All mail programs, to open the sheet of one: for an account that is set up.
import { useTranslation } from 'react-i18next';
import type { MailProgram } from '../../shared/mail-program.ts';
import { ProgramFinder } from './program-finder.tsx';
import { ProgramLines } from './program-lines.tsx';
import { closePrograms, openSheet } from './programs-door.ts';
import { ProgramsFrame } from './programs-frame.tsx';

export function PickPage({ id, address }: { readonly id: string; readonly address: string }) {
  const { t } = useTranslation('programs');
  return (
    <ProgramsFrame
      page="pick"
      address={address}
      title={t('pick.title')}
      lead={t('pick.lead')}
      onBack={closePrograms}
      isDone={false}
    >
      <ProgramFinder
        chosen={[]}
        onOnly={(program: MailProgram) => void openSheet(id, program)}
        last={<ProgramLines id={id} programs={['other']} />}
      >
        {(label, programs) => (
          <section aria-label={label}>
            <h2 className="finder-title">{label}</h2>
            <ProgramLines id={id} programs={programs} isPlain />
          </section>
        )}
      </ProgramFinder>
    </ProgramsFrame>
  );
}
