// Says on the console how each step ended, in the window's own words, and keeps the newest set-up that was seen.
import type { SetupView } from '../../shared/setup-state.ts';
import { type StepId, stepNumber } from '../../shared/setup-steps.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { AtTheWindow } from '../window/at-the-window.ts';
import { readState } from '../window/read-state.ts';

export interface Teller {
  /** One line about a step that a person has seen end. */
  tell(step: StepId): Promise<void>;
  /** Keeps what the set-up is now. */
  look(): Promise<void>;
  newest(): SetupView | undefined;
}

export function makeTeller(at: AtTheWindow): Teller {
  let newest: SetupView | undefined;
  const look = async (): Promise<void> => {
    newest = (await readState(at.page)).setup ?? newest;
  };
  return {
    look,
    newest: () => newest,
    async tell(step) {
      await look();
      const status = newest?.steps[step];
      const mark = status !== undefined && isClosed(status) ? '✓' : '✗';
      const time = status !== undefined && 'ms' in status ? `${status.ms} ms` : '';
      const name = `${String(stepNumber(step)).padStart(2)} ${at.words.find(`steps:names.${step}`)}`;
      console.log(`${mark} ${name.padEnd(36)} ${time.padStart(8)}  ${await at.liveLine(step)}`);
    },
  };
}
