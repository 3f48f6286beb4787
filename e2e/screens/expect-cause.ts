// A stopped page, as a person and the helpdesk read it: the code, the words, who must act, and the button that helps.
import { expect, type Page } from '@playwright/test';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { say } from '../parts/say.ts';
import { expectProblem } from '../parts/window-of-postkey.ts';

export interface ExpectedCause {
  readonly step: StepId;
  readonly cause: ProblemCode;
  /** The name of the button that helps. */
  readonly button: string;
}

export async function expectCause(window: Page, { step, cause, button }: ExpectedCause): Promise<void> {
  await expectProblem(window, step, cause);
  await expect(window.getByRole('heading', { name: say(`problems:${cause}.title`) }).first()).toBeVisible();
  await expect(window.getByText(say(`window:cause.actors.${problems[cause].actor}`)).first()).toBeVisible();
  await expect(window.getByRole('button', { name: button }).first()).toBeVisible();
}
