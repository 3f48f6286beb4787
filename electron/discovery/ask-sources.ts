// Asks all sources at the same time and decides when enough is known: at the latest after the deadline, earlier when nothing that is
// still out could beat what is there. Reports every verdict as it comes.
import { type LookUpSource, lookUpSources, type SourceView } from '../../shared/look-up.ts';
import type { LookUpReport } from '../setup/looking-up.ts';
import type { Clock } from '../setup/outside-world.ts';
import { trustOf } from './rank.ts';
import { isWorkAtMicrosoft } from './sources/ask-microsoft.ts';
import type { Verdict } from './sources/look-up-context.ts';

export interface SourceToAsk {
  readonly source: LookUpSource;
  /** The host that is asked, for people. */
  readonly asked: string;
  /** Rejects never. */
  readonly ask: () => Promise<Verdict>;
}

/** Milliseconds; the set-up's own deadline is six seconds. */
const deadlineMs = 5_500;
/** How long a safe find waits for those that would be trusted more: this, or twice as long again as it took itself. */
const patienceMs = 1_500;

const tooLate: Verdict = { state: 'failed', fault: 'timeout' };

export type Verdicts = ReadonlyMap<LookUpSource, Verdict>;

export interface Asking {
  readonly clock: Clock;
  readonly report: LookUpReport;
  /** Its end is the end of the waiting. */
  readonly signal: AbortSignal;
}

/** Those that were not needed any more are absent. */
export async function askSources(
  sources: readonly SourceToAsk[],
  { clock, report, signal }: Asking,
): Promise<Verdicts> {
  const startedAt = clock.now();
  const verdicts = new Map<LookUpSource, Verdict>();
  const out = new Map(sources.map((each) => [each.source, each]));
  const view = ({ source, asked }: SourceToAsk): SourceView => ({ source, state: 'asking', sent: 'domain', asked });
  for (const each of sources) report.source(view(each));

  let isOver = signal.aborted;
  let patience: (() => void) | null = null;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const look = (): void => {
    const best = bestOf(verdicts);
    if (![...out.keys()].some((source) => isAwaited(source, verdicts))) end();
    else if (best !== null && !best.verdict.found?.unsure)
      patience ??= clock.after(Math.max(patienceMs, 2 * (clock.now() - startedAt)), end);
  };
  const stopDeadline = clock.after(deadlineMs, end);
  signal.addEventListener('abort', end);
  if (isOver) end();
  for (const each of sources) {
    void each.ask().then((verdict) => {
      if (isOver) return;
      out.delete(each.source);
      verdicts.set(each.source, verdict);
      report.source({ ...view(each), ...said(verdict), ms: clock.now() - startedAt });
      look();
    });
  }
  await ended;

  isOver = true;
  stopDeadline();
  (patience as (() => void) | null)?.();
  signal.removeEventListener('abort', end);
  for (const late of [...out.values()].filter(({ source }) => isAwaited(source, verdicts))) {
    verdicts.set(late.source, tooLate);
    out.delete(late.source);
    report.source({ ...view(late), ...said(tooLate) });
  }
  for (const unneeded of out.values()) report.source({ ...view(unneeded), state: 'not-asked' });
  return verdicts;
}

function said({ state, fault, names, found }: Verdict): Pick<SourceView, 'state' | 'fault' | 'provider'> {
  const provider = found?.is.name ?? names;
  return { state, ...(fault ? { fault } : {}), ...(provider ? { provider } : {}) };
}

function bestOf(verdicts: Verdicts): { readonly source: LookUpSource; readonly verdict: Verdict } | null {
  for (const source of lookUpSources) {
    const verdict = verdicts.get(source);
    if (verdict?.found) return { source, verdict };
  }
  return null;
}

/** Whether this source could still change the best answer: by being trusted more, or by knowing whose directory it is. */
function isAwaited(source: LookUpSource, verdicts: Verdicts): boolean {
  const best = bestOf(verdicts);
  if (best === null || trustOf(source) < trustOf(best.source)) return true;
  const is = best.verdict.found?.is;
  return source === 'microsoft' && is !== undefined && isWorkAtMicrosoft(is);
}
