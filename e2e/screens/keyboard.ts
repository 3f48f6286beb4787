// A person without a mouse: goes from one thing to the next with Tab, sees each time where they are, and presses what they came for.
import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const mostStops = 60;

/** What has the focus shows it: an outline, or a ring around the field it is in. Empty when it does. */
function hiddenFocus(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
  const name = `<${focused.tagName.toLowerCase()}> ${(focused.getAttribute('aria-label') ?? focused.innerText).slice(0, 40)}`;
  const { width, height, top, bottom } = focused.getBoundingClientRect();
  if (bottom < 0 || top > window.innerHeight) return `out of sight: ${name}`;
  for (const element of [focused, focused.parentElement, focused.parentElement?.parentElement]) {
    if (!element) continue;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return '';
    if (boxShadow !== 'none' && element !== focused.closest('main')) return '';
  }
  return width === 0 || height === 0 ? `too small to be seen: ${name}` : `not marked: ${name}`;
}

async function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement).catch(() => false);
}

/** Tabs until this has the focus. Fails where the focus is lost or cannot be seen on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    // At the end of the page the focus goes around by way of the window itself.
    const hidden = await page.evaluate(hiddenFocus);
    if (hidden !== 'nothing has the focus') expect(hidden).toBe('');
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Tabs there and presses Enter, as on a button. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Tabs there and presses Space, as on a box. */
export async function tickByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Space');
  await expect(target).toBeChecked();
}

/** After a page has changed, the focus is in it, so that the next Tab goes on from there. */
export async function expectFocusInPage(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) ?? false))
    .toBe(true);
}
