// The end of one ladder: its deadline or the attempt's signal, whichever is first. Everything a rung waits for waits under it.
import { MailStop } from './mail-failure.ts';

export interface LadderEnd {
  /** Aborts at the end, and not after `close`. */
  readonly signal: AbortSignal;
  readonly cancelled: () => boolean;
  /** The step's own outcome, or `MailStop` with `deadline` or `cancelled` as soon as the end has come. */
  race<T>(step: Promise<T>): Promise<T>;
  /** Lets go of timer and signal. */
  close(): void;
}

/** Calls back once; returns how to cancel. */
export type After = (ms: number, call: () => void) => () => void;

/** Begins to count at once; `ms` milliseconds for the whole ladder. */
export function ladderEnd(ms: number, attempt: AbortSignal, after: After = afterMs): LadderEnd {
  const controller = new AbortController();
  const { signal } = controller;
  let stop = new MailStop({ kind: 'deadline' });

  const onCancel = (): void => {
    stop = new MailStop({ kind: 'cancelled' });
    controller.abort();
  };
  const cancelDeadline = after(ms, () => controller.abort());
  if (attempt.aborted) onCancel();
  else attempt.addEventListener('abort', onCancel, { once: true });

  return {
    signal,
    cancelled: () => attempt.aborted,
    race: (step) =>
      new Promise((resolve, reject) => {
        const onEnd = (): void => reject(stop);
        if (signal.aborted) onEnd();
        else signal.addEventListener('abort', onEnd, { once: true });
        step.then(resolve, reject).finally(() => signal.removeEventListener('abort', onEnd));
      }),
    close: () => {
      cancelDeadline();
      attempt.removeEventListener('abort', onCancel);
    },
  };
}

const afterMs: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
