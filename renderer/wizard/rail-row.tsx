// One line of the checklist: mark, name, live line. A closed step opens again; one not reached says why it cannot.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { isClosed } from '../../shared/step-status.ts';
import { liveLine } from '../setup/step-words.ts';
import { announce } from '../ui/announce.tsx';
import { Mark } from '../ui/mark.tsx';
import { useCursor } from './use-cursor.ts';

export interface RailRowProps {
  readonly step: StepId;
  readonly status: StepStatus;
  /** Where the set-up stands, for saying why this step is not reached. */
  readonly current: StepId;
  readonly isCurrent: boolean;
  readonly isShown: boolean;
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
}

const whyShownMs = 4000;

export function RailRow({ step, status, current, isCurrent, isShown, cutAbove, cutBelow }: RailRowProps) {
  const { t } = useTranslation('window');
  const cursor = useCursor();
  const [why, setWhy] = useState(false);

  useEffect(() => {
    if (!why) return;
    const away = setTimeout(() => setWhy(false), whyShownMs);
    return () => clearTimeout(away);
  }, [why]);

  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isShown) return;
    // With the next picture, which needs the layout anyway: asked for at once, it would be made twice at start-up.
    const soon = requestAnimationFrame(() => row.current?.scrollIntoView?.({ block: 'nearest' }));
    return () => cancelAnimationFrame(soon);
  }, [isShown]);

  const name = t(`steps:names.${step}`);
  const reason = t('steps:notReached', { number: stepNumber(current), name: t(`steps:names.${current}`) });
  const line = why ? reason : liveLine(t, status);
  // "Your turn · …" and "Stopped · …" begin with the state: a screen reader need not hear it twice.
  const saysState = line?.startsWith(t(`steps:states.${status.kind}`)) ?? false;
  const open = (): void => {
    if (cursor.open(step)) return;
    setWhy(true);
    announce(reason);
  };

  const classes = ['rail-row', isShown ? 'rail-row-shown' : '', isCurrent ? 'rail-row-current' : ''];
  const isLast = stepNumber(step) === setupSteps.length;
  return (
    <li ref={row} className={classes.join(' ').trim()} data-step={step} data-state={status.kind}>
      <span className={`rail-blade rail-blade-above${cutAbove ? ' rail-cut' : ''}`} />
      {isLast ? (
        <span className={`rail-tip${isClosed(status) ? ' rail-cut' : ''}`} />
      ) : (
        <>
          <span className={`rail-blade rail-blade-below${cutBelow ? ' rail-cut' : ''}`} />
          <span className={`rail-tooth rail-tooth-${stepNumber(step)}${cutBelow ? ' rail-cut' : ''}`} />
        </>
      )}
      <button type="button" className="rail-button" onClick={open} aria-current={isShown ? 'step' : undefined}>
        <span className="rail-mark">
          <span className="rail-mark-in" key={status.kind}>
            <Mark state={status.kind} number={stepNumber(step)} />
          </span>
        </span>
        <span className="rail-words">
          <span className="rail-name">{name}</span>
          <span className="unseen" aria-hidden={saysState}>
            {t(`steps:states.${status.kind}`)}
          </span>
          {line === undefined ? null : <span className="rail-line">{line}</span>}
        </span>
      </button>
    </li>
  );
}
