// The person at a test provider's page, in their own browser. Knows the pages only by what can be read on them.
import type { Page } from '@playwright/test';
import type { TestPerson } from './provider-kinds.ts';
import { pageNames } from './provider-pages.ts';

/** First page: who. */
export async function tellWho(page: Page, person: TestPerson): Promise<void> {
  await page.getByLabel(pageNames.address).fill(person.address);
  await page.getByLabel(pageNames.password).fill('a password that nobody checks');
  await page.getByRole('button', { name: pageNames.signIn }).click();
}

/** Both pages: signs in and allows all but the scopes in `untick`. The tab then stands at Postkey's own page. */
export async function signInAt(page: Page, person: TestPerson, untick: readonly string[] = []): Promise<void> {
  await tellWho(page, person);
  for (const scope of untick) await page.getByRole('checkbox', { name: scope, exact: true }).uncheck();
  await page.getByRole('button', { name: pageNames.allow }).click();
}

/** Says no on the first page. */
export async function refuseAt(page: Page): Promise<void> {
  await page.getByRole('button', { name: pageNames.cancel }).click();
}

/** On the other device: the code, then both pages. */
export async function enterDeviceCode(page: Page, code: string, person: TestPerson): Promise<void> {
  await page.getByLabel(pageNames.code).fill(code);
  await page.getByRole('button', { name: pageNames.goOn }).click();
  await signInAt(page, person);
  await page.getByRole('heading', { name: pageNames.deviceDone }).waitFor();
}
