// The message a person can send to their IT: the code, what happened, what has to be done, what the server said. No secret is in
// a problem, so none is in here.
import type { TFunction } from 'i18next';
import type { Problem } from '../../shared/problem.ts';
import { problemStamp } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';

export interface ProblemOf {
  readonly problem: Problem;
  readonly step: StepId;
  readonly address: string;
}

/** Plain text, at most 4000 characters: what the clipboard request takes. */
export function problemMessage(t: TFunction, { problem, step, address }: ProblemOf): string {
  const plain = { interpolation: { escapeValue: false } };
  const values = {
    ...plain,
    address,
    code: problemStamp(step, problem),
    what: t(`problems:${problem.code}.what`, { ...problem.facts, ...plain }),
    next: t(`problems:${problem.code}.next`, { ...problem.facts, ...plain }),
    serverSaid: problem.serverSaid,
  };
  const key = problem.serverSaid === undefined ? 'messageWithoutServer' : 'message';
  return t(`window:cause.${key}`, values).slice(0, 4000);
}
