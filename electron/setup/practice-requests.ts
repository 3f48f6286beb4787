// Requests of practice: playing a failure from now on, or from the first step of a new practice set-up.
import { accepted } from '../../shared/ipc-contract.ts';
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import type { Handlers, Postkey } from './postkey.ts';

/** `startAnew` begins practice at its first step with this failure. */
export function practiceHandlers(
  postkey: Postkey,
  startAnew: (failure: PracticeFailure) => ReturnType<Handlers['practice.playAnew']>,
): Pick<Handlers, 'practice.play' | 'practice.playAnew'> {
  return {
    'practice.play': ({ failure }) => {
      postkey.parts.world.practice.play(failure);
      postkey.changed();
      // The watch shows it at once, and as soon that it is over.
      for (const account of postkey.accounts()) if (account.practice) postkey.parts.check(account);
      return accepted;
    },
    'practice.playAnew': ({ failure }) => startAnew(failure),
  };
}
