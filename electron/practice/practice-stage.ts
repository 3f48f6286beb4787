// What is being played at this moment. The pages and the servers ask it each time, so that a failure can begin and end at
// any moment; it decides nothing itself.
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import type { Play } from './plays/play.ts';
import { plays } from './plays/plays.ts';

export interface PracticeStage {
  playing(): PracticeFailure | null;
  /** What that changes; nothing is in it while all goes well. */
  now(): Play;
  play(failure: PracticeFailure | null): void;
  /** Notes an access token that came from a renewal, by its id. */
  noteRenewed(tokenId: string): void;
  /** Whether it came from a renewal after the failure now played began: the only ones good while `until-renewed` is played. */
  renewedSince(tokenId: string): boolean;
}

const mostNoted = 500;
const allIsWell: Play = {};

export function makeStage(): PracticeStage {
  let failure: PracticeFailure | null = null;
  const renewed = new Set<string>();
  return {
    playing: () => failure,
    now: () => (failure === null ? allIsWell : plays[failure]),
    play(next) {
      failure = next;
      renewed.clear();
    },
    noteRenewed(tokenId) {
      const [oldest] = renewed;
      if (renewed.size >= mostNoted && oldest !== undefined) renewed.delete(oldest);
      renewed.add(tokenId);
    },
    renewedSince: (tokenId) => renewed.has(tokenId),
  };
}
