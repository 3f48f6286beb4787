// When Postkey looks for a newer one of itself, what it then says, and what the person decides. Knows no feed, no file and no Electron.
// Nothing is fetched that the person has not agreed to, and nothing is changed before it was verified whole.
import { type Answer, accepted, type RequestInput, type RequestName } from '../../shared/ipc-contract.ts';
import type { FoundUpdate, UpdateFailure, UpdatesOffBy, UpdateView } from '../../shared/update-state.ts';
import type { Attempt, Clock } from './outside-world.ts';

export type UpdateOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: UpdateFailure };

export interface Updater {
  /** Null: there is none newer than this one. What is said of a newer one is signed by its makers. */
  look(attempt: Attempt): Promise<UpdateOutcome<FoundUpdate | null>>;
  /** Fetches and verifies what `look` found last; it is put in place when Postkey ends. `report`: percent. */
  fetch(report: (percent: number) => void, attempt: Attempt): Promise<UpdateOutcome<void>>;
  /** Ends Postkey, puts what was fetched in place and starts it. */
  restart(): void;
}

export interface UpdatesParts {
  readonly source: { readonly off: UpdatesOffBy } | { readonly updater: Updater };
  readonly clock: Clock;
  /** The person's wish, remembered. */
  readonly daily: () => boolean;
  readonly keepDaily: (on: boolean) => void;
  readonly changed: () => void;
  /** A newer version was found while nobody asked. */
  readonly tell: (version: string) => void;
}

export type UpdateHandlers = {
  readonly [N in Extract<RequestName, `update.${string}`>]: (input: RequestInput<N>) => Answer;
};

export interface Updates {
  view(): UpdateView;
  readonly handlers: UpdateHandlers;
  /** Looks after a while, and then daily, as long as the person wishes. */
  start(): void;
  stop(): void;
}

const lookDeadlineMs = 30_000;
/** A large file over a slow line. */
const fetchDeadlineMs = 30 * 60_000;
const firstLookMs = 60_000;
const dayMs = 24 * 3_600_000;
/** Short, because a clock does not run while the computer sleeps. */
const beatMs = 30 * 60_000;

type Without<T> = T extends unknown ? Omit<T, 'daily'> : never;
type Now = Without<Exclude<UpdateView, { state: 'off' }>>;

const notNow: Answer = { accepted: false, refusal: 'not-now' };

export function makeUpdates({ source, clock, daily, keepDaily, changed, tell }: UpdatesParts): Updates {
  let now: Now = { state: 'idle' };
  let lookedAt: number | null = null;
  let cancelBeat = (): void => undefined;
  let ending: AbortController | null = null;
  /** By the person, not by a deadline. */
  let isCancelled = false;

  const show = (next: Now): void => {
    now = next;
    changed();
  };

  async function within<T>(ms: number, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    ending = controller;
    const cancel = clock.after(ms, () => controller.abort());
    try {
      return await work({ signal: controller.signal });
    } finally {
      cancel();
      if (ending === controller) ending = null;
    }
  }

  /** `quiet`: nobody asked, so weather is not worth a word. */
  async function look(updater: Updater, quiet: boolean): Promise<void> {
    const before = now;
    show({ state: 'looking' });
    const outcome = await within(lookDeadlineMs, (attempt) => updater.look(attempt));
    lookedAt = clock.now();
    if (!outcome.ok) {
      show(quiet && outcome.failure === 'not-reached' ? before : { state: 'failed', failure: outcome.failure });
    } else {
      show(outcome.value ? { state: 'found', ...outcome.value } : { state: 'idle', lookedAt });
      if (quiet && outcome.value) tell(outcome.value.version);
    }
  }

  async function fetch(updater: Updater, found: FoundUpdate): Promise<void> {
    const { version, notes } = found;
    isCancelled = false;
    show({ state: 'fetching', version, notes, percent: 0 });
    const outcome = await within(fetchDeadlineMs, (attempt) =>
      updater.fetch((percent) => {
        if (now.state === 'fetching' && percent > now.percent) show({ ...now, percent });
      }, attempt),
    );
    if (outcome.ok) show({ state: 'ready', version, notes });
    else
      show(isCancelled ? { state: 'found', version, notes } : { state: 'failed', failure: outcome.failure, version });
  }

  const isBusy = (): boolean => ['looking', 'fetching', 'ready'].includes(now.state);

  const withUpdater = (act: (updater: Updater) => Answer): (() => Answer) => {
    return () => ('updater' in source ? act(source.updater) : notNow);
  };

  const beat = (): void => {
    if (!('updater' in source)) return;
    const isDue = lookedAt === null || Math.abs(clock.now() - lookedAt) >= dayMs;
    if (daily() && isDue && !isBusy() && now.state !== 'found') void look(source.updater, true);
    cancelBeat = clock.after(beatMs, beat);
  };

  return {
    view: () => ('updater' in source ? { ...now, daily: daily() } : { state: 'off', by: source.off }),
    handlers: {
      'update.look': withUpdater((updater) => {
        if (isBusy()) return notNow;
        void look(updater, false);
        return accepted;
      }),
      'update.fetch': withUpdater((updater) => {
        if (now.state !== 'found') return notNow;
        void fetch(updater, now);
        return accepted;
      }),
      'update.cancel': withUpdater(() => {
        isCancelled = true;
        ending?.abort();
        return accepted;
      }),
      'update.restart': withUpdater((updater) => {
        if (now.state !== 'ready') return notNow;
        updater.restart();
        return accepted;
      }),
      'update.daily': ({ on }: RequestInput<'update.daily'>) => {
        if (!('updater' in source)) return notNow;
        keepDaily(on);
        changed();
        return accepted;
      },
    },
    start: () => {
      if ('updater' in source) cancelBeat = clock.after(firstLookMs, beat);
    },
    stop: () => {
      cancelBeat();
      ending?.abort();
    },
  };
}
