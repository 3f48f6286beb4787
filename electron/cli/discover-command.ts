// `postkey discover ADDRESS [--json]`: what step 1 finds, without a window. Looks up, says it, remembers nothing.
import { readAddress } from '../../shared/account-draft.ts';
import type { SourceView } from '../../shared/look-up.ts';
import type { Preset } from '../../shared/preset.ts';
import { type Problem, problemStamp } from '../../shared/problem.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { forecastApproval } from '../setup/forecast-approval.ts';
import type { Discovery, FoundProvider } from '../setup/looking-up.ts';
import type { Clock } from '../setup/outside-world.ts';
import { wayFor } from '../setup/place-provider.ts';
import { answerAsJson, answerAsText, type LookedUp, type Say } from './discover-answer.ts';

const deadlineMs = 7_000;

export interface DiscoverParts {
  readonly discovery: Discovery;
  readonly preset: Preset | null;
  readonly clock: Clock;
  readonly say: Say;
  /** The words of a refusal, as at the window's own field. */
  readonly sayRefusal: (code: RefusalCode) => string;
  /** Whole lines to standard output and standard error. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code: 0 found, 1 nothing found or a problem, 2 not an address. */
export async function discoverCommand(
  wish: { readonly address: string; readonly json: boolean },
  { discovery, preset, clock, say, sayRefusal, out, err }: DiscoverParts,
): Promise<0 | 1 | 2> {
  const read = readAddress(wish.address);
  if (!read.ok) {
    err(`${sayRefusal(read.refusal)}\n`);
    return 2;
  }
  const sources = new Map<SourceView['source'], SourceView>();
  const attempt = new AbortController();
  const stop = clock.after(deadlineMs, () => attempt.abort());
  const found = await discovery
    .lookUp(read.value.text, preset, { source: (verdict) => sources.set(verdict.source, verdict) }, attempt)
    .finally(stop);
  const lookedUp: LookedUp = {
    address: read.value.text,
    domain: read.value.domain,
    found: found.ok
      ? found.value.map((each): FoundProvider => ({ ...each, forecast: forecastApproval(each, wayFor(each)) }))
      : [],
    sources: [...sources.values()],
    problem: found.ok ? null : told(found.problem),
  };
  out(wish.json ? answerAsJson(lookedUp) : answerAsText(lookedUp, say));
  return lookedUp.found.length > 0 ? 0 : 1;
}

function told(problem: Problem): LookedUp['problem'] {
  return { code: problem.code, stamp: problemStamp('understand', problem), facts: problem.facts };
}
