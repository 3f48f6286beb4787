// What the watch remembers of each account, as one small file for each; and what that says of the time to come.
import type { Past } from '../setup/past.ts';

export interface PastParts {
  /** One file for each account, for its owner alone. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export function makePast(_parts: PastParts): Past {
  return { saw: () => undefined, days: () => [], entries: () => [], endings: () => [], forget: () => undefined };
}
