// One request of one form: sends it, remembers that it is on its way, and keeps the refusal until the next try.
// Knows nothing of the form's fields but their names.
import { useCallback, useRef, useState } from 'react';
import type { Answer, RequestInput, RequestName } from '../../shared/ipc-contract.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { ask } from './postkey-state.ts';

export interface Refusal {
  readonly refusal: RefusalCode;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Asking<N extends RequestName> {
  /** Sends; a second call while the first is on its way does nothing and gives its answer. */
  readonly run: (input: RequestInput<N>) => Promise<Answer>;
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
  /** The refusal when it belongs to this field; spread it into a TextField. */
  readonly refusalOf: (
    field: string,
  ) => { readonly refusal: RefusalCode; readonly values?: Refusal['values'] } | undefined;
  readonly clear: () => void;
}

/** The refused part of an answer, or undefined when it was accepted. */
export function refusalIn(answer: Answer): Refusal | undefined {
  if (answer.accepted) return undefined;
  const { accepted: _accepted, ...refusal } = answer;
  return refusal;
}

/** Hook for a form: `const address = useAsk('understand.address')`. */
export function useAsk<N extends RequestName>(name: N): Asking<N> {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const underWay = useRef<Promise<Answer> | undefined>(undefined);
  const run = useCallback(
    (input: RequestInput<N>): Promise<Answer> => {
      if (underWay.current !== undefined) return underWay.current;
      setPending(true);
      const answer = ask(name, input)
        .then((given) => {
          setRefusal(refusalIn(given));
          return given;
        })
        .finally(() => {
          underWay.current = undefined;
          setPending(false);
        });
      underWay.current = answer;
      return answer;
    },
    [name],
  );
  const refusalOf = (field: string) => {
    if (refusal === undefined || refusal.field !== field) return undefined;
    return refusal.values === undefined
      ? { refusal: refusal.refusal }
      : { refusal: refusal.refusal, values: refusal.values };
  };
  return { run, pending, refusal, refusalOf, clear: useCallback(() => setRefusal(undefined), []) };
}
