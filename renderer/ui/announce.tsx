// Says a change aloud once, through two live regions that are always in the page. It is never the only way a change is told.
import { useSyncExternalStore } from 'react';

export type Urgency = 'polite' | 'assertive';

interface Said {
  readonly text: string;
  readonly count: number;
}

const silence: Said = { text: '', count: 0 };
const said: Record<Urgency, Said> = { polite: silence, assertive: silence };
const listeners = new Set<() => void>();

/** Assertive only for "Your turn" and "Stopped". The same sentence twice is read twice. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  said[urgency] = { text, count: said[urgency].count + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function Region({ urgency }: { readonly urgency: Urgency }) {
  const { text, count } = useSyncExternalStore(subscribe, () => said[urgency]);
  return (
    <div className="unseen" aria-live={urgency} aria-atomic="true">
      <span key={count}>{text}</span>
    </div>
  );
}

/** Once, at the root. */
export function LiveRegions() {
  return (
    <>
      <Region urgency="polite" />
      <Region urgency="assertive" />
    </>
  );
}
