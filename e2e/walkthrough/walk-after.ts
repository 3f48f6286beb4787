// After the twelve steps: the list, one account's page, and the same page when sending was switched off. Waits for facts, never for time.
import type { AtTheWindow } from '../window/at-the-window.ts';
import { untilState } from '../window/read-state.ts';
import type { Camera } from './camera.ts';
import { accountPicture, accountsPicture, brokenPicture } from './picture-names.ts';

/** `name`: the provider's, as it stands on the card. The practice account is on the list. */
export async function walkAfter(at: AtTheWindow, camera: Camera, name: string): Promise<void> {
  const { page, words } = at;
  await page.getByRole('listitem').filter({ hasText: name }).waitFor();
  await camera.take(accountsPicture);
  await page.locator('.card-open').click();
  await at.button('account:check').waitFor();
  await camera.take(accountPicture);
  await page.getByRole('button', { name: words.find('window:practice.play'), exact: true }).click();
  const picker = page.getByRole('dialog', { name: words.find('window:practice.picker.title') });
  const failure = page.getByText(words.find('problems:smtp-off.title'), { exact: true });
  await picker.getByRole('button').filter({ has: failure }).click();
  await at.button('account:check').click();
  await untilState(page, 'the look has found it', ({ accounts }) => accounts[0]?.watch?.problem?.code === 'smtp-off');
  await at.sheet.getByText(words.find('problems:smtp-off.title'), { exact: true }).first().waitFor();
  await camera.take(brokenPicture);
}
