// The three buttons: primary (one per page), secondary, quiet. A button that runs a request shows the refusal beside it,
// and while it is on its way a second press does nothing. A button is never disabled: it answers.
import type { ReactElement, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import type { Refusal } from '../setup/use-ask.ts';
import { refusalIn } from '../setup/use-ask.ts';
import './buttons.css';
import { isAnswer, useFormState } from './form.tsx';
import { Mark } from './mark.tsx';
import { RefusalWords } from './refusal-words.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** A lucide icon; drawn at 18, before the words. */
  readonly icon?: ReactElement | undefined;
  /** As `icon`, after the words. */
  readonly iconAfter?: ReactElement | undefined;
  readonly size?: 'medium' | 'small' | undefined;
  /** May run a request: return its answer and a refusal is shown under the button. */
  readonly onPress?: (() => unknown) | undefined;
  /** Sends the form it stands in (`Form`, or a StepPage with `onSubmit`); shows the form's refusal. */
  readonly submit?: boolean | undefined;
  /** Fills its column. */
  readonly wide?: boolean | undefined;
  /** The name said aloud where the words alone do not say it all; must begin with the words. */
  readonly label?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
}

type Kind = 'primary' | 'secondary' | 'quiet';

/** For a button whose weight changes while it has the focus; else one of the three below. */
export function KindButton({ kind, ...props }: ButtonProps & { readonly kind: Kind }) {
  const form = useFormState();
  const [ownPending, setPending] = useState(false);
  const [ownRefusal, setRefusal] = useState<Refusal | undefined>();
  const busy = useRef(false);
  const pending = props.submit ? form.pending : ownPending;
  const refusal = props.submit ? form.refusal : ownRefusal;
  const refusalId = useId();

  const press = async (): Promise<void> => {
    if (busy.current || props.onPress === undefined) return;
    busy.current = true;
    setPending(true);
    try {
      const answer = await props.onPress();
      setRefusal(isAnswer(answer) ? refusalIn(answer) : undefined);
    } finally {
      busy.current = false;
      setPending(false);
    }
  };

  return (
    <span className={props.wide ? 'button-place button-place-wide' : 'button-place'}>
      <button
        type={props.submit ? 'submit' : 'button'}
        className={`button button-${kind} button-${props.size ?? 'medium'}`}
        onClick={() => void press()}
        aria-busy={pending || undefined}
        aria-label={props.label}
        aria-expanded={props.expanded}
        aria-controls={props.controls}
        aria-describedby={refusal === undefined ? undefined : refusalId}
      >
        {props.icon}
        <span className="button-words">{props.children}</span>
        {props.iconAfter}
      </button>
      {refusal === undefined ? null : (
        <span className="button-refusal" id={refusalId} role="alert">
          <Mark state="failed" size={17} />
          <span>
            <RefusalWords refusal={refusal.refusal} values={refusal.values} />
          </span>
        </span>
      )}
    </span>
  );
}

/** Solid. One on a page. */
export function PrimaryButton(props: ButtonProps) {
  return <KindButton kind="primary" {...props} />;
}

/** Outlined. */
export function SecondaryButton(props: ButtonProps) {
  return <KindButton kind="secondary" {...props} />;
}

/** Words only, in link colour. */
export function QuietButton(props: ButtonProps) {
  return <KindButton kind="quiet" {...props} />;
}
