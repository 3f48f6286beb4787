// A client secret with a last day: typed at step 3, warned of on the account's card, and replaced by another for the same account.
import { expect, type Page } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { pat, presetSignIn, providerFacts } from '../parts/provider-kinds.ts';
import { closeSetup, expectVerdict, goOnToTheEnd, signIn, watchToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectProblem, expectStep, expectTitle, press, tellAddress } from '../parts/window-of-postkey.ts';

const { clientId, clientSecret = '' } = providerFacts.google;

/** So many days from today, as the date field takes it. */
function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

async function typeSecret(window: Page, secret: string, lastDay: string): Promise<void> {
  await window.getByLabel(say('pages-start:credentials.secret.label'), { exact: true }).fill(secret);
  await window.getByLabel(say('pages-start:credentials.secretEndsOn.label'), { exact: true }).fill(lastDay);
  await press(window, say('pages-start:credentials.goOn', { provider: 'Google' }));
}

test('a client secret is warned of before it ends, and a new one takes its place', async ({ parts }) => {
  const house = await parts.openHouse('google');
  const unknown = { ...presetSignIn('google', house.provider.origin), clientId: '1-nobody.apps.googleusercontent.com' };
  const { window } = await parts.start({ args: ['--preset', house.presetFile(parts.folder, { signIn: unknown })] });
  await tellAddress(window, pat.address);
  await expectProblem(window, 'credentials', 'client-unknown');
  await window.getByRole('textbox', { name: say('pages-start:credentials.clientId.label') }).fill(clientId);
  await typeSecret(window, 'GOCSPX-not-the-one-1234', dayIn(10));
  await expectProblem(window, 'credentials', 'secret-wrong');
  await typeSecret(window, clientSecret, dayIn(10));
  await expectStep(window, 'credentials', 'done');
  expect(house.provider.record.signIns).toBe(0);
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);

  const card = window.getByRole('article').filter({ hasText: pat.address });
  const warning = card.getByText(/client secret ends on .*Make a new one at Google/u);
  await expect(card.getByText(say('window:accounts.verdict.noted'), { exact: true })).toBeVisible();
  await expect(warning).toBeVisible();

  await card.getByRole('button', { name: say('window:accounts.newSecret') }).click();
  await expectTitle(window, say('pages-start:credentials.newSecret.title'));
  await expect(window.getByRole('textbox', { name: say('pages-start:credentials.clientId.label') })).toHaveValue(
    clientId,
  );
  await typeSecret(window, clientSecret, dayIn(400));
  await expectStep(window, 'credentials', 'done');
  await signIn(window, house, parts);
  await watchToTheEnd(window);
  await closeSetup(window);
  await expectVerdict(window, 'well');
  await expect(warning).toBeHidden();
});
