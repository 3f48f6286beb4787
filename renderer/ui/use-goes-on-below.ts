// Whether a page goes on under its footer: then the footer draws a line, so that nobody takes the cut for the end.
import { type RefObject, useEffect, useState } from 'react';

/** True while the end of the body lies under the footer. `end` is an element at the very end of the body. */
export function useGoesOnBelow(end: RefObject<HTMLElement | null>, foot: RefObject<HTMLElement | null>): boolean {
  const [below, setBelow] = useState(false);
  useEffect(() => {
    if (end.current === null || foot.current === null || typeof IntersectionObserver === 'undefined') return;
    const watcher = new IntersectionObserver(
      ([entry]) => setBelow(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top > 0),
      { root: end.current.closest('main'), rootMargin: `0px 0px -${foot.current.offsetHeight}px 0px` },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [end, foot]);
  return below;
}
