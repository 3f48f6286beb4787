// The time for drawings that count: ticks only while something is counted. Times of facts come from main; this is only for
// the lines between them.
import { useEffect, useState } from 'react';

/** Epoch milliseconds, renewed every `everyMs` while `counting`. */
export function useNow(everyMs: number, counting: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!counting) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(ticking);
  }, [everyMs, counting]);
  return now;
}
