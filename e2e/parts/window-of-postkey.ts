// What a person sees and does in Postkey's window, found by role and name. Each waits for a fact; none waits for time.
import { expect, type Locator, type Page } from '@playwright/test';
import type { ProblemCode } from '../../shared/problem.ts';
import { problemStamp } from '../../shared/problem.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import type { StepStatusKind } from '../../shared/step-status.ts';
import { say } from './say.ts';

/** One line of the checklist. */
export function stepLine(window: Page, step: StepId): Locator {
  return window
    .getByRole('navigation', { name: say('window:rail.label') })
    .getByRole('listitem')
    .filter({ has: window.getByText(say(`steps:names.${step}`), { exact: true }) });
}

/** The state's word on a line of the checklist, which only that state has. */
export async function expectStep(window: Page, step: StepId, state: StepStatusKind, timeout?: number): Promise<void> {
  const word = stepLine(window, step)
    .getByText(say(`steps:states.${state}`), { exact: true })
    .first();
  await expect(word, `step ${step} is ${state}`).toBeAttached(timeout === undefined ? {} : { timeout });
}

/** What stands under a step's name in the checklist. */
export async function expectLine(window: Page, step: StepId, line: string | RegExp): Promise<void> {
  await expect(stepLine(window, step)).toContainText(line);
}

export async function expectSteps(window: Page, steps: readonly StepId[], state: StepStatusKind): Promise<void> {
  for (const step of steps) await expectStep(window, step, state);
}

/** All twelve ticked. */
export async function expectAllGreen(window: Page): Promise<void> {
  await expectSteps(window, setupSteps, 'done');
}

/** The page's own title. */
export async function expectTitle(window: Page, title: string | RegExp): Promise<void> {
  await expect(window.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The page of a stopped step: its code on the stamp. */
export async function expectProblem(window: Page, step: StepId, code: ProblemCode): Promise<void> {
  const stamp = problemStamp(step, { code, facts: {} });
  await expect(window.getByRole('button').filter({ has: window.getByText(stamp, { exact: true }) })).toBeVisible();
}

/** A box to tick or a card to choose, by its title: the input lies under its words. */
export async function tick(window: Page, title: string): Promise<void> {
  await window
    .locator('label')
    .filter({ has: window.getByText(title, { exact: true }) })
    .click();
}

export async function press(window: Page, name: string | RegExp): Promise<void> {
  await window.getByRole('button', { name, exact: typeof name === 'string' }).click();
}

export function addressField(window: Page): Locator {
  return window.getByRole('textbox', { name: say('pages-start:understand.address.label') });
}

/** Step 1, with an address that somebody knows: types, waits for what was found, goes on. */
export async function tellAddress(window: Page, address: string): Promise<void> {
  await addressField(window).fill(address);
  await press(window, say('pages-start:understand.goOn'));
}

/** Step 5. */
export async function askForSignIn(window: Page, provider: string): Promise<void> {
  await press(window, say('pages-sign-in:request.button.browser', { provider }));
}
