// A sheet as a person reads it off the page: for each screen of the mail program what stands beside each label, and nothing from elsewhere.
import { expect, type Page } from '@playwright/test';
import { say } from './say.ts';

export interface ReadSheet {
  /** What stands beside the label on that screen; fails where there is no such line. */
  on(screen: string, label: string): Promise<string>;
  /** The password, shown once. */
  password(): Promise<string>;
}

export function readSheet(window: Page): ReadSheet {
  return {
    async on(screen, label) {
      const box = window.getByRole('listitem').filter({
        has: window.getByRole('heading', { level: 2 }).filter({ has: window.getByText(screen, { exact: true }) }),
      });
      const line = box.locator('.copy-line').filter({ has: window.getByText(label, { exact: true }) });
      return line.locator('.copy-line-value').innerText();
    },
    async password() {
      const shown = window.locator('.password-value');
      await expect(window.getByRole('button', { name: say('programs:password.typed') })).toBeVisible();
      return shown.innerText();
    },
  };
}
