// Takes a page's picture twice, light and dark, once nothing moves any more. Counts the time that posing takes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';

export const schemes = ['light', 'dark'] as const;

export interface Camera {
  /** Writes NAME-light.png and NAME-dark.png. */
  take(name: string): Promise<void>;
}

export interface Studio {
  /** A camera for this page: 1080 by 740 CSS pixels at one and a half times size, whatever the screen. */
  cameraFor(page: Page): Promise<Camera>;
  /** All names so far. */
  names(): readonly string[];
  /** How long pages have stood still for pictures, in milliseconds. */
  posedMs(): number;
}

const frame = { width: 1080, height: 740, deviceScaleFactor: 1.5, mobile: false };
const settleMs = 10_000;

export function makeStudio(folder: string): Studio {
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  let posed = 0;
  const posing = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    try {
      return await work();
    } finally {
      posed += performance.now() - from;
    }
  };
  const shoot = async (session: CDPSession): Promise<Buffer> => {
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  };
  return {
    names: () => names,
    posedMs: () => posed,
    async cameraFor(page) {
      const session = await posing(async () => {
        const opened = await page.context().newCDPSession(page);
        await opened.send('Emulation.setDeviceMetricsOverride', frame);
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        return opened;
      });
      return {
        take: (name) =>
          posing(async () => {
            await page.mouse.move(frame.width - 1, frame.height - 1);
            for (const scheme of schemes) {
              await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
              await settle(page);
              writeFileSync(join(folder, `${name}-${scheme}.png`), await shoot(session));
            }
            await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
            names.push(name);
          }),
      };
    },
  };
}

/** Fonts are there, animations are over, and two frames were drawn since. */
async function settle(page: Page): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The page does not come to rest')), settleMs);
  });
  const rest = page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await document.fonts.ready;
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
    await frame();
    await frame();
  });
  await Promise.race([rest, tooLong]).finally(() => clearTimeout(timer));
}
