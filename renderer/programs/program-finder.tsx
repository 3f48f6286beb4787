// All mail programs in groups, the likely ones first, the rare ones folded; a field finds one by any of its names. What is drawn of
// a group is the parent's.
import { Search } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProgram } from '../../shared/mail-program.ts';
import { FoldButton } from '../steps/fold-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { findPrograms, type ProgramGroup, type ProgramGroupId, programGroups } from './program-groups.ts';
import './program-finder.css';
import { thisSystem } from './this-system.ts';

export interface ProgramFinderProps {
  /** Draws the programs of a group under its name. */
  readonly children: (label: string, programs: readonly MailProgram[]) => ReactNode;
  /** Groups that hold one of these are open from the beginning. */
  readonly chosen: readonly MailProgram[];
  /** Enter in the field, when one program is left. */
  readonly onOnly: (program: MailProgram) => void;
  /** What stands below: the program that is not here. */
  readonly last: ReactNode;
}

export function ProgramFinder({ children, chosen, onOnly, last }: ProgramFinderProps) {
  const { t } = useTranslation(['programs', 'window']);
  const [typed, setTyped] = useState('');
  const [groups] = useState(() => programGroups(thisSystem()));
  const namesOf = (program: MailProgram): string =>
    `${t(`window:programs.${program}`)} ${t(`also.${program}`, { defaultValue: '' })} ${program}`;
  const isFinding = typed.trim() !== '';
  const found = isFinding ? findPrograms(typed, groups, namesOf) : [];

  const onKey = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return;
    if (event.key === 'Escape' && isFinding) setTyped('');
    if (event.key !== 'Enter') return;
    // The field finds; it does not send the page.
    event.preventDefault();
    const [only, ...more] = found;
    if (only !== undefined && more.length === 0) onOnly(only);
  };

  return (
    <div className="finder">
      <search className="finder-field" onKeyDown={onKey}>
        <TextField
          label={t('find.label')}
          labelHidden
          placeholder={t('find.label')}
          value={typed}
          onChange={setTyped}
          end={<Search className="finder-glass" size={18} strokeWidth={1.75} aria-hidden="true" />}
        />
        <p className={found.length === 0 ? 'finder-found' : 'unseen'} role="status">
          {isFinding ? t(found.length === 0 ? 'find.none' : 'find.found', { count: found.length }) : ''}
        </p>
      </search>
      {isFinding ? (
        found.length > 0 && children(t('find.title'), found)
      ) : (
        <AllGroups groups={groups} chosen={chosen}>
          {children}
        </AllGroups>
      )}
      {last}
    </div>
  );
}

interface AllGroupsProps extends Pick<ProgramFinderProps, 'children' | 'chosen'> {
  readonly groups: readonly ProgramGroup[];
}

function AllGroups({ groups, chosen, children }: AllGroupsProps) {
  const { t } = useTranslation('programs');
  const [open, setOpen] = useState<readonly ProgramGroupId[]>(() =>
    groups.filter(({ programs }) => programs.some((program) => chosen.includes(program))).map(({ id }) => id),
  );
  const rare = groups.filter(({ isRare }) => isRare);
  const toggle = (id: ProgramGroupId): void =>
    setOpen(open.includes(id) ? open.filter((each) => each !== id) : [...open, id]);
  return (
    <>
      {groups.map(({ id, programs, isRare }) =>
        isRare ? null : <div key={id}>{children(t(`groups.${id}`), programs)}</div>,
      )}
      <div className="finder-rare">
        {rare.map(({ id }) => (
          <FoldButton
            key={id}
            words={t(`groups.${id}`)}
            isOpen={open.includes(id)}
            controls={`programs-${id}`}
            onToggle={() => toggle(id)}
          />
        ))}
      </div>
      {rare.map(({ id, programs }) => (
        <div key={id} id={`programs-${id}`} hidden={!open.includes(id)}>
          {open.includes(id) ? children(t(`groups.${id}`), programs) : null}
        </div>
      ))}
    </>
  );
}
