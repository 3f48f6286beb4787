// What the watch remembers of each account, as one small file for each; and what that says of the time to come. Answers from
// memory, so that a snapshot costs nothing; a disk that refuses costs the watch nothing.
import type { WatchView } from '../../shared/account-state.ts';
import type { HistoryDay } from '../../shared/history.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { type ProblemCode, problemOf, problems } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Past } from '../setup/past.ts';
import { endingsOf } from './endings-of.ts';
import { daysOf } from './history-days.ts';
import { withLook } from './history-entries.ts';
import { isSpanEnd, type SignInSpan } from './organisation-rule.ts';
import { makePastFile, type PastFile } from './past-file.ts';
import type { PastRecord, RenewalFacts } from './past-record.ts';

export interface PastParts {
  /** One file for each account, for its owner alone. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The disk refused; what was to be written goes with the next look. */
  readonly failed?: (error: unknown) => void;
}

export interface KeptPast extends Past {
  /** Nobody looked, because this computer was offline when it was time. */
  wasOffline(account: AccountRecord): void;
  /** What the person was told of and must not hear again, by keys of the teller's own. */
  told(accountId: string): readonly string[];
  keepTold(accountId: string, keys: readonly string[]): void;
  /** Resolves when all is on the disk. */
  settled(): Promise<void>;
}

interface Held {
  readonly file: PastFile;
  past: PastRecord;
  days: readonly HistoryDay[] | null;
}

const mostSpans = 10;
const mostTold = 40;

export function makePast({ folder, now, failed = () => undefined }: PastParts): KeptPast {
  const held = new Map<string, Held>();
  const leaving = new Set<PastFile>();
  /** Ids are never used again: what is still said of one comes too late. */
  const gone = new Set<string>();

  const hold = (id: string): Held => {
    const known = held.get(id);
    if (known) return known;
    const file = makePastFile({ folder, id, now, failed });
    const first: Held = { file, past: file.read(), days: null };
    held.set(id, first);
    return first;
  };
  const keep = (id: string, change: Partial<PastRecord>): void => {
    if (gone.has(id)) return;
    const one = hold(id);
    one.past = { ...one.past, ...change };
    one.days = null;
    one.file.write(one.past);
  };
  const look = (id: string, watch: WatchView): Partial<PastRecord> => {
    const { entries, ahead } = withLook(hold(id).past, watch);
    return { entries, ahead };
  };

  return {
    saw(account, watch) {
      const { facts, spans } = hold(account.id).past;
      keep(account.id, {
        ...look(account.id, watch),
        ladders: watch.ladders ?? [],
        facts: factsOf(watch) ?? facts,
        spans: withSpan(spans, account, watch, facts),
      });
    },
    wasOffline(account) {
      const at = now();
      keep(
        account.id,
        look(account.id, { lastCheckAt: at, nextCheckAt: at, services: {}, problem: problemOf('offline') }),
      );
    },
    days(accountId) {
      const one = hold(accountId);
      one.days ??= daysOf(one.past.entries);
      return one.days;
    },
    entries: (accountId) => hold(accountId).past.entries,
    ladders: (accountId) => hold(accountId).past.ladders,
    endings(account) {
      const { facts, spans } = hold(account.id).past;
      return endingsOf(account, { facts, spans, over: endOfSignIn(account.watch) }, now());
    },
    async forget(accountId) {
      gone.add(accountId);
      const { file } = hold(accountId);
      held.delete(accountId);
      leaving.add(file);
      file.remove();
      await file.settled();
      leaving.delete(file);
    },
    traces: (accountId) => hold(accountId).file.names(),
    told: (accountId) => hold(accountId).past.told,
    keepTold: (accountId, keys) => keep(accountId, { told: keys.slice(-mostTold) }),
    settled: async () => {
      await Promise.all([...[...held.values()].map(({ file }) => file), ...leaving].map((file) => file.settled()));
    },
  };
}

/** Null: the look got no key to see it from. */
function factsOf({ renewedAt, renewalEndsAt }: WatchView): RenewalFacts | null {
  if (renewedAt === undefined) return null;
  return renewalEndsAt === undefined ? { renewedAt } : { renewedAt, renewalEndsAt };
}

/** Each sign-in ends once. */
function withSpan(
  spans: readonly SignInSpan[],
  { signIn }: AccountRecord,
  { problem, lastCheckAt }: WatchView,
  { renewedAt }: RenewalFacts,
): readonly SignInSpan[] {
  if (!problem || !isSpanEnd(problem.code) || !signIn || lastCheckAt <= signIn.at) return spans;
  if (spans.some(({ from }) => from === signIn.at)) return spans;
  const goodUntil = Math.min(lastCheckAt, Math.max(signIn.at, renewedAt ?? 0));
  const span = { from: signIn.at, goodUntil, until: lastCheckAt, cause: problem.code };
  return [...spans, span].slice(-mostSpans);
}

/** No server was asked, because there is no key any more: the sign-in is over. */
function endOfSignIn(watch: WatchView | undefined): ProblemCode | undefined {
  const problem = watch?.problem;
  if (!problem || isWeather(problem) || Object.keys(watch.services).length > 0) return undefined;
  return problems[problem.code].next === 'sign-in-again' ? problem.code : undefined;
}
