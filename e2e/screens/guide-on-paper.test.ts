// The guide of step 2 as it leaves the window: on paper, every part of it and nothing else; and the logo as a file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../parts/journey.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { say } from '../parts/say.ts';
import { expectStep, press, tick } from '../parts/window-of-postkey.ts';

async function openGuide(window: Page): Promise<void> {
  await press(window, say('pages-start:understand.goOn'));
  await expectStep(window, 'register', 'needs-you');
  await tick(window, say('pages-start:register.roads.make.title'));
  await expect(window.getByRole('button', { name: say('console-guide:print') })).toBeVisible();
}

/** Runs in the page: the words that have a place on it, and what is drawn there besides. */
function readPaper(): { words: string; buttons: number; colours: string[]; grounds: string[] } {
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) => element.checkVisibility() && element.getClientRects().length > 0,
  );
  const leaves = seen.filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE));
  const styles = seen.map((element) => getComputedStyle(element));
  return {
    words: document.body.innerText,
    buttons: seen.filter((element) => element.matches('.button, input')).length,
    colours: [...new Set(leaves.map((element) => getComputedStyle(element).color))],
    grounds: [...new Set(styles.map((style) => style.backgroundColor))],
  };
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on paper, from a ${colorScheme} window`, async ({ start }, testInfo) => {
    const { app, window } = await start({ args: ['--address', 'pat@gmail.com'] });
    await openGuide(window);
    await window.emulateMedia({ colorScheme, media: 'print' });
    const paper = await window.evaluate(readPaper);
    // Of folded parts too.
    for (const value of ['Postkey', 'pat@gmail.com', 'https://mail.google.com/', 'https://console.cloud.google.com/']) {
      expect(paper.words).toContain(value);
    }
    expect(paper.words).toContain(say('console-guide:guides.google.sections.publish.shows'));
    expect(paper.words).toContain(say('console-guide:guides.google.mistakes.seven-days.title'));
    expect(paper.words).not.toContain(say('pages-start:register.goOn'));
    expect(paper.words).not.toContain(say('pages-start:register.roads.have.title'));
    expect(paper.buttons).toBe(0);
    expect(paper.colours).toEqual(['rgb(0, 0, 0)']);
    expect(paper.grounds.every((ground) => /^rgb\(255, 255, 255\)$|, 0\)$/u.test(ground))).toBe(true);

    await window.emulateMedia({ colorScheme, media: null });
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
      return printed?.toString('base64') ?? '';
    });
    const body = Buffer.from(pdf, 'base64');
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    await testInfo.attach('guide.pdf', { body, contentType: 'application/pdf' });
  });
}

/** The person answers the dialog with this place; null: they close it. */
async function answerDialog({ app }: RunningPostkey, place: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, place);
}

test('the logo is saved where the person says', async ({ start, folder }) => {
  const postkey = await start({ args: ['--address', 'pat@outlook.com'] });
  const { window } = postkey;
  await openGuide(window);
  const title = say('console-guide:guides.microsoft.sections.branding.title');
  await window.getByRole('button', { name: new RegExp(title, 'u') }).click();

  await answerDialog(postkey, null);
  await press(window, say('console-guide:logo.save'));
  await expect(window.getByText(say('console-guide:logo.value'))).toBeVisible();

  await answerDialog(postkey, join(folder, 'no-such-folder', 'logo.png'));
  await press(window, say('console-guide:logo.save'));
  await expect(window.getByText(say('refusals:file-not-saved'))).toBeVisible();

  const place = join(folder, 'logo.png');
  await answerDialog(postkey, place);
  await press(window, say('console-guide:logo.save'));
  await expect(window.getByText(say('console-guide:logo.saved')).first()).toBeVisible();
  expect(existsSync(place)).toBe(true);
  const png = readFileSync(place);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([240, 240]);
});
