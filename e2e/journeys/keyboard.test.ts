// The whole road by keyboard: no click in the window from the first page to the account list.
import { expect, type Locator, type Page } from '@playwright/test';
import { setupSteps, stepNumber } from '../../shared/setup-steps.ts';
import { expectFocus } from '../parts/expect-focus.ts';
import { test } from '../parts/journey.ts';
import { signInAt } from '../parts/person-in-browser.ts';
import { pat } from '../parts/provider-kinds.ts';
import { say } from '../parts/say.ts';
import { addressField, expectAllGreen, expectStep, stepLine } from '../parts/window-of-postkey.ts';

const mostTabs = 60;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses Tab until the target has the focus. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await hasFocus(target)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}

async function pressKeyOn(window: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(window, window.getByRole('button', { name, exact: true }));
  await window.keyboard.press(key);
}

test('twelve steps and all their pages by keyboard only', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const { window } = await parts.start({ args: ['--preset', house.presetFile(parts.folder)] });
  await tabTo(window, addressField(window));
  await window.keyboard.type(pat.address);
  await window.getByRole('button', { name: say('pages-start:understand.goOn'), exact: true }).waitFor();
  // In a field, Enter goes on.
  await window.keyboard.press('Enter');
  await expectStep(window, 'request', 'needs-you');
  await pressKeyOn(window, say('pages-sign-in:request.button.browser', { provider: house.shortName }), 'Space');
  await signInAt(await parts.systemBrowser.openedPage(house.provider.origin), pat);
  await tabTo(window, window.getByRole('checkbox').first());
  await window.keyboard.press('Space');
  await expect(window.getByRole('checkbox').first()).toBeChecked();
  await pressKeyOn(window, say('window:buttons.continue'));
  const goOn = window.getByRole('button', { name: say('window:buttons.continue'), exact: true });
  const done = window.getByRole('button', { name: say('pages-mail:monitor.finish'), exact: true });
  await expect(goOn.or(done).first()).toBeVisible({ timeout: 30_000 });
  if (await goOn.isVisible()) await pressKeyOn(window, say('window:buttons.continue'));
  await expectStep(window, 'monitor', 'done', 30_000);
  await expectAllGreen(window);

  for (const step of setupSteps) {
    await tabTo(window, stepLine(window, step).getByRole('button'));
    await window.keyboard.press('Enter');
    await expect(window.getByText(say('steps:stepOf', { number: stepNumber(step), count: 12 }))).not.toHaveCount(0);
    await expect(stepLine(window, step).getByRole('button')).toHaveAttribute('aria-current', 'step');
  }
  await pressKeyOn(window, say('pages-mail:monitor.finish'));
  await pressKeyOn(window, say('window:accounts.more', { address: pat.address }));
  await expectFocus(window.getByRole('menuitem', { name: say('window:accounts.check') }));
  await window.keyboard.press('Escape');
  await expectFocus(window.getByRole('button', { name: say('window:accounts.more', { address: pat.address }) }));
});
