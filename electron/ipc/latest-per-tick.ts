// Many changes within one tick become one message: the latest. Pure but for the clock it is handed.

export interface LatestPerTick<T> {
  put(value: T): void;
  /** Drops what waits; nothing is sent any more. */
  stop(): void;
}

/** `later` runs a function after the present tick, `setImmediate` for example. */
export function makeLatestPerTick<T>(send: (value: T) => void, later: (call: () => void) => unknown): LatestPerTick<T> {
  let waiting: { readonly value: T } | null = null;
  let stopped = false;
  return {
    put: (value) => {
      const scheduled = waiting !== null;
      waiting = { value };
      if (scheduled || stopped) return;
      later(() => {
        const latest = waiting;
        waiting = null;
        if (latest !== null && !stopped) send(latest.value);
      });
    },
    stop: () => {
      stopped = true;
      waiting = null;
    },
  };
}
