// The list of failures that practice can play: by family, searched by words or by code. Choosing one plays it and closes the list.
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PlayableFailure,
  type PracticeFailure,
  playableFailures,
  practiceFamilies,
} from '../../shared/practice-failures.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { stepNumber } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import './practice-picker.css';
import { failureName, findFailures } from './practice-search.ts';

export interface PracticePickerProps {
  /** Absent on the account list: only what the watch can meet is offered there. */
  readonly setup: SetupView | undefined;
  readonly playing: PracticeFailure | undefined;
  readonly onClose: () => void;
}

export function PracticePicker({ setup, playing, onClose }: PracticePickerProps) {
  const { t } = useTranslation('window');
  const [query, setQuery] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const offered = setup ? playableFailures : playableFailures.filter(({ onAccounts }) => onAccounts);
  const found = findFailures(t, offered, query);
  const choose = (failure: PracticeFailure | null): void => {
    void ask('practice.play', { failure });
    dialog.current?.close();
  };

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);

  /** Up and down walk through the list; Enter in the field takes the first. */
  const walk = (event: KeyboardEvent): void => {
    const buttons: readonly Element[] = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (next instanceof HTMLElement) next.focus();
    } else if (event.key === 'Enter' && at < 0 && query.trim() !== '' && found[0]) {
      event.preventDefault();
      choose(found[0].id);
    }
  };

  return (
    <dialog className="picker" ref={dialog} aria-labelledby={id} onKeyDown={walk} onClose={onClose}>
      <header className="picker-head">
        <h2 className="picker-title" id={id}>
          {t('practice.picker.title')}
        </h2>
        <QuietButton onPress={() => dialog.current?.close()}>{t('practice.picker.close')}</QuietButton>
      </header>
      <p className="picker-lead">{t('practice.picker.lead')}</p>
      <TextField label={t('practice.picker.search')} value={query} onChange={setQuery} />
      <p className="picker-count" role="status">
        {found.length === 0 ? t('practice.picker.noHit') : t('practice.picker.hits', { count: found.length })}
      </p>
      <div className="picker-list" ref={list}>
        {query.trim() === '' ? (
          <button
            type="button"
            className="picker-item"
            aria-pressed={playing === undefined}
            onClick={() => choose(null)}
          >
            <Ticked shown={playing === undefined} />
            <span className="picker-name">{t('practice.none')}</span>
          </button>
        ) : null}
        {practiceFamilies.map((family) => {
          const members = found.filter((failure) => failure.family === family);
          return members.length === 0 ? null : (
            <section key={family} className="picker-family" aria-labelledby={`picker-${family}`}>
              <h3 id={`picker-${family}`}>{t(`practice.families.${family}`)}</h3>
              <ul>
                {members.map((failure) => (
                  <li key={failure.id}>
                    <Item failure={failure} setup={setup} playing={playing} onChoose={choose} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </dialog>
  );
}

interface ItemProps extends Pick<PracticePickerProps, 'setup' | 'playing'> {
  readonly failure: PlayableFailure;
  readonly onChoose: (id: PracticeFailure) => void;
}

function Item({ failure, setup, playing, onChoose }: ItemProps) {
  const { t } = useTranslation('window');
  const isPlaying = failure.id === playing;
  const isPast = setup !== undefined && isClosed(setup.steps[failure.step]);
  const number = stepNumber(failure.step);
  const where = setup ? t(isPast ? 'practice.picker.stepPast' : 'practice.picker.step', { number }) : '';
  const how = failure.onDevice ? t('practice.picker.onDevice') : '';
  return (
    <button type="button" className="picker-item" aria-pressed={isPlaying} onClick={() => onChoose(failure.id)}>
      <Ticked shown={isPlaying} />
      <span className="picker-name">{failureName(t, failure)}</span>
      <span className="picker-where">{[where, how].filter((part) => part !== '').join(' · ')}</span>
      <span className="picker-code mono" dir="ltr">
        {failure.stamp}
      </span>
    </button>
  );
}

/** Its place is kept, so that names stand in one line. */
function Ticked({ shown }: { readonly shown: boolean }) {
  return (
    <span className="picker-tick" aria-hidden="true">
      {shown ? <Check size={16} strokeWidth={2} /> : null}
    </span>
  );
}
