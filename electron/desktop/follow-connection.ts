// Tells when the computer goes offline or comes back. Electron has no event for it in main, so it asks on a short beat.
import { net } from 'electron';
import type { Clock } from '../setup/outside-world.ts';

const beatMs = 4_000;

/** Calls at once and at every change; returns how to stop. */
export function followConnection(clock: Clock, changed: (isOnline: boolean) => void): () => void {
  let before: boolean | null = null;
  let cancel = (): void => undefined;
  const look = (): void => {
    const now = net.isOnline();
    if (now !== before) {
      before = now;
      changed(now);
    }
    cancel = clock.after(beatMs, look);
  };
  look();
  return () => cancel();
}
