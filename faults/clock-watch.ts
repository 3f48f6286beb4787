// Clocks that are set while accounts are watched: looks are neither forgotten nor made without end, and the past is not lost.
import type { AccountRecord } from '../electron/setup/memory.ts';
import { endingsOf } from '../electron/watch/endings-of.ts';
import { keepWatch } from '../electron/watch/keep-watch.ts';
import { makePast } from '../electron/watch/make-past.ts';
import {
  accountOf,
  day,
  hour,
  lookAt,
  minute,
  type StoodClock,
  standingClock,
  start,
} from '../electron/watch/watched.test-part.ts';
import type { Fault } from './fault.ts';
import { inFolder } from './trial-disk.ts';
import { ended, verdictFault } from './verdict-fault.ts';

/** Looks in the minutes after the clock was set, when all was well before. */
const watched = (id: string, injected: string, verdict: string, set: (clock: StoodClock) => void): Fault =>
  verdictFault('clock', `watch-${id}`, injected, verdict, async () => {
    const clock = standingClock();
    let looks = 0;
    let account: AccountRecord = accountOf();
    const watch = keepWatch({
      watching: {
        look: async () => {
          looks += 1;
          return lookAt(clock.now());
        },
      },
      clock,
      accounts: () => [account],
      isBusy: () => false,
      seen: (_id, watch) => {
        account = { ...account, watch };
      },
      looking: () => undefined,
      logUnexpected: (error) => {
        throw error;
      },
    });
    try {
      await clock.pass(20 * minute);
      const before = looks;
      set(clock);
      await clock.pass(2 * minute);
      const soon = looks - before;
      await clock.pass(60 * minute);
      return ended(`${soon} at once, ${looks - before - soon} in the next hour`);
    } finally {
      watch.stop();
    }
  });

/** Ten days of looks are in the past; then the clock says `at` for one look, and afterwards the right time again. */
const lived = (id: string, injected: string, verdict: string, at: number): Fault =>
  verdictFault('clock', `past-${id}`, injected, verdict, () =>
    inFolder(async (folder) => {
      const past = makePast({ folder, now: () => start });
      const account = accountOf();
      for (let ago = 240; ago >= 1; ago -= 1)
        past.saw(account, lookAt(start - ago * hour, ago > 120 ? 'imap-off' : undefined));
      const daysOf = () => past.days('a').length;
      const before = daysOf();
      past.saw(account, lookAt(at));
      past.saw(account, lookAt(start));
      await past.settled();
      const later = makePast({ folder, now: () => start }).days('a').length;
      return ended(`${before - later} of ${before} days are lost`, past.entries('a').length);
    }),
  );

const forecast = (id: string, injected: string, verdict: string, now: number): Fault =>
  verdictFault('clock', `forecast-${id}`, injected, verdict, async () => {
    const endings = endingsOf(
      accountOf({ signIn: { at: start, scopes: [] } } as never),
      { facts: { renewedAt: start, renewalEndsAt: start + 90 * day }, spans: [] },
      now,
    );
    const isOdd = endings.some(({ at }) => at !== undefined && !Number.isFinite(at));
    return ended(isOdd ? 'a time that is none' : 'dates, all of them', endings);
  });

export const watchClockFaults: readonly Fault[] = [
  watched(
    'ahead',
    'the clock is put forward by a day while accounts are watched',
    '1 at once, 3 in the next hour',
    (clock) => clock.set(clock.now() + day),
  ),
  watched(
    'back',
    'the clock is put back by a day while accounts are watched',
    '1 at once, 3 in the next hour',
    (clock) => clock.set(clock.now() - day),
  ),
  watched('to-1970', 'the clock says 1970 while accounts are watched', '1 at once, 3 in the next hour', (clock) =>
    clock.set(0),
  ),
  lived('of-1970', 'one look at a computer that thinks it is 1970', '0 of 11 days are lost', 0),
  lived('a-day-back', 'one look with the clock a day behind', '0 of 11 days are lost', start - day),
  lived('a-day-ahead', 'one look with the clock a day ahead', '0 of 11 days are lost', start + day),
  lived('years-ahead', 'one look with the clock three years ahead', '0 of 11 days are lost', start + 3 * 365 * day),
  lived('of-2999', 'one look at a computer that thinks it is 2999', '0 of 11 days are lost', Date.UTC(2999, 0, 1)),
  forecast('of-1970', 'what will end the sign-in, asked in 1970', 'dates, all of them', 0),
  forecast('of-2999', 'what will end the sign-in, asked in 2999', 'dates, all of them', Date.UTC(2999, 0, 1)),
];
