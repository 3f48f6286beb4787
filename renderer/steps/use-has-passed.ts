// Whether a moment has passed, without asking main: for what appears a little later. One timer, cleared with the page.
import { useEffect, useState } from 'react';

/** True from this instant on (epoch milliseconds). */
export function useHasPassed(instant: number): boolean {
  const [passed, setPassed] = useState(() => Date.now() >= instant);
  useEffect(() => {
    const left = instant - Date.now();
    setPassed(left <= 0);
    if (left <= 0) return;
    const timer = setTimeout(() => setPassed(true), left);
    return () => clearTimeout(timer);
  }, [instant]);
  return passed;
}
