// Stops at a case file: its preview with lines left out, and the same file opened on another computer, step, account and everything.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { closeSetup, goOnToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectStep, press } from '../parts/window-of-postkey.ts';
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

/** Where the system's dialog will say that a file is to be saved. */
async function willBeSaved({ app }: RunningPostkey): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'postkey-case-')), 'case.html');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog;
  }, file);
  return file;
}

export async function* casePages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const postkey = await startInPractice(parts);
  const { window } = postkey;
  const file = await willBeSaved(postkey);
  await goToSignIn(window);
  const tab = await openBrowser(window, parts.systemBrowser);
  await goToPrograms({ window, tab });
  await goOnToTheEnd(window);
  await closeSetup(window);
  await window.locator('.card-open').click();
  await play(window, 'smtp-off');
  await press(window, say('account:check'));
  await expect(window.getByText(say('problems:smtp-off.what')).first()).toBeVisible();
  await playNothing(window);
  await window
    .getByRole('button', { name: say('window:help.caseMake') })
    .first()
    .click();
  const draft = window.getByRole('dialog', { name: say('case-file:preview.title') });
  await expect(draft).toBeVisible();
  yield { window, name: 'case file, the preview', part: draft };
  const scopes = say('case-file:groups.scopes');
  await press(window, say('case-file:preview.leaveOutOf', { title: scopes }));
  await expect(
    draft.getByRole('button', { name: say('case-file:preview.putBackOf', { title: scopes }) }),
  ).toBeVisible();
  await press(window, say('case-file:preview.save'));
  await expect(draft.getByText(file)).toBeVisible();
  yield { window, name: 'case file, saved without a part', part: draft };
  await postkey.quit();

  const agent = (await parts.start({ args: ['--case', file] })).window;
  await expect(agent.getByRole('region', { name: say('case-file:opened.title') })).toBeVisible();
  yield { window: agent, name: 'case file, an account' };
  await press(agent, say('case-file:opened.everything'));
  await expect(agent.getByRole('heading', { level: 1, name: say('case-file:opened.everything') })).toBeVisible();
  yield { window: agent, name: 'case file, everything' };
}

/** A set-up that stopped, as its case file shows it. */
export async function* stoppedCasePages(parts: PracticeParts): AsyncGenerator<PageStop> {
  const postkey = await startInPractice(parts);
  const { window } = postkey;
  const file = await willBeSaved(postkey);
  await goToSignIn(window);
  await play(window, 'smtp-off');
  const tab = await openBrowser(window, parts.systemBrowser);
  await goToPrograms({ window, tab });
  await press(window, say('pages-mail:configure.without'));
  await expectStep(window, 'test', 'failed', 30_000);
  await window
    .getByRole('button', { name: say('window:help.caseMake') })
    .first()
    .click();
  await press(window, say('case-file:preview.save'));
  await expect(window.getByText(file)).toBeVisible();
  await postkey.quit();
  const agent = (await parts.start({ args: ['--case', file] })).window;
  await expect(agent.getByRole('region', { name: say('case-file:opened.title') })).toBeVisible();
  yield { window: agent, name: 'case file, a step' };
}
