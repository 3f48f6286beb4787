// What the window would give the next key to. Not whether its window is in front: where a browser is on the same screen, that may come first
// at any time, and on a busy computer later than expected.
import { expect, type Locator } from '@playwright/test';

export async function expectFocus(at: Locator): Promise<void> {
  const isActive = (): Promise<boolean> => at.evaluate((element) => element.ownerDocument.activeElement === element);
  await expect.poll(isActive, { timeout: 10_000 }).toBe(true);
}
