// On or off, at once: the words say what, the knob and a word say which. A refusal stands under it.
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, refusalIn } from '../setup/use-ask.ts';
import { isAnswer } from './form.tsx';
import { Mark } from './mark.tsx';
import { RefusalWords } from './refusal-words.tsx';
import './switch.css';

export interface SwitchProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly on: boolean;
  /** Why nobody can change it here; then there is no control, only its state. */
  readonly fixed?: string | undefined;
  /** Sends the request; its refusal is shown. */
  readonly onChange: (on: boolean) => unknown;
}

export function Switch({ title, text, on, fixed, onChange }: SwitchProps) {
  const { t } = useTranslation('window');
  const id = useId();
  const busy = useRef(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const press = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      const answer = await onChange(!on);
      setRefusal(isAnswer(answer) ? refusalIn(answer) : undefined);
    } finally {
      busy.current = false;
    }
  };
  const described = [text === undefined ? '' : `${id}-text`, refusal === undefined ? '' : `${id}-refusal`];
  return (
    <div className="switch-row">
      <div className="switch-words">
        <p className="switch-title" id={`${id}-title`}>
          {title}
        </p>
        {text === undefined ? null : (
          <p className="switch-text" id={`${id}-text`}>
            {text}
          </p>
        )}
        {fixed === undefined ? null : <p className="switch-text">{fixed}</p>}
        {refusal === undefined ? null : (
          <p className="switch-refusal" id={`${id}-refusal`} role="alert">
            <Mark state="failed" size={17} />
            <span>
              <RefusalWords refusal={refusal.refusal} values={refusal.values} />
            </span>
          </p>
        )}
      </div>
      {fixed === undefined ? (
        <button
          type="button"
          role="switch"
          className="switch"
          aria-checked={on}
          aria-labelledby={`${id}-title`}
          aria-describedby={described.filter((each) => each !== '').join(' ') || undefined}
          onClick={() => void press()}
        >
          <span className="switch-state" aria-hidden="true">
            {t(on ? 'switch.on' : 'switch.off')}
          </span>
          <span className="switch-track">
            <span className="switch-knob" />
          </span>
        </button>
      ) : (
        <p className="switch-state">{t(on ? 'switch.on' : 'switch.off')}</p>
      )}
    </div>
  );
}
