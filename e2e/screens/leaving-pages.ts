// An account of practice on its way out, and the pages it leaves by: the question, a key store that is locked, the receipt.
import { expect } from '@playwright/test';
import { closeSetup, goOnToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { press } from '../parts/window-of-postkey.ts';
import {
  goToPrograms,
  goToSignIn,
  openBrowser,
  type PracticeParts,
  play,
  playNothing,
  startInPractice,
} from './practice.ts';
import type { PageStop } from './practice-pages.ts';

export async function* leavingPages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const { window } = await startInPractice(parts);
  const stop = (name: string): PageStop => ({ window, name: `leaving: ${name}` });
  await goToSignIn(window);
  await goToPrograms({ window, tab: await openBrowser(window, parts.systemBrowser) });
  await goOnToTheEnd(window);
  await closeSetup(window);
  await play(window, 'key-store-locked');
  await window.locator('.card-more').click();
  await window.getByRole('menuitem', { name: say('window:accounts.remove') }).click();
  await expect(window.getByRole('alertdialog')).toBeVisible();
  yield { ...stop('the question'), part: window.getByRole('alertdialog') };
  await press(window, say('leaving:question.yes'));
  await expect(window.getByRole('button', { name: say('leaving:asks.keep') })).toBeVisible();
  yield stop('the key store is locked');
  await playNothing(window);
  await press(window, say('window:buttons.tryAgain'));
  await expect(window.locator('[data-part=revoke]')).toContainText(
    say('leaving:results.revoke.revoked', { provider: say('practice:frame.maker') }),
  );
  await expect(window.locator('[data-part=prove]')).toContainText(say('leaving:results.prove.refused'));
  await expect(window.getByRole('button', { name: say('leaving:putAway') })).toBeVisible();
  yield stop('the receipt');
}
