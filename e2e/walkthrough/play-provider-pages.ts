// The person on the two pages of the practice provider, and on Postkey's own page at the end.
import type { Page } from '@playwright/test';
import type { Words } from '../window/find-words.ts';
import type { Look } from './person.ts';

const pageMs = 20_000;

/** `tab` stands, or will stand, at the provider's sign-in page. */
export async function playProviderPages(tab: Page, words: Words, look: Look): Promise<void> {
  const { find } = words;
  const button = (key: string) => tab.getByRole('button', { name: find(key), exact: true });
  const heading = (key: string) => tab.getByRole('heading', { level: 1, name: find(key) });
  tab.setDefaultTimeout(pageMs);

  await heading('practice:signIn.title').waitFor();
  await tab.getByLabel(find('practice:signIn.password'), { exact: true }).fill('anything');
  await look('sign-in', tab);
  await button('practice:signIn.goOn').click();

  await heading('practice:consent.title').waitFor();
  await look('consent', tab);
  await button('practice:consent.allow').click();

  await heading('browser-page:pages.arrived.title').waitFor();
  await look('arrived', tab);
}
