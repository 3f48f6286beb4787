// A labelled field. A refusal stands under it, tied to it for screen readers, with a cross at the field's end;
// what was typed always stays.
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { RefusalCode } from '../../shared/ipc-contract.ts';
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
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)} />
      {props.refusal === undefined ? null : (
        <p id={`${id}-refusal`}>
          <Mark state="failed" size={17} />
          <RefusalWords refusal={props.refusal} values={props.values} />
        </p>
      )}
    </div>
  );
}
