// A labelled field. A refusal stands under it, tied to it for screen readers, with a cross at the field's end;
// what was typed always stays.
import type { ChangeEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalCode } from '../../shared/refusal.ts';
import { Mark } from './mark.tsx';
import { RefusalWords } from './refusal-words.tsx';
import './text-field.css';

export interface TextFieldProps {
  readonly label: string;
  /** The label is only said aloud: where the page's title already asks. */
  readonly labelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly refusal?: RefusalCode | undefined;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** 56 high in field type: the address. */
  readonly big?: boolean | undefined;
  /** Dots instead of letters, with a button that shows them. */
  readonly secret?: boolean | undefined;
  readonly mono?: boolean | undefined;
  /** `ltr` for addresses, hosts, codes. */
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly inputMode?: 'text' | 'email' | 'url' | 'numeric' | undefined;
  /** More than 1 makes it a text area. */
  readonly rows?: number | undefined;
  /** Stands in the field, at its end. */
  readonly end?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { t } = useTranslation('window');
  const id = useId();
  const [shown, setShown] = useState(false);
  const refused = props.refusal !== undefined;
  const described = [props.hint === undefined ? '' : `${id}-hint`, refused ? `${id}-refusal` : ''];
  const classes = ['field-box', props.big ? 'field-big' : '', refused ? 'field-refused' : ''];

  const control = {
    id,
    className: `field-input${props.mono ? ' mono' : ''}`,
    value: props.value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => props.onChange(event.target.value),
    onBlur: props.onBlur,
    dir: props.dir,
    placeholder: props.placeholder,
    autoFocus: props.autoFocus,
    autoComplete: props.autoComplete ?? 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    'aria-invalid': refused || undefined,
    'aria-describedby': described.filter((each) => each !== '').join(' ') || undefined,
  };

  return (
    <div className="field">
      <label className={props.labelHidden ? 'unseen' : 'field-label'} htmlFor={id}>
        {props.label}
      </label>
      <div className={classes.join(' ').trim()}>
        {props.rows !== undefined && props.rows > 1 ? (
          <textarea {...control} rows={props.rows} />
        ) : (
          <input {...control} type={props.secret && !shown ? 'password' : 'text'} inputMode={props.inputMode} />
        )}
        {refused ? <Mark state="failed" size={17} /> : null}
        {props.secret ? (
          <button
            type="button"
            className="button button-quiet button-small"
            aria-label={t(shown ? 'field.hide' : 'field.show')}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'buttons.hide' : 'buttons.show')}
          </button>
        ) : null}
        {props.end}
      </div>
      {props.refusal === undefined ? null : (
        <p className="field-refusal" id={`${id}-refusal`} role="alert">
          <RefusalWords refusal={props.refusal} values={props.values} />
        </p>
      )}
      {props.hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
