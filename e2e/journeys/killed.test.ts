// The process is killed at many points of a renewal. Whatever the point, the account works after the next start, without a browser.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { checkNow, closeSetup, expectVerdict, goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';

type Moment = { readonly at: 'asked' | 'made' | 'sent'; readonly afterMs: number };

/** Before the provider has looked, when it has rotated but not answered, and while Postkey writes down what came. */
const moments: readonly Moment[] = [
  { at: 'asked', afterMs: 0 },
  { at: 'made', afterMs: 0 },
  ...[0, 2, 5, 10, 20, 40].map((afterMs) => ({ at: 'sent' as const, afterMs })),
];

test('killed at many points of a renewal, a key is always there', async ({ parts }) => {
  test.setTimeout(180_000);
  const first = await walkToSignIn(parts, 'microsoft');
  const { house } = first;
  // Every look renews.
  house.provider.stage.accessTokenSeconds = 60;
  await signIn(first.window, house, parts);
  await goOnToTheEnd(first.window);
  await closeSetup(first.window);
  let running: RunningPostkey = first;
  for (const { at, afterMs } of moments) {
    const killed = new Promise<void>((resolve) => {
      house.provider.stage.onToken = async (moment) => {
        if (moment !== at) return;
        house.provider.stage.onToken = null;
        if (afterMs > 0) await new Promise((later) => setTimeout(later, afterMs));
        await running.kill();
        resolve();
      };
    });
    // The window may die under the very press that began the renewal.
    const pressed = checkNow(running.window).catch(() => undefined);
    await killed;
    await pressed;
    running = await parts.start();
    const before = house.mail.countLogins();
    await checkNow(running.window);
    await expect.poll(() => house.mail.countLogins(), `works after ${at} + ${afterMs} ms`).toBe(before + 3);
    await expectVerdict(running.window, 'well');
  }
  expect(house.provider.record.signIns).toBe(1);
});
