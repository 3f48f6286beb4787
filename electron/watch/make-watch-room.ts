// The watch as a whole, joined from its parts: what renews, what looks, what remembers, and, once started, the clock and whoever tells
// the person. Decides nothing itself.
import type { WatchView } from '../../shared/account-state.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Renewing, Watching } from '../setup/outside-world.ts';
import { type KeepWatch, keepWatch } from './keep-watch.ts';
import { type KeptPast, makePast, type PastParts } from './make-past.ts';
import { needsNetwork } from './needs-network.ts';
import { type NoticeWordsParts, noticeWords } from './notice-words.ts';
import { makeRenewing, type RenewingParts } from './renewing.ts';
import { type ShownNotice, tellPerson } from './tell-person.ts';
import { makeWatching, type WatchingParts } from './watching.ts';

/** A notice in the words of the person's language, which may have to be loaded first. */
export type NoticeInWords = (words: NoticeWordsParts) => { readonly title: string; readonly body: string };

export interface WatchedHouse {
  accounts(): readonly AccountRecord[];
  isBusy(id: string): boolean;
  seen(id: string, watch: WatchView): void;
  setChecking(id: string, isChecking: boolean): void;
  /** Opens the account's own page. */
  showAccount(id: string): void;
}

export interface StartWatchParts {
  readonly house: WatchedHouse;
  /** The person looks at the window now. */
  readonly isWatched: () => boolean;
  readonly show: (notice: NoticeInWords, clicked: () => void) => ShownNotice;
  readonly comeToFront: () => void;
  readonly logUnexpected: (error: unknown) => void;
}

export interface RunningWatch extends Pick<KeepWatch, 'wake' | 'check' | 'stop'> {
  /** The list changed: takes up, lets go, takes back what was told. */
  accountsChanged(): void;
  /** Online until told otherwise. */
  setOnline(isOnline: boolean): void;
}

export interface WatchRoom {
  readonly renewing: Renewing;
  readonly watching: Watching;
  readonly past: KeptPast;
  start(parts: StartWatchParts): RunningWatch;
}

export type WatchRoomParts = RenewingParts &
  Omit<WatchingParts, 'renewing' | 'gate' | 'lastLadders'> &
  Omit<PastParts, 'now'>;

export function makeWatchRoom(parts: WatchRoomParts): WatchRoom {
  const { clock } = parts;
  const renewing = makeRenewing(parts);
  const past = makePast({ ...parts, now: clock.now });
  const watching = makeWatching({ ...parts, renewing, lastLadders: past.ladders });
  return {
    renewing,
    watching,
    past,
    start({ house, isWatched, show, comeToFront, logUnexpected }) {
      let isOnline = true;
      const { accounts, isBusy } = house;
      const teller = tellPerson({
        show: (notice) =>
          show(
            (words) => noticeWords(notice, words),
            () => {
              comeToFront();
              house.showAccount(notice.accountId);
            },
          ),
        past,
        accounts,
        isBusy,
        isWatched,
        now: clock.now,
      });
      const watch = keepWatch({
        watching,
        clock,
        paceMs: parts.paceMs,
        accounts,
        isBusy,
        isOffline: (account) => !isOnline && needsNetwork(account),
        wasOffline: past.wasOffline,
        seen: (id, seen) => {
          house.seen(id, seen);
          teller.update();
        },
        looking: house.setChecking,
        logUnexpected,
      });
      return {
        wake: watch.wake,
        check: watch.check,
        accountsChanged: () => {
          watch.beat();
          teller.update();
        },
        setOnline: (now) => {
          isOnline = now;
          if (now) watch.comeBack();
        },
        stop: () => {
          watch.stop();
          teller.stop();
        },
      };
    },
  };
}
