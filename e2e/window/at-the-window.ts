// The person at Postkey's window: finds what to press by what it is and what it is called, never by how it is built.
import type { Locator, Page } from '@playwright/test';
import type { StepId } from '../../shared/setup-steps.ts';
import type { Words } from './find-words.ts';
import { untilSetup } from './read-state.ts';

export interface AtTheWindow {
  readonly page: Page;
  readonly words: Words;
  /** The sheet: everything but the checklist. */
  readonly sheet: Locator;
  /** A button of the page by the key of its words. */
  button(key: string, values?: Readonly<Record<string, string | number>>): Locator;
  /** A line of the checklist. */
  row(step: StepId): Locator;
  /** The live line under the name of a step; empty where there is none. */
  liveLine(step: StepId): Promise<string>;
  /** Opens a closed step by its line, and waits for its page. */
  lookBackAt(step: StepId): Promise<void>;
  /** From a page looked back at to where the set-up stands. */
  goOnWhereItStood(): Promise<void>;
}

export function atTheWindow(page: Page, words: Words): AtTheWindow {
  const rail = page.getByRole('navigation', { name: words.find('window:rail.label'), exact: true });
  const sheet = page.getByRole('main');
  const row = (step: StepId): Locator =>
    rail.getByRole('listitem').filter({ has: page.getByText(words.find(`steps:names.${step}`), { exact: true }) });
  const button = (key: string, values?: Readonly<Record<string, string | number>>): Locator =>
    sheet.getByRole('button', { name: words.find(key, values), exact: true });
  const isShown = (step: StepId): Promise<void> => row(step).locator('[aria-current="step"]').waitFor();
  return {
    page,
    words,
    sheet,
    button,
    row,
    async liveLine(step) {
      const line = row(step).locator('.rail-line');
      return (await line.count()) === 0 ? '' : line.innerText();
    },
    async lookBackAt(step) {
      await row(step).getByRole('button').click();
      await isShown(step);
    },
    async goOnWhereItStood() {
      await button('window:buttons.goOn').click();
      const { current } = await untilSetup(page, 'there is a set-up', () => true);
      await isShown(current);
    },
  };
}
