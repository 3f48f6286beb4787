// One failure of each family, chosen from the list and walked in the real window: its page, words, actor and button; and that all is
// well once nothing is played any more.
import { expect, type Page } from '@playwright/test';
import { expectFocus } from '../parts/expect-focus.ts';
import { test } from '../parts/journey.ts';
import { closeSetup, goOnToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectStep, press } from '../parts/window-of-postkey.ts';
import { expectCause } from '../screens/expect-cause.ts';
import {
  allowAt,
  goToPrograms,
  goToSignIn,
  openBrowser,
  type PracticeParts,
  play,
  playNothing,
  startInPractice,
} from '../screens/practice.ts';

const tryAgain = say('window:buttons.tryAgain');
const signInAgain = say('window:buttons.next.sign-in-again');
const askIt = say('window:cause.writeToIt');

async function signInWell(window: Page, parts: PracticeParts): Promise<void> {
  await goToPrograms({ window, tab: await openBrowser(window, parts.systemBrowser) });
}

/** The button opens the browser by itself. */
async function signInOnceMore(window: Page, { systemBrowser }: PracticeParts): Promise<void> {
  await press(window, tryAgain);
  await goToPrograms({ window, tab: await systemBrowser.openedPage('http://127.0.0.1:') });
}

test('the sign-in page: the organisation wants another computer', async ({ start, systemBrowser }) => {
  const parts = { start, systemBrowser };
  const { window } = await startInPractice(parts);
  await goToSignIn(window);
  await play(window, 'device-not-allowed');
  const tab = await openBrowser(window, systemBrowser);
  await tab.getByLabel(say('practice:signIn.password'), { exact: true }).fill('anything');
  await press(tab, say('practice:signIn.goOn'));
  await expectCause(window, { step: 'response', cause: 'device-not-allowed', button: askIt });
  await playNothing(window);
  await signInOnceMore(window, parts);
});

test('the sign-in page: one that leads nowhere, its message pasted', async ({ start, systemBrowser }) => {
  const parts = { start, systemBrowser };
  const { window } = await startInPractice(parts);
  await goToSignIn(window);
  await play(window, 'browser-not-accepted');
  const tab = await openBrowser(window, systemBrowser);
  const message = (await tab.locator('.said').textContent()) ?? '';
  const paste = window.getByLabel(say('pages-sign-in:response.paste.label'));
  await paste.fill(message);
  await press(window, say('pages-sign-in:response.paste.button'));
  await expectCause(window, { step: 'response', cause: 'browser-not-accepted', button: tryAgain });
});

test('the registration: found at step 3 when practice starts anew with it', async ({ start, systemBrowser }) => {
  const parts = { start, systemBrowser };
  const { window } = await startInPractice(parts);
  await play(window, 'client-disabled');
  await press(window, say('window:practice.anew'));
  await expectStep(window, 'credentials', 'failed');
  await press(window, say('pages-start:understand.goOn'));
  await expectCause(window, { step: 'credentials', cause: 'client-disabled', button: tryAgain });
  await playNothing(window);
  await press(window, tryAgain);
  await expectStep(window, 'flow', 'done');
});

test('the key: the clock is wrong', async ({ start, systemBrowser }) => {
  const parts = { start, systemBrowser };
  const { window } = await startInPractice(parts);
  await goToSignIn(window);
  await play(window, 'clock-wrong');
  await allowAt(await openBrowser(window, systemBrowser));
  await expectCause(window, { step: 'token', cause: 'clock-wrong', button: tryAgain });
  await playNothing(window);
  await signInOnceMore(window, parts);
});

test('keeping: the key store is locked', async ({ start, systemBrowser }) => {
  const parts = { start, systemBrowser };
  const { window } = await startInPractice(parts);
  await goToSignIn(window);
  await play(window, 'key-store-locked');
  await allowAt(await openBrowser(window, systemBrowser));
  await expectCause(window, { step: 'store', cause: 'key-store-locked', button: tryAgain });
  await playNothing(window);
  await press(window, tryAgain);
  await expectStep(window, 'configure', 'needs-you');
});

const atTest = [
  ['the way to the server: its name is not found', 'name-not-found', tryAgain],
  ['certificates: past its last day', 'certificate-expired', tryAgain],
  ['the login: too many connections', 'too-many-connections', tryAgain],
] as const;
for (const [title, failure, button] of atTest) {
  test(title, async ({ start, systemBrowser }) => {
    const parts = { start, systemBrowser };
    const { window } = await startInPractice(parts);
    await goToSignIn(window);
    await play(window, failure);
    await signInWell(window, parts);
    await press(window, say('pages-mail:configure.without'));
    await expectStep(window, 'test', 'failed', 30_000);
    await expectCause(window, { step: 'test', cause: failure, button });
    if (failure === 'too-many-connections') {
      // The ladders fill the window; what helps lies below.
      const jump = window.getByRole('button', { name: say('window:buttons.whatToDo') });
      // By key: a click scrolls to its button first, and what is in sight needs no button that leads to it.
      await jump.press('Enter');
      await expectFocus(window.getByRole('button', { name: button }));
      await expect(jump).toHaveCount(0);
    }
    await playNothing(window);
    await press(window, tryAgain);
    await expectStep(window, 'monitor', 'done', 30_000);
  });
}

test('staying signed in: ended on a finished account, seen by the watch, and healed', async ({
  start,
  systemBrowser,
}) => {
  const parts = { start, systemBrowser };
  const { window } = await startInPractice(parts);
  await goToSignIn(window);
  await signInWell(window, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await play(window, 'sign-in-ended');
  await expect(window.getByText('11-ENDED')).toBeVisible();
  await expect(window.getByRole('button', { name: signInAgain })).toBeVisible();
  await playNothing(window);
  await expect(window.getByText('11-ENDED')).toHaveCount(0);
});
