// One look at a page or file on the network, as the adapters are handed it: no cookies, no redirect followed, bounded.
export interface GotOnce {
  readonly status: number;
  /** Where a redirect leads, absolute; null when it is none. */
  readonly location: string | null;
  /** Unpacked, at most `maxBytes`. */
  readonly body: Uint8Array;
  readonly isWhole: boolean;
}

/**
 * One GET: no cookies, no redirect followed, no more than `maxBytes` read. Rejects when there was no answer (Chromium's or Node's
 * error) and when `signal` ends first.
 */
export type GetOnce = (
  url: string,
  wish: {
    readonly signal: AbortSignal;
    readonly maxBytes: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
) => Promise<GotOnce>;
