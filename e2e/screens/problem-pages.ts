// Plays one of practice's failures and stops at each page on which the person learns of it.
import { expect } from '@playwright/test';
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import { say } from '../parts/say.ts';
import { expectProblem, expectStep, press } from '../parts/window-of-postkey.ts';
import {
  allowAt,
  goToPrograms,
  goToSignIn,
  openBrowser,
  type PracticeParts,
  play,
  startInPractice,
} from './practice.ts';
import type { PageStop } from './practice-pages.ts';

/** Failures whose pages differ from each other in more than words. */
export const failuresToSee = [
  'refused',
  'closed-tab',
  'wrong-person',
  'scope-unticked',
  'imap-off',
  'smtp-off',
  'mailbox-unreachable',
  'token-expires-early',
] as const satisfies readonly PracticeFailure[];

export async function* problemPages(
  parts: PracticeParts,
  failure: (typeof failuresToSee)[number],
): AsyncGenerator<PageStop> {
  const { window } = await startInPractice(parts);
  const stop = (name: string): PageStop => ({ window, name: `${failure}: ${name}` });
  await goToSignIn(window);
  await play(window, failure);
  const tab = await openBrowser(window, parts.systemBrowser);

  switch (failure) {
    case 'refused':
      await allowAt(tab);
      await expectProblem(window, 'response', 'refused-by-person');
      yield stop('response');
      return;
    case 'closed-tab':
      await expect(tab.getByRole('heading', { name: say('practice:closeTab.title') })).toBeVisible();
      await tab.close();
      yield stop('response');
      await press(window, say('window:buttons.cancel'));
      await expectStep(window, 'request', 'needs-you');
      yield stop('request, after cancelling');
      return;
    case 'wrong-person':
      await allowAt(tab);
      await expectProblem(window, 'token', 'wrong-person');
      yield stop('token');
      return;
    case 'scope-unticked':
      await allowAt(tab);
      await expectProblem(window, 'token', 'scope-missing');
      yield stop('token');
      return;
    case 'token-expires-early':
      // Postkey renews by itself, so nobody has to learn of it.
      await goToPrograms({ window, tab });
      await press(window, say('pages-mail:configure.without'));
      await expectStep(window, 'monitor', 'done', 30_000);
      yield stop('the end');
      return;
    case 'imap-off':
    case 'smtp-off':
    case 'mailbox-unreachable':
      await goToPrograms({ window, tab });
      await press(window, say('pages-mail:configure.without'));
      await expectStep(window, 'test', 'failed', 30_000);
      if (failure === 'mailbox-unreachable') {
        // The list of what it can mean comes with words of its own.
        await expect(window.getByRole('region', { name: say('account:likely.title') }).first()).toBeVisible();
      }
      yield stop('test');
  }
}
