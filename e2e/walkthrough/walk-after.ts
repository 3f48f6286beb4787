// After the twelve steps: a mail program's sheet, the list, one account's page, its bridge, and the page when sending was switched off. Waits for facts, never for time.
import type { AtTheWindow } from '../window/at-the-window.ts';
import { untilState } from '../window/read-state.ts';
import type { Camera } from './camera.ts';
import { accountPicture, accountsPicture, bridgePicture, brokenPicture, sheetPicture } from './picture-names.ts';

/** From the last page of the set-up to the sheet of the program that was chosen, and back. `program`: its name. */
export async function takeSheet({ page, button }: AtTheWindow, camera: Camera, program: string): Promise<void> {
  await button('programs:setUpOf', { program }).click();
  await page.getByRole('heading', { level: 1, name: program, exact: true }).waitFor();
  await camera.take(sheetPicture);
  await page.keyboard.press('Escape');
  await button('pages-mail:monitor.finish').waitFor();
}

async function takeBridge({ page, button, words }: AtTheWindow, camera: Camera): Promise<void> {
  await button('programs:account.bridge.open').click();
  await page.getByRole('switch', { name: words.find('bridge:switch.title') }).click();
  await untilState(page, 'the doors are open', ({ bridges }) => bridges[0]?.doors[0]?.state === 'open');
  await page.getByText(words.find('bridge:doors.states.open'), { exact: true }).first().waitFor();
  await camera.take(bridgePicture);
  await button('programs:done').click();
  await button('account:check').waitFor();
}

/** `name`: the provider's, as it stands on the card. The practice account is on the list. */
export async function walkAfter(at: AtTheWindow, camera: Camera, name: string): Promise<void> {
  const { page, words } = at;
  await page.getByRole('listitem').filter({ hasText: name }).waitFor();
  await camera.take(accountsPicture);
  await page.locator('.card-open').click();
  await at.button('account:check').waitFor();
  await camera.take(accountPicture);
  await takeBridge(at, camera);
  await page.getByRole('button', { name: words.find('window:practice.play'), exact: true }).click();
  const picker = page.getByRole('dialog', { name: words.find('window:practice.picker.title') });
  const failure = page.getByText(words.find('problems:smtp-off.title'), { exact: true });
  await picker.getByRole('button').filter({ has: failure }).click();
  await at.button('account:check').click();
  await untilState(page, 'the look has found it', ({ accounts }) => accounts[0]?.watch?.problem?.code === 'smtp-off');
  await at.sheet.getByText(words.find('problems:smtp-off.title'), { exact: true }).first().waitFor();
  await camera.take(brokenPicture);
}
