// Faults after which there is nothing for anybody to do: they end in a verdict.
import type { Ended, Fault, FaultGroup } from './fault.ts';

/** Local work that waits for nobody: it is over within this. */
const localMs = 5_000;

/** Where only a verdict is due: nothing that a person wants to do is kept from them. */
export const verdictFault = (
  group: FaultGroup,
  id: string,
  injected: string,
  verdict: string,
  run: (signal: AbortSignal) => Promise<Ended>,
): Fault => ({
  id: `${group}-${id}`,
  group,
  injected,
  deadlineMs: localMs,
  causes: [],
  actor: 'nobody',
  verdict,
  run,
});

export const ended = (verdict: string, said: unknown = verdict): Ended => ({
  causes: [],
  verdict,
  said: JSON.stringify(said),
});
