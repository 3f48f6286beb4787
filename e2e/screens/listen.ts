// Hears what a screen reader would: every sentence that the window's two live regions say.
import type { Page } from '@playwright/test';

export interface Heard {
  readonly polite: () => Promise<readonly string[]>;
  readonly assertive: () => Promise<readonly string[]>;
}

declare global {
  interface Window {
    heardForTests?: { polite: string[]; assertive: string[] };
  }
}

/** From now on. */
export async function listenToWindow(page: Page): Promise<Heard> {
  await page.evaluate(() => {
    const heard: { polite: string[]; assertive: string[] } = { polite: [], assertive: [] };
    window.heardForTests = heard;
    for (const urgency of ['polite', 'assertive'] as const) {
      for (const region of document.querySelectorAll(`[aria-live="${urgency}"]`)) {
        // Only what is added is read aloud.
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) {
            for (const node of addedNodes) if (node.textContent) heard[urgency].push(node.textContent);
          }
        }).observe(region, { childList: true, subtree: true });
      }
    }
  });
  const read = (urgency: 'polite' | 'assertive') => () =>
    page.evaluate((which) => window.heardForTests?.[which] ?? [], urgency);
  return { polite: read('polite'), assertive: read('assertive') };
}
