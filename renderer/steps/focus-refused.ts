// After a form was not taken: the focus goes to the first field that says why, so that nobody has to look for it.
import type { Answer } from '../../shared/ipc-contract.ts';

/** Wraps what a form sends; the answer passes through. */
export async function focusWhenRefused<T extends Answer | undefined>(sending: Promise<T>): Promise<T> {
  const answer = await sending;
  // The refusal is drawn first.
  if (answer?.accepted !== true) {
    setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  return answer;
}
