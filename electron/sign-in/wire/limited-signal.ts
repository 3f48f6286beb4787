// One signal out of two ends: the attempt's, and a deadline of its own. AbortSignal.any is absent in the oldest Electron.

export interface LimitedSignal {
  readonly signal: AbortSignal;
  /** Rejects at either end; never resolves. For what does not heed a signal. */
  readonly ended: Promise<never>;
  /** Which end came; null while neither did. */
  why(): 'ended' | 'deadline' | null;
  /** Frees timer and listener; must be called. */
  release(): void;
}

/** Ends with `outer`, or after `ms` milliseconds. */
export function limitedSignal(outer: AbortSignal, ms: number): LimitedSignal {
  const controller = new AbortController();
  let why: 'ended' | 'deadline' | null = null;
  const ended = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  ended.catch(() => undefined);
  const end = (reason: 'ended' | 'deadline') => {
    why ??= reason;
    controller.abort();
  };
  const onOuterEnd = () => end('ended');
  const timer = setTimeout(() => end('deadline'), ms);
  if (outer.aborted) onOuterEnd();
  else outer.addEventListener('abort', onOuterEnd, { once: true });
  return {
    signal: controller.signal,
    ended,
    why: () => why,
    release: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', onOuterEnd);
    },
  };
}

/** Waits; rejects at once with an AbortError when the signal ends first. */
export function waitOrEnd(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onEnd = () => {
      clearTimeout(timer);
      reject(new DOMException('the attempt ended', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onEnd);
      resolve();
    }, ms);
    if (signal.aborted) onEnd();
    else signal.addEventListener('abort', onEnd, { once: true });
  });
}
