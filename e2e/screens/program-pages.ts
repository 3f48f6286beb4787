// Stops at the pages about mail programs: step 9 closed with its lines, the sheet of a program that is not on the list from the bridge
// off to the password, a sheet of Thunderbird's with its ways, and the bridge's page with everything on.
import { expect } from '@playwright/test';
import { closeSetup, openStep, watchToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectTitle, press, tick } from '../parts/window-of-postkey.ts';
import { goToPrograms, goToSignIn, openBrowser, type PracticeParts, startInPractice } from './practice.ts';
import type { PageStop } from './practice-pages.ts';

const setUp = (program: string): string => say('programs:setUpOf', { program });

export async function* programPages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const { window } = await startInPractice(parts);
  const stop = (name: string): PageStop => ({ window, name: `programs, ${name}` });
  await goToSignIn(window);
  const tab = await openBrowser(window, parts.systemBrowser);
  await goToPrograms({ window, tab });
  await tick(window, say('window:programs.thunderbird'));
  await tick(window, say('programs:other.title'));
  await press(window, say('window:buttons.continue'));
  await watchToTheEnd(window);
  await expect(window.getByRole('heading', { name: say('programs:lines.next') })).toBeVisible();
  yield stop('the last page of the set-up');
  await openStep(window, 'configure');
  await expect(window.getByRole('heading', { name: say('programs:lines.title') })).toBeVisible();
  yield stop('step 9 closed');
  await press(window, setUp(say('window:programs.thunderbird')));
  await expectTitle(window, say('window:programs.thunderbird'));
  await window
    .getByRole('button', { name: new RegExp(`${say('programs:ways.other')}|${say('programs:ways.whyNot')}`, 'u') })
    .click();
  yield stop('a sheet and its ways');
  await window.keyboard.press('Escape');
  await press(window, setUp(say('programs:other.title')));
  await expectTitle(window, say('window:programs.other'));
  yield stop('a sheet that needs the bridge');
  await press(window, say('programs:needs.bridge-on.button'));
  await press(window, say('programs:needs.bridge-password.button'));
  await expect(window.getByRole('button', { name: say('programs:password.typed') })).toBeVisible();
  yield stop('the password, once');
  await press(window, say('programs:password.typed'));
  await press(window, say('programs:done'));
  await openStep(window, 'monitor');
  await closeSetup(window);
  await window.locator('.card-open').click();
  await press(window, say('programs:account.pick'));
  await expectTitle(window, say('programs:pick.title'));
  yield stop('all of them');
  await press(window, say('window:buttons.back'));
  await press(window, say('programs:account.bridge.open'));
  await expectTitle(window, say('bridge:title'));
  await window.getByRole('switch', { name: say('bridge:tls.switch') }).click();
  await expect(window.getByText(say('bridge:tls.fingerprint'))).toBeVisible();
  await window
    .getByRole('button', { name: new RegExp(`^${say('bridge:doors.change')}`, 'u') })
    .first()
    .click();
  yield stop('the bridge');
}
