// Ends a wait whose work knows no signal, such as a key store that asks the person something: the try's end is the wait's end too.
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { Attempt, Outcome } from './outside-world.ts';

/** The work's outcome, or `late` as the problem once the attempt has ended; the work itself may go on and is not heard any more. */
export async function withinAttempt<T>(
  attempt: Attempt,
  work: Promise<Outcome<T>>,
  late: ProblemCode,
): Promise<Outcome<T>> {
  let stopListening = (): void => undefined;
  const ended = new Promise<Outcome<T>>((resolve) => {
    const end = (): void => resolve({ ok: false, problem: problemOf(late) });
    if (attempt.signal.aborted) end();
    attempt.signal.addEventListener('abort', end);
    stopListening = () => attempt.signal.removeEventListener('abort', end);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    stopListening();
  }
}
