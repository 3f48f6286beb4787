// A form: Enter and its submit button run the same thing once. A refusal that belongs to no field is shown at the submit button;
// one that belongs to a field is the page's to hand to its TextField.
import type { FormEvent, ReactNode } from 'react';
import { createContext, useContext, useRef, useState } from 'react';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { Refusal } from '../setup/use-ask.ts';
import { refusalIn } from '../setup/use-ask.ts';

interface FormState {
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
}

const FormContext = createContext<FormState>({ pending: false, refusal: undefined });

/** For submit buttons: is the form on its way, and why was it refused. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

/** Whether a value is an answer to a request. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'accepted' in value;
}

export interface FormProps {
  /** Return the request's answer; nothing when there was nothing to send. */
  readonly onSubmit: () => unknown;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Form({ onSubmit, className, children }: FormProps) {
  const [state, setState] = useState<FormState>({ pending: false, refusal: undefined });
  const busy = useRef(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    setState({ pending: true, refusal: undefined });
    let refusal: Refusal | undefined;
    try {
      const answer = await onSubmit();
      if (isAnswer(answer)) refusal = refusalIn(answer);
    } finally {
      busy.current = false;
      setState({ pending: false, refusal: refusal?.field === undefined ? refusal : undefined });
    }
  };

  return (
    <FormContext.Provider value={state}>
      <form className={className} onSubmit={(event) => void submit(event)} noValidate>
        {children}
      </form>
    </FormContext.Provider>
  );
}
