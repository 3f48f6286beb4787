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

/** Signs in, and meets the page that only an administrator gets past; goes back to Postkey from there. */
export async function meetAdministratorsRule(page: Page, person: TestPerson): Promise<void> {
  await tellWho(page, person);
  await page.getByRole('heading', { name: pageNames.approvalNeeded }).waitFor();
  await page.getByRole('button', { name: pageNames.goBack }).click();
}

/** The administrator, at the page of the letter. The browser ends where nobody listens. */
export async function agreeForEverybody(page: Page, administrator: TestPerson): Promise<void> {
  await page.getByLabel(pageNames.address).fill(administrator.address);
  await page.getByLabel(pageNames.password).fill('a password that nobody checks');
  await page.getByRole('button', { name: pageNames.accept }).click({ noWaitAfter: true });
}

/** On the other device: the code, then both pages. */
export async function enterDeviceCode(page: Page, code: string, person: TestPerson): Promise<void> {
  await page.getByLabel(pageNames.code).fill(code);
  await page.getByRole('button', { name: pageNames.goOn }).click();
  await signInAt(page, person);
  await page.getByRole('heading', { name: pageNames.deviceDone }).waitFor();
}
