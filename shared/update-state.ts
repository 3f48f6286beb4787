// Updates as the window is shown them. Versions and what the makers write about them come from outside and are shown as plain text.
import * as z from 'zod/mini';

/** Why nothing was changed. Each has its words in `updates.json`. */
export const updateFailures = [
  'not-reached',
  'unreadable',
  'signature-wrong',
  'download-broken',
  'not-saved',
  'unexpected',
] as const;
export type UpdateFailure = (typeof updateFailures)[number];

/**
 * `organisation`: its policy says no. `system`: a package of the system's, which the system renews. `build`: this Postkey was built
 * without a place to look at, or runs out of its sources.
 */
export type UpdatesOffBy = 'organisation' | 'system' | 'build';

export interface FoundUpdate {
  readonly version: string;
  /** What the makers say has changed; plain text, may be empty. */
  readonly notes: string;
}

export type UpdateView =
  | { readonly state: 'off'; readonly by: UpdatesOffBy }
  /** `lookedAt`: when nothing newer was found, epoch milliseconds. */
  | { readonly state: 'idle'; readonly daily: boolean; readonly lookedAt?: number }
  | { readonly state: 'looking'; readonly daily: boolean }
  | ({ readonly state: 'found'; readonly daily: boolean } & FoundUpdate)
  | ({ readonly state: 'fetching'; readonly daily: boolean; readonly percent: number } & FoundUpdate)
  /** Verified; takes its place when Postkey ends. */
  | ({ readonly state: 'ready'; readonly daily: boolean } & FoundUpdate)
  | { readonly state: 'failed'; readonly daily: boolean; readonly failure: UpdateFailure; readonly version?: string };

export const updateRequests = {
  'update.look': z.strictObject({}),
  /** Fetches what was found: the person agrees by this. */
  'update.fetch': z.strictObject({}),
  'update.cancel': z.strictObject({}),
  /** Ends Postkey, puts the new one in its place, and starts it. */
  'update.restart': z.strictObject({}),
  'update.daily': z.strictObject({ on: z.boolean() }),
} as const;
