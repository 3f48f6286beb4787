// Slows down wrong logins, and only them: whoever has the right password waits for nobody. One for each door. Keeps no password.
import type { Clock } from '../setup/outside-world.ts';

const firstMs = 500;
const longestMs = 8_000;
/** After so long without a wrong one, the next counts as the first. */
const forgetMs = 60_000;

export interface WrongLogins {
  /** Resolves when the refusal may be sent; at once for the one that waits longest when `most` wait already. */
  slowDown(): Promise<void>;
  /** A right one has come: whoever mistyped before need not wait long the next time. */
  forget(): void;
  stop(): void;
}

export function slowWrongLogins(clock: Clock, most: number): WrongLogins {
  let inARow = 0;
  let lastAt = 0;
  const waiting = new Set<() => void>();
  return {
    slowDown: () =>
      new Promise((resolve) => {
        const now = clock.now();
        inARow = Math.abs(now - lastAt) > forgetMs ? 1 : inARow + 1;
        lastAt = now;
        if (waiting.size >= most) [...waiting][0]?.();
        const ms = Math.min(longestMs, firstMs * 2 ** Math.min(inARow - 1, 10));
        const go = (): void => {
          cancel();
          waiting.delete(go);
          resolve();
        };
        const cancel = clock.after(ms, go);
        waiting.add(go);
      }),
    forget: () => {
      inARow = 0;
    },
    stop: () => {
      for (const go of [...waiting]) go();
    },
  };
}
