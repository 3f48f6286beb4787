// The whole practice road without a mouse, in the window and in the browser; and what is said aloud on the way.
import { expect, type Page } from '@playwright/test';
import { setupSteps } from '../../shared/setup-steps.ts';
import { test } from '../parts/journey.ts';
import { say } from '../parts/say.ts';
import { expectStep, stepLine } from '../parts/window-of-postkey.ts';
import { expectFocusInPage, pressByKey, tabTo, tickByKey } from './keyboard.ts';
import { listenToWindow } from './listen.ts';
import { failureName, goToSignIn, lineOf, openBrowser, play, provider, startInPractice } from './practice.ts';

const button = (page: Page, key: string, values: Readonly<Record<string, string>> = {}) =>
  page.getByRole('button', { name: say(key, values), exact: true });

async function signInByKeys(tab: Page): Promise<void> {
  await expect(tab.getByLabel(say('practice:signIn.password'), { exact: true })).toBeFocused();
  await tab.keyboard.type('anything');
  await tab.keyboard.press('Enter');
  await pressByKey(tab, button(tab, 'practice:consent.allow'));
}

test('all twelve steps by keyboard, the focus always to be seen', async ({ start, systemBrowser }) => {
  test.setTimeout(120_000);
  const { window } = await startInPractice({ start });
  await expect(window.getByRole('textbox')).toBeFocused();
  await window.keyboard.press('Enter');
  await expectStep(window, 'request', 'needs-you');
  await expectFocusInPage(window);

  await pressByKey(window, stepLine(window, 'credentials').getByRole('button'));
  await expectFocusInPage(window);
  await pressByKey(window, button(window, 'window:details.title'));
  await pressByKey(window, button(window, 'window:buttons.goOn'));
  await expectFocusInPage(window);

  await pressByKey(window, button(window, 'pages-sign-in:request.button.browser', { provider }));
  await expectStep(window, 'response', 'working');
  await expectFocusInPage(window);
  await tabTo(window, button(window, 'pages-sign-in:response.link.button'));
  await signInByKeys(await systemBrowser.openedPage('http://127.0.0.1:'));

  await expectStep(window, 'configure', 'needs-you');
  await expectFocusInPage(window);
  await tickByKey(window, window.getByRole('checkbox', { name: say('window:programs.evolution') }));
  await pressByKey(window, button(window, 'window:buttons.continue'));
  await expectStep(window, 'monitor', 'done', 30_000);
  await expectFocusInPage(window);
  if (await button(window, 'window:buttons.continue').isVisible()) {
    await pressByKey(window, button(window, 'window:buttons.continue'));
  }
  await pressByKey(window, button(window, 'pages-mail:monitor.finish'));
  await expect(button(window, 'window:accounts.add')).toBeVisible();
  await expectFocusInPage(window);
});

test('the help panel takes the focus and gives it back', async ({ start }) => {
  const { window } = await startInPractice({ start });
  const help = button(window, 'window:rail.help');
  await pressByKey(window, help);
  const panel = window.getByRole('region', { name: say('window:help.title') });
  await expect(panel).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(help).toBeFocused();
});

test('the list of failures opens, is searched and closes by keyboard', async ({ start }) => {
  const { window } = await startInPractice({ start });
  await pressByKey(window, button(window, 'window:practice.play'));
  const picker = window.getByRole('dialog', { name: say('window:practice.picker.title') });
  await expect(picker.getByLabel(say('window:practice.picker.search'))).toBeFocused();
  await window.keyboard.type('10 pop off');
  await expect(picker.getByRole('status')).toHaveText(say('window:practice.picker.hits', { count: 1 }));
  await window.keyboard.press('ArrowDown');
  await expect(lineOf(picker, failureName('pop-off'))).toBeFocused();
  await window.keyboard.press('Enter');
  const playing = window.getByRole('button', {
    name: say('window:practice.playing', { failure: failureName('pop-off') }),
  });
  await expect(playing).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(picker).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(picker).toHaveCount(0);
});

test('each step that closes is said aloud, once', async ({ start, systemBrowser }) => {
  const { window } = await startInPractice({ start });
  const heard = await listenToWindow(window);
  await goToSignIn(window);
  await expect.poll(heard.assertive).toContain(said('needs-you', 'request'));
  const tab = await openBrowser(window, systemBrowser);
  await signInByKeys(tab);
  await expectStep(window, 'configure', 'needs-you');
  await expect.poll(heard.assertive).toContain(said('needs-you', 'configure'));
  await pressByKey(window, button(window, 'pages-mail:configure.without'));
  await expectStep(window, 'monitor', 'done', 30_000);
  const all = async (): Promise<string> => (await heard.polite()).join('\n');
  for (const step of setupSteps.slice(setupSteps.indexOf('request'))) {
    const name = say(`steps:names.${step}`);
    await expect.poll(async () => (await all()).split(`${name}: ${doneWord()}`).length - 1, { message: name }).toBe(1);
  }
});

test('what stops is said at once', async ({ start, systemBrowser }) => {
  const { window } = await startInPractice({ start });
  await goToSignIn(window);
  await play(window, 'refused');
  const heard = await listenToWindow(window);
  await signInByKeys(await openBrowser(window, systemBrowser));
  await expectStep(window, 'response', 'failed');
  const title = say('problems:refused-by-person.title', { provider });
  await expect.poll(async () => (await heard.assertive()).join('\n')).toContain(title);
});

function said(state: 'needs-you', step: (typeof setupSteps)[number]): string {
  return say(`steps:said.${state}`, { number: setupSteps.indexOf(step) + 1, name: say(`steps:names.${step}`) });
}

/** "done", from the sentence for a step that closes. */
function doneWord(): string {
  const sentence = say('steps:said.done', { number: '', name: '', line: '' });
  return (
    sentence
      .slice(sentence.indexOf(':') + 1)
      .split('.')[0]
      ?.trim() ?? ''
  );
}
