// Which request each helping button sends. The problem says what helps; this says only how that is asked of main.
import type { Answer } from '../../shared/ipc-contract.ts';
import type { NextAction } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { ask } from '../setup/postkey-state.ts';

/** Runs a stopped step again. */
export function retry(step: StepId): Promise<Answer> {
  return ask('setup.retry', { step });
}

/** Sends what a problem's next action stands for; asking IT is a letter, which the cause itself shows. */
export function runNextAction(next: Exclude<NextAction, 'ask-it'>, step: StepId): Promise<Answer> {
  switch (next) {
    case 'try-again':
    case 'none':
      return retry(step);
    case 'sign-in-again':
      return ask('setup.reopen', { step: 'request' });
    case 'edit-address':
    case 'edit-server':
      return ask('setup.reopen', { step: 'understand' });
    case 'edit-registration':
      return ask('setup.reopen', { step: 'register' });
    case 'choose-another-way':
    case 'type-password':
      return ask('setup.reopen', { step: 'flow' });
  }
}
