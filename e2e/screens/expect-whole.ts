// A page is whole in small windows and with large letters: nothing is cut off sideways, nothing lies under the footer, and what
// can be pressed can be reached.
import { expect, type Locator, type Page } from '@playwright/test';
import { findCutOff } from './find-cut-off.ts';

const sizes = [
  { name: '800 × 600', width: 800, height: 600, deviceScaleFactor: 1 },
  // A window of 1080 × 740 whose letters are twice as large, which is how zooming reaches a page.
  { name: '200 %', width: 540, height: 370, deviceScaleFactor: 2 },
] as const;

/** `part`: what lies on top of the page, where something does. */
export async function expectWhole(page: Page, name: string, part: Locator = page.locator('body')): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    for (const { name: size, ...metrics } of sizes) {
      await session.send('Emulation.setDeviceMetricsOverride', { ...metrics, mobile: false });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      expect.soft(await part.evaluate(findCutOff), `${name}, ${size}`).toEqual([]);
    }
  } finally {
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
  }
}
