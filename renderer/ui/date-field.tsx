// A labelled day. The browser's own date field shows it in the order of the person's region and hands it over as `2027-05-31`; where
// there is none it is a plain text field. A day typed half is told apart from no day at all.
import type { RefObject } from 'react';
import { useId } from 'react';
import type { RefusalCode } from '../../shared/refusal.ts';
import { Mark } from './mark.tsx';
import { RefusalWords } from './refusal-words.tsx';
import './text-field.css';
import './date-field.css';

export interface DateFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly refusal?: RefusalCode | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined;
}

/** Whether something stands in the field that is no day yet; its value is empty then. */
export function isHalfTyped(input: HTMLInputElement | null): boolean {
  return input?.validity.badInput === true;
}

export function DateField({ label, hint, value, onChange, onBlur, refusal, inputRef }: DateFieldProps) {
  const id = useId();
  const refused = refusal !== undefined;
  const described = [refused ? `${id}-refusal` : '', hint === undefined ? '' : `${id}-hint`].filter(
    (each) => each !== '',
  );
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className={refused ? 'field-box field-date field-refused' : 'field-box field-date'}>
        <input
          ref={inputRef}
          id={id}
          type="date"
          className="field-input"
          value={value}
          max="2099-12-31"
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          autoComplete="off"
          aria-invalid={refused || undefined}
          aria-describedby={described.join(' ') || undefined}
        />
        {refused ? <Mark state="failed" size={17} /> : null}
      </div>
      {refusal === undefined ? null : (
        <p className="field-refusal" id={`${id}-refusal`} role="alert">
          <RefusalWords refusal={refusal} />
        </p>
      )}
      {hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
