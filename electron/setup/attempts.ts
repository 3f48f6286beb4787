// One AbortController and one deadline per try. Reports of a try that has ended are dropped here and nowhere else.
import type { StepId } from '../../shared/setup-steps.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { SetupEvent } from './apply-event.ts';
import type { Attempt, Clock } from './outside-world.ts';

export interface LiveAttempt extends Attempt {
  isLive(): boolean;
  /** Changes the state, unless this try has ended. */
  record(event: SetupEvent): void;
  /** Milliseconds since it began. */
  lasted(): number;
  end(): void;
}

export interface Attempts {
  /** Ends the step's earlier try and begins a new one, which its own deadline ends at the latest. */
  begin(step: StepId, deadlineMs: number): LiveAttempt;
  /** Ends the step's try, if one runs. */
  end(step: StepId): void;
  /** Ends the tries of this step and of all after it. */
  endFrom(step: StepId): void;
  endAll(): void;
  isRunning(step: StepId): boolean;
}

/** Keeps the tries of one set-up, at most one for each step. */
export function makeAttempts(clock: Clock, record: (event: SetupEvent) => void): Attempts {
  const running = new Map<StepId, LiveAttempt>();

  function begin(step: StepId, deadlineMs: number): LiveAttempt {
    running.get(step)?.end();
    const controller = new AbortController();
    const startedAt = clock.now();
    const cancelDeadline = clock.after(deadlineMs, () => controller.abort());
    const attempt: LiveAttempt = {
      signal: controller.signal,
      isLive: () => running.get(step) === attempt,
      record: (event) => {
        if (attempt.isLive()) record(event);
      },
      lasted: () => clock.now() - startedAt,
      end: () => {
        cancelDeadline();
        if (attempt.isLive()) running.delete(step);
        controller.abort();
      },
    };
    running.set(step, attempt);
    return attempt;
  }

  return {
    begin,
    end: (step) => running.get(step)?.end(),
    endFrom: (from) => {
      for (const [step, attempt] of [...running]) {
        if (setupSteps.indexOf(step) >= setupSteps.indexOf(from)) attempt.end();
      }
    },
    endAll: () => {
      for (const attempt of [...running.values()]) attempt.end();
    },
    isRunning: (step) => running.has(step),
  };
}
