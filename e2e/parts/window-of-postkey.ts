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
  const word = stepLine(window, step).getByText(say(`steps:states.${state}`), { exact: true });
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

/** The page of a stopped step: its code on the stamp, and what happened in words. */
export async function expectProblem(window: Page, step: StepId, code: ProblemCode): Promise<void> {
  const stamp = problemStamp(step, { code, facts: {} });
  await expect(
    window.getByRole('button', {
      name: say('window:stamp.name', { label: say('window:stamp.labelStopped'), code: stamp }),
    }),
  ).toBeVisible();
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

/** From step 9 to the account list, with nothing chosen and everything well. */
export async function finishWithoutPrograms(window: Page): Promise<void> {
  await press(window, say('pages-mail:configure.without'));
  await expectStep(window, 'test', 'done', 30_000);
  const goOn = window.getByRole('button', { name: say('window:buttons.continue'), exact: true });
  const finish = window.getByRole('button', { name: say('pages-mail:monitor.finish'), exact: true });
  await expect(goOn.or(finish).first()).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(finish).toBeVisible();
}
