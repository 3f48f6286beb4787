// A language written from right to left: the window turns round, codes and addresses do not, and pages are whole all the same.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { findWords, languages } from '../window/find-words.ts';
import { untilSetup } from '../window/read-state.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expectWhole } from './expect-whole.ts';

for (const language of languages) {
  test(`the first page in ${language} stands the right way round`, async ({ start }) => {
    const words = await findWords(language);
    const { window } = await start({ args: ['--practice', '--lang', language] });
    await untilSetup(window, 'practice is ready', ({ provider }) => provider !== undefined);
    const { direction } = words;
    await expect(window.locator('html')).toHaveAttribute('dir', direction);
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    const rail = await window.getByRole('navigation').boundingBox();
    const sheet = await window.getByRole('main').boundingBox();
    expect(rail !== null && sheet !== null && rail.x < sheet.x).toBe(direction === 'ltr');
    await expect(window.getByRole('textbox')).toHaveCSS('direction', 'ltr');
    await expectAccessible(window, language);
    await expectWhole(window, language);
  });
}
