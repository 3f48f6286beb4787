// The code on the stamp of a page on which all is well, and the choice between it and a problem's code.
// Codes are Latin capitals and digits in every language.
import { problemStamp } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { stepNumber } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';

const shorts: Record<StepId, string> = {
  understand: 'MAIL',
  register: 'APP',
  credentials: 'ID',
  flow: 'WAY',
  request: 'ASK',
  response: 'WAIT',
  token: 'KEY',
  store: 'SAFE',
  configure: 'PROGRAMS',
  test: 'TRY',
  refresh: 'STAY',
  monitor: 'WATCH',
};

export interface StampCode {
  readonly code: string;
  readonly stopped?: boolean;
}

/** "6-WAIT"; with a problem "10-SMTP-OFF", in stopped colours when the step stopped. */
export function stampOf(step: StepId, status: StepStatus): StampCode {
  if (status.kind === 'failed') return { code: problemStamp(step, status.problem), stopped: true };
  if (status.kind === 'noted') return { code: problemStamp(step, status.problem) };
  return { code: `${stepNumber(step)}-${shorts[step]}` };
}
