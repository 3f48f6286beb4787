// The clock of the watch: when each account is looked at and renewed. Survives sleep and set clocks by asking the wall clock on
// a short beat instead of trusting long timers. Looks at few accounts at once, never opens a browser.

import type { WatchView } from '../../shared/account-state.ts';
import { isWeather } from '../../shared/is-weather.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Clock, Watching } from '../setup/outside-world.ts';
import { renewBeforeMs } from './renewing.ts';
import { lookEveryMs } from './watching.ts';

const beatMs = 30_000;
const lookDeadlineMs = 90_000;
const atOnce = 2;
/** Weather is looked at again after 1, 2, 4, 8 minutes, then at the usual pace. */
const weatherFirstMs = 60_000;

export interface KeepWatchParts {
  readonly watching: Watching;
  readonly clock: Clock;
  readonly accounts: () => readonly AccountRecord[];
  /** A set-up is changing this account's keys: it is left alone until that is over. */
  readonly isBusy: (id: string) => boolean;
  readonly seen: (id: string, watch: WatchView) => void;
  readonly looking: (id: string, isLooking: boolean) => void;
  readonly logUnexpected: (error: unknown) => void;
}

export interface KeepWatch {
  /** Looks at what is due now; called after waking up and when the list changed. */
  beat(): void;
  /** Looks at this account now, at the person's wish; a look that is under way is the one. False while a set-up has its keys. */
  check(account: AccountRecord): boolean;
  /** The network is back: what weather hid is looked at now. */
  comeBack(): void;
  stop(): void;
}

/** When an account is due next, in epoch milliseconds: the usual pace, sooner in weather, and in time before its token ends. */
export function dueAt(watch: WatchView | undefined, weatherInARow: number): number {
  if (!watch) return 0;
  if (watch.problem && isWeather(watch.problem)) {
    return watch.lastCheckAt + Math.min(lookEveryMs, weatherFirstMs * 2 ** Math.max(0, weatherInARow - 1));
  }
  const usual = watch.lastCheckAt + lookEveryMs;
  // Only a person can mend it: the usual pace is enough to notice that it was mended.
  if (watch.problem || watch.validUntil === undefined) return usual;
  return Math.max(watch.lastCheckAt + weatherFirstMs, Math.min(usual, watch.validUntil - renewBeforeMs));
}

/** Starts the clock. */
export function keepWatch(parts: KeepWatchParts): KeepWatch {
  const { watching, clock, accounts, isBusy, seen, looking, logUnexpected } = parts;
  const underWay = new Map<string, AbortController>();
  const weather = new Map<string, number>();
  /** To be looked at as soon as there is room, because the network came back. */
  const back = new Set<string>();
  /** Looks that ended in a bug say nothing about the account, and must not follow each other at once. */
  const notBefore = new Map<string, number>();
  let stopped = false;
  let cancelBeat = clock.after(beatMs, tick);

  function tick(): void {
    cancelBeat();
    if (stopped) return;
    cancelBeat = clock.after(beatMs, tick);
    const now = clock.now();
    const list = accounts();
    for (const [id, controller] of underWay) if (!list.some((each) => each.id === id)) controller.abort();
    const due = list
      .filter(({ id }) => !underWay.has(id) && !isBusy(id) && now >= (notBefore.get(id) ?? 0))
      // A clock that was set back must not put the next look into the far future.
      .filter(
        ({ id, watch }) =>
          back.has(id) ||
          now >= dueAt(watch, weather.get(id) ?? 0) ||
          (watch !== undefined && now < watch.lastCheckAt - beatMs),
      )
      .slice(0, Math.max(0, atOnce - underWay.size));
    for (const account of due) check(account);
  }

  function check(account: AccountRecord): boolean {
    if (stopped || isBusy(account.id)) return false;
    if (!underWay.has(account.id)) look(account).catch(logUnexpected);
    return true;
  }

  async function look(account: AccountRecord): Promise<void> {
    const { id } = account;
    const controller = new AbortController();
    underWay.set(id, controller);
    back.delete(id);
    looking(id, true);
    const cancelDeadline = clock.after(lookDeadlineMs, () => controller.abort());
    notBefore.set(id, clock.now() + lookEveryMs);
    try {
      const watch = await watching.look(account, controller);
      notBefore.delete(id);
      // A set-up that began meanwhile knows better, and will look itself.
      if (stopped || isBusy(id) || !accounts().some((each) => each.id === id)) return;
      weather.set(id, watch.problem && isWeather(watch.problem) ? (weather.get(id) ?? 0) + 1 : 0);
      seen(id, { ...watch, nextCheckAt: dueAt(watch, weather.get(id) ?? 0) });
    } finally {
      cancelDeadline();
      underWay.delete(id);
      looking(id, false);
      if (!stopped) tick();
    }
  }

  return {
    beat: tick,
    check,
    comeBack: () => {
      for (const { id, watch } of accounts()) if (watch?.problem && isWeather(watch.problem)) back.add(id);
      tick();
    },
    stop: () => {
      stopped = true;
      cancelBeat();
      for (const controller of underWay.values()) controller.abort();
    },
  };
}
