// Stretches of the road that many journeys share, put together from the parts.
import { expect, type Page } from '@playwright/test';
import type { StepId } from '../../shared/setup-steps.ts';
import type { JourneyParts } from './journey.ts';
import type { MailHouse } from './mail-house.ts';
import { signInAt } from './person-in-browser.ts';
import type { PostkeyWish, RunningPostkey } from './postkey-app.ts';
import { type ProviderKind, pat, type TestPerson } from './provider-kinds.ts';
import { say } from './say.ts';
import { askForSignIn, expectStep, press, stepLine, tellAddress } from './window-of-postkey.ts';

export interface AtSignIn extends RunningPostkey {
  readonly house: MailHouse;
}

/** Starts Postkey with the house's preset and walks to step 5, as pat. `change` replaces fields of the preset. */
export async function walkToSignIn(
  { start, openHouse, folder }: Pick<JourneyParts, 'start' | 'openHouse' | 'folder'>,
  kind: ProviderKind,
  change: Readonly<Record<string, unknown>> = {},
  wish: Partial<PostkeyWish> = {},
): Promise<AtSignIn> {
  const house = await openHouse(kind);
  const postkey = await start({ ...wish, args: ['--preset', house.presetFile(folder, change), ...(wish.args ?? [])] });
  await tellAddress(postkey.window, pat.address);
  await expectStep(postkey.window, 'request', 'needs-you');
  return { ...postkey, house };
}

/** Steps 5 and 6: the button in the window, then both pages in the browser. Answers with the browser's tab. */
export async function signIn(
  window: Page,
  house: MailHouse,
  { systemBrowser }: Pick<JourneyParts, 'systemBrowser'>,
  person: TestPerson = pat,
): Promise<Page> {
  await askForSignIn(window, house.shortName);
  const tab = await systemBrowser.openedPage(house.provider.origin);
  await signInAt(tab, person);
  return tab;
}

/** Step 9 with no program, then to the end of step 12; the last page stands there. */
export async function goOnToTheEnd(window: Page): Promise<void> {
  await press(window, say('pages-mail:configure.without'));
  await watchToTheEnd(window);
}

/** Steps 10 to 12, in which the person only looks on; the last page stands there. */
export async function watchToTheEnd(window: Page): Promise<void> {
  const goOn = window.getByRole('button', { name: say('window:buttons.continue'), exact: true });
  const done = window.getByRole('button', { name: say('pages-mail:monitor.finish'), exact: true });
  // A person who watches the ladders stays on them until they press Continue.
  await expect(goOn.or(done).first()).toBeVisible({ timeout: 30_000 });
  if (await goOn.isVisible()) await goOn.click();
  await expect(done).toBeVisible({ timeout: 30_000 });
}

/** From the last page to the account list. */
export async function closeSetup(window: Page): Promise<void> {
  await press(window, say('pages-mail:monitor.finish'));
  await expect(window.getByRole('button', { name: say('window:accounts.add') })).toBeVisible();
}

/** In the account list: takes pat's account away, as far as yes to the question. */
export async function removeAccount(window: Page): Promise<void> {
  await press(window, say('window:accounts.more', { address: pat.address }));
  await window.getByRole('menuitem', { name: say('window:accounts.remove') }).click();
  await press(window, say('leaving:question.yes'));
}

/** In the account list: looks at pat's account now. */
export async function checkNow(window: Page): Promise<void> {
  await press(window, say('window:accounts.more', { address: pat.address }));
  await window.getByRole('menuitem', { name: say('window:accounts.check') }).click();
}

/** What the account list says of pat's account. `healed`: well, and something was wrong today or yesterday. */
export async function expectVerdict(
  window: Page,
  verdict: 'well' | 'healed' | 'needs-you' | 'needs-password',
): Promise<void> {
  const card = window.getByRole('article').filter({ hasText: pat.address });
  await expect(card.getByText(say(`window:accounts.verdict.${verdict}`), { exact: true })).toBeVisible({
    timeout: 20_000,
  });
}

/** Opens a step's page by its line in the checklist. */
export async function openStep(window: Page, step: StepId): Promise<void> {
  await stepLine(window, step).getByRole('button').click();
}
