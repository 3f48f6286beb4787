// Walks the practice road and stops at each page, so that somebody can look at it: all twelve, the account list, the help panel.
import { expect, type Locator, type Page } from '@playwright/test';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { openStep } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectStep, press, stepLine } from '../parts/window-of-postkey.ts';
import {
  goToPrograms,
  goToSignIn,
  openBrowser,
  openPicker,
  type PracticeParts,
  play,
  startInPractice,
} from './practice.ts';

export interface PageStop {
  readonly window: Page;
  readonly name: string;
  /** What lies on top of the page. */
  readonly part?: Locator;
}

async function lookBackAt(window: Page, step: StepId): Promise<void> {
  await openStep(window, step);
  await expect(stepLine(window, step).locator('[aria-current="step"]')).toBeAttached();
}

/** Every page as most people see it, and each closed one as it is when opened again. */
export async function* practicePages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const { window } = await startInPractice(parts);
  const stop = (name: string): PageStop => ({ window, name });

  yield stop('understand');
  await press(window, say('window:rail.help'));
  yield { ...stop('help panel'), part: window.getByRole('region', { name: say('window:help.title') }) };
  await window.keyboard.press('Escape');
  await press(window, say('pages-start:wanted.button'));
  yield stop('understand, what to set up');
  await goToSignIn(window);
  for (const step of ['understand', 'register', 'credentials', 'flow'] as const) {
    await lookBackAt(window, step);
    yield stop(`${step}, closed`);
  }
  await press(window, say('window:buttons.goOn'));
  await expect(window.getByRole('button', { name: say('window:buttons.goOn') })).toHaveCount(0);
  yield stop('request');
  const tab = await openBrowser(window, parts.systemBrowser);
  yield stop('response');
  await goToPrograms({ window, tab });
  await press(window, say('programs:groups.terminal'));
  yield stop('configure');
  for (const step of ['request', 'response', 'token', 'store'] as const) {
    await lookBackAt(window, step);
    yield stop(`${step}, closed`);
  }
  await press(window, say('window:buttons.goOn'));
  await press(window, say('pages-mail:configure.without'));
  await expectStep(window, 'monitor', 'done', 30_000);
  for (const step of ['configure', 'test', 'refresh', 'monitor'] as const) {
    await lookBackAt(window, step);
    if (step === 'test' || step === 'refresh') await press(window, say('window:details.title'));
    yield stop(`${step}, closed`);
  }
  for (const step of setupSteps) await expectStep(window, step, 'done');
  await press(window, say('pages-mail:monitor.finish'));
  await expect(window.getByRole('button', { name: say('window:accounts.add') })).toBeVisible();
  await press(window, say('window:accounts.details'));
  yield stop('accounts');
}

/** What can be played: the list, and the band once something is. */
export async function* playPages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const { window } = await startInPractice(parts);
  const picker = await openPicker(window);
  yield { window, name: 'list of failures', part: picker };
  await window.keyboard.press('Escape');
  await play(window, 'client-disabled');
  yield { window, name: 'a failure behind the set-up' };
}
