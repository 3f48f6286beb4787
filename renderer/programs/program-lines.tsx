// The chosen mail programs, each with the button that opens its sheet. Coming back from a sheet, the focus is where it was.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeProgramView } from '../../shared/bridge.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import { fromNow } from '../accounts/from-now.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { KindButton } from '../ui/buttons.tsx';
import './program-lines.css';
import { backFrom, openSheet } from './programs-door.ts';

export interface ProgramLinesProps {
  /** The account's, or the set-up's in progress. */
  readonly id: string;
  readonly programs: readonly MailProgram[];
  /** Names in the usual weight: one of many lists under headings. */
  readonly isPlain?: boolean | undefined;
}

export function ProgramLines({ id, programs, isPlain }: ProgramLinesProps) {
  const { t, i18n } = useTranslation(['programs', 'window']);
  const { bridges } = usePostkey();
  const list = useRef<HTMLUListElement>(null);
  const made = bridges.find((bridge) => bridge.accountId === id)?.programs ?? [];

  useEffect(() => {
    const from = backFrom(programs);
    if (from === undefined) return;
    const button = list.current?.querySelector(`[data-program="${CSS.escape(from)}"] button`);
    if (button instanceof HTMLElement) button.focus();
  }, [programs]);

  return (
    <ul className={isPlain ? 'program-lines program-lines-plain' : 'program-lines'} ref={list}>
      {programs.map((program) => {
        const last = newest(made, program);
        // One that has its password is here by now.
        const name = t(program === 'other' && last === undefined ? 'other.title' : `window:programs.${program}`);
        return (
          <li key={program} className="program-line" data-program={program}>
            <p className="program-line-words">
              <strong className="program-line-name">{name}</strong>
              <UnderName program={program} made={last} language={i18n.language} />
            </p>
            <KindButton
              kind="secondary"
              size="small"
              label={t('setUpOf', { program: name })}
              onPress={() => openSheet(id, program)}
            >
              {t('setUp')}
            </KindButton>
          </li>
        );
      })}
    </ul>
  );
}

function newest(made: readonly BridgeProgramView[], program: MailProgram): BridgeProgramView | undefined {
  return made.filter((each) => each.program === program).sort((one, other) => other.madeAt - one.madeAt)[0];
}

interface UnderNameProps {
  readonly program: MailProgram;
  readonly made: BridgeProgramView | undefined;
  readonly language: string;
}

function UnderName({ program, made, language }: UnderNameProps) {
  const { t } = useTranslation('programs');
  const words = (): string | undefined => {
    if (made === undefined) return program === 'other' ? t('other.text') : undefined;
    const { lastUsedAt } = made;
    if (lastUsedAt === undefined) return t('bridge.notYet');
    return t('bridge.used', { ago: fromNow(lastUsedAt, Date.now(), language) });
  };
  const said = words();
  return said === undefined ? null : <span className="program-line-under">{said}</span>;
}
