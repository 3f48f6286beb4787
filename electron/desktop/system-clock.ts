// The wall clock and its timers, for everybody who is handed a clock. Nothing else.
import type { Clock } from '../setup/outside-world.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
