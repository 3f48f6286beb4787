// When it is asked whether approval has come: at the start, then every half hour. Survives sleep and set clocks by asking the wall
// clock on a short beat instead of trusting long timers.

import { isWaitingForApproval } from './approval-wait.ts';
import { askForApproval } from './ask-for-approval.ts';
import type { Bench } from './bench.ts';

const beatMs = 30_000;

export interface ApprovalClock {
  /** Asks now if there is anything to ask, then at its time. */
  start(): void;
  stop(): void;
}

function canAsk(bench: Bench): boolean {
  const view = bench.view();
  return isWaitingForApproval(view) && view.approval?.check === 'by-itself' && !bench.attempts.isRunning('response');
}

function isDue(bench: Bench): boolean {
  const { lastCheckAt = 0, nextCheckAt = 0 } = bench.view().approval ?? {};
  const now = bench.world.clock.now();
  // A clock that was set back must not put the next question into the far future.
  return now >= nextCheckAt || now < lastCheckAt - beatMs;
}

export function makeApprovalClock(bench: Bench): ApprovalClock {
  let cancel: (() => void) | null = null;
  const ask = (): void => {
    askForApproval(bench, false).catch(bench.world.logUnexpected);
  };
  const beat = (): void => {
    cancel = bench.world.clock.after(beatMs, beat);
    if (canAsk(bench) && isDue(bench)) ask();
  };
  return {
    start: () => {
      cancel?.();
      cancel = bench.world.clock.after(beatMs, beat);
      if (canAsk(bench)) ask();
    },
    stop: () => cancel?.(),
  };
}
