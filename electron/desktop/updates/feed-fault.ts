// What went wrong at the feed, in a word of its own; loads nothing.
import type { UpdateFailure } from '../../../shared/update-state.ts';

/** A failure that has a name for the person. */
export class FeedFault extends Error {
  readonly failure: UpdateFailure;
  constructor(failure: UpdateFailure, options?: ErrorOptions) {
    super(`update feed: ${failure}`, options);
    this.name = 'FeedFault';
    this.failure = failure;
  }
}
