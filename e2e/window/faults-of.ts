// What a page complained about to nobody: uncaught errors, and warnings or worse in its console.
import type { Page } from '@playwright/test';

export async function faultsOf(page: Page): Promise<readonly string[]> {
  const lines = await page.consoleMessages();
  const errors = await page.pageErrors();
  return [
    ...errors.map((error) => error.message),
    ...lines.filter((line) => ['error', 'warning'].includes(line.type())).map((line) => line.text()),
  ];
}
