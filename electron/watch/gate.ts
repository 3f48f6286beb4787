// How many connections the watch has at once, over all accounts: whoever wants one waits for a place. Holds no socket itself.

export interface Gate {
  /** Runs `work` when there is a place; at once when `signal` has ended, because work that was ended connects to nobody. */
  pass<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Places taken now. */
  taken(): number;
}

/** `places`: at least one. The first to ask is the first to pass. */
export function makeGate(places: number): Gate {
  const waiting: (() => void)[] = [];
  let taken = 0;

  const leave = (): void => {
    taken -= 1;
    waiting.shift()?.();
  };

  /** True: a place was taken. */
  function enter(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      const giveUp = (): void => {
        const place = waiting.indexOf(takePlace);
        if (place >= 0) waiting.splice(place, 1);
        resolve(false);
      };
      const takePlace = (): void => {
        signal.removeEventListener('abort', giveUp);
        taken += 1;
        resolve(true);
      };
      if (taken < places) return takePlace();
      waiting.push(takePlace);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  return {
    async pass(signal, work) {
      const hasPlace = await enter(signal);
      try {
        return await work();
      } finally {
        if (hasPlace) leave();
      }
    },
    taken: () => taken,
  };
}
