// The brass band while nothing is real: what is being played, and the list to choose from. Above the sheet of a practice set-up, and
// on the account list where practice accounts stand.
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { playableFailures } from '../../shared/practice-failures.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { stepNumber } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import './practice-band.css';
import { failureName } from './practice-search.ts';

const PracticePicker = lazy(async () => ({ default: (await import('./practice-picker.tsx')).PracticePicker }));

/** `setup` absent: on the account list. */
export function PracticeBand({ setup }: { readonly setup?: SetupView }) {
  const { t } = useTranslation('window');
  const [open, setOpen] = useState(false);
  const { playing } = usePostkey();
  const failure = playableFailures.find(({ id }) => id === playing);
  const isPast = failure !== undefined && setup !== undefined && isClosed(setup.steps[failure.step]);
  return (
    <section className="practice-band" aria-label={t('help.practice')}>
      <strong className="practice-words">{t(setup ? 'practice.band' : 'practice.bandAccounts')}</strong>
      {isPast ? (
        <span className="practice-past">
          {t('practice.past', { number: stepNumber(failure.step) })}{' '}
          <button
            type="button"
            className="practice-button practice-anew"
            onClick={() => void ask('practice.playAnew', { failure: failure.id })}
          >
            {t('practice.anew')}
          </button>
        </span>
      ) : null}
      <button
        type="button"
        className="practice-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {failure === undefined ? t('practice.play') : t('practice.playing', { failure: failureName(t, failure) })}
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {setup ? (
        <button type="button" className="practice-button" onClick={() => void ask('setup.abandon', {})}>
          {t('practice.end')}
        </button>
      ) : null}
      {open ? (
        <Suspense fallback={null}>
          <PracticePicker setup={setup} playing={playing} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
