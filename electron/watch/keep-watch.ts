// The clock of the watch: when each account is looked at and renewed. Survives sleep and set clocks by asking the wall clock on
// a short beat instead of trusting long timers. Looks at few accounts at once, never opens a browser.

import type { WatchView } from '../../shared/account-state.ts';
import { isWeather } from '../../shared/is-weather.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Clock, Watching } from '../setup/outside-world.ts';
import { dueAt, spreadOf } from './due-at.ts';
import { lookEveryMs } from './watching.ts';

const beatMs = 30_000;
const lookDeadlineMs = 90_000;
/** Accounts; how many connections that makes is the gate's business (`mostConnections`). */
const atOnce = 2;
/** A computer that wakes has its network a moment later. */
const wakingMs = 10_000;
/** The beat came so late that the computer must have slept, or its clock was put forward. */
const sleptMs = 4 * beatMs;

export interface KeepWatchParts {
  readonly watching: Watching;
  readonly clock: Clock;
  /** Milliseconds between two looks when all is well; `lookEveryMs` unless given. */
  readonly paceMs?: number | undefined;
  readonly accounts: () => readonly AccountRecord[];
  /** A set-up is changing this account's keys: it is left alone until that is over. */
  readonly isBusy: (id: string) => boolean;
  /** This computer is offline and the account's servers are elsewhere: nothing is tried. */
  readonly isOffline?: (account: AccountRecord) => boolean;
  /** It was time for a look, and this computer was offline. */
  readonly wasOffline?: (account: AccountRecord) => void;
  readonly seen: (id: string, watch: WatchView) => void;
  readonly looking: (id: string, isLooking: boolean) => void;
  readonly logUnexpected: (error: unknown) => void;
}

export interface KeepWatch {
  /** Looks at what is due now; called when the list changed. */
  beat(): void;
  /** The computer has woken: looks at what is due as soon as there may be a network. */
  wake(): void;
  /** Looks at this account now, at the person's wish; a look that is under way is the one. False while a set-up has its keys. */
  check(account: AccountRecord): boolean;
  /** The network is back: what weather hid is looked at now. */
  comeBack(): void;
  stop(): void;
}

/** Starts the clock. */
export function keepWatch(parts: KeepWatchParts): KeepWatch {
  const {
    watching,
    clock,
    paceMs = lookEveryMs,
    accounts,
    isBusy,
    isOffline,
    wasOffline,
    seen,
    looking,
    logUnexpected,
  } = parts;
  const underWay = new Map<string, AbortController>();
  const trouble = new Map<string, { readonly what: string; readonly times: number }>();
  /** To be looked at as soon as there is room, because the network came back. */
  const back = new Set<string>();
  const missed = new Set<string>();
  /** Looks that ended in a bug, or that nobody could make, must not follow each other at once. */
  const notBefore = new Map<string, number>();
  let stopped = false;
  let lastBeatAt = clock.now();
  let holdUntil = 0;
  let cancelBeat = clock.after(beatMs, tick);

  const dueOf = ({ id, watch }: AccountRecord): number =>
    dueAt(watch, trouble.get(id)?.times ?? 0, spreadOf(id), paceMs);
  /** A time far ahead was set by another clock: it was set back since. */
  const isLater = (at: number, now: number, most: number): boolean => at > now && at - now <= most;
  const isDue = (account: AccountRecord, now: number): boolean => {
    const { id, watch } = account;
    if (underWay.has(id) || isBusy(id) || isLater(notBefore.get(id) ?? 0, now, paceMs)) return false;
    // A clock that was set back must not put the next look into the far future.
    return back.has(id) || now >= dueOf(account) || (watch !== undefined && now < watch.lastCheckAt - beatMs);
  };

  function tick(): void {
    cancelBeat();
    if (stopped) return;
    const now = clock.now();
    if (now - lastBeatAt > sleptMs) holdUntil = now + wakingMs;
    lastBeatAt = now;
    const isHeld = isLater(holdUntil, now, wakingMs);
    cancelBeat = clock.after(isHeld ? holdUntil - now : beatMs, tick);
    const list = accounts();
    for (const [id, controller] of underWay) if (!list.some((each) => each.id === id)) controller.abort();
    if (isHeld) return;
    const due = list.filter((account) => isDue(account, now) && isReachable(account, now));
    // Who has waited longest is first, so that nobody is always last.
    const next = due.sort((one, other) => dueOf(one) - dueOf(other)).slice(0, Math.max(0, atOnce - underWay.size));
    for (const account of next) check(account);
  }

  function isReachable(account: AccountRecord, now: number): boolean {
    if (!isOffline?.(account)) return true;
    notBefore.set(account.id, now + paceMs);
    missed.add(account.id);
    wasOffline?.(account);
    return false;
  }

  function check(account: AccountRecord): boolean {
    if (stopped || isBusy(account.id)) return false;
    if (!underWay.has(account.id)) look(account).catch(logUnexpected);
    return true;
  }

  function countTrouble(id: string, { problem }: WatchView): void {
    const what = problem && (isWeather(problem) ? 'weather' : problem.code);
    const before = trouble.get(id);
    if (what === undefined) trouble.delete(id);
    else trouble.set(id, { what, times: before?.what === what ? before.times + 1 : 1 });
  }

  async function look(account: AccountRecord): Promise<void> {
    const { id } = account;
    const controller = new AbortController();
    underWay.set(id, controller);
    back.delete(id);
    missed.delete(id);
    looking(id, true);
    const cancelDeadline = clock.after(lookDeadlineMs, () => controller.abort());
    notBefore.set(id, clock.now() + paceMs);
    try {
      const watch = await watching.look(account, controller);
      notBefore.delete(id);
      // A set-up that began meanwhile knows better, and will look itself.
      if (stopped || isBusy(id) || !accounts().some((each) => each.id === id)) return;
      countTrouble(id, watch);
      seen(id, { ...watch, nextCheckAt: dueOf({ ...account, watch }) });
    } finally {
      cancelDeadline();
      underWay.delete(id);
      looking(id, false);
      if (!stopped) tick();
    }
  }

  return {
    beat: tick,
    wake: () => {
      const now = clock.now();
      lastBeatAt = now;
      holdUntil = now + wakingMs;
      tick();
    },
    check,
    comeBack: () => {
      for (const { id, watch } of accounts()) {
        if (!missed.has(id) && !(watch?.problem && isWeather(watch.problem))) continue;
        back.add(id);
        notBefore.delete(id);
      }
      tick();
    },
    stop: () => {
      stopped = true;
      cancelBeat();
      for (const controller of underWay.values()) controller.abort();
    },
  };
}
