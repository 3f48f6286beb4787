// A mail program's sheet on paper: every screen and value of it, no button, and never the password that is on show at that moment.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { goOnToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectTitle, press } from '../parts/window-of-postkey.ts';
import { goToPrograms, goToSignIn, openBrowser, startInPractice } from './practice.ts';

test('on paper, while a password is on show', async ({ start, systemBrowser }, testInfo) => {
  const { app, window } = await startInPractice({ start });
  await goToSignIn(window);
  const tab = await openBrowser(window, systemBrowser);
  await goToPrograms({ window, tab });
  await goOnToTheEnd(window);
  await press(window, say('pages-mail:monitor.finish'));
  await window.locator('.card-open').click();
  await press(window, say('programs:account.pick'));
  await press(window, say('programs:setUpOf', { program: say('programs:other.title') }));
  await expectTitle(window, say('window:programs.other'));
  await press(window, say('programs:needs.bridge-on.button'));
  await press(window, say('programs:needs.bridge-password.button'));
  const password = (await window.locator('.password-value').textContent()) ?? '';
  expect(password.length).toBeGreaterThan(10);

  await window.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const paper = await window.evaluate(() => document.body.innerText);
  for (const words of [
    'pat@practice.example',
    '127.0.0.1',
    say('hand-over:other.screens.imap'),
    say('programs:sheet.later'),
  ]) {
    expect(paper).toContain(words);
  }
  expect(paper).not.toContain(password);
  await expect(window.locator('.button:visible')).toHaveCount(0);
  await expect(window.locator('.practice-band, .rail').first()).toBeHidden();

  await window.emulateMedia({ colorScheme: 'dark', media: null });
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    return printed?.toString('base64') ?? '';
  });
  await testInfo.attach('sheet.pdf', { body: Buffer.from(pdf, 'base64'), contentType: 'application/pdf' });
});
