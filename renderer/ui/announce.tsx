// Says a change aloud once, through two live regions that are always in the page. It is never the only way a change is told.
import { useSyncExternalStore } from 'react';

export type Urgency = 'polite' | 'assertive';

interface Said {
  readonly id: number;
  readonly text: string;
}

const keptMs = 8000;
const said: Record<Urgency, readonly Said[]> = { polite: [], assertive: [] };
const listeners = new Set<() => void>();
let count = 0;

function change(urgency: Urgency, sentences: readonly Said[]): void {
  said[urgency] = sentences;
  for (const listener of listeners) listener();
}

/**
 * Assertive only for "Your turn" and "Stopped". Sentences said at the same moment are read one after another, and the same
 * sentence twice is read twice.
 */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  count += 1;
  const id = count;
  change(urgency, [...said[urgency].slice(-9), { id, text }]);
  // Only additions are read; what was read is taken out, so that nobody finds old news in the page.
  setTimeout(() => {
    const left = said[urgency].filter((each) => each.id !== id);
    change(urgency, left);
  }, keptMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function Region({ urgency }: { readonly urgency: Urgency }) {
  const sentences = useSyncExternalStore(subscribe, () => said[urgency]);
  return (
    <div className="unseen" aria-live={urgency} aria-relevant="additions">
      {sentences.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
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
