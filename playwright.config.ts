// Journeys through the real app. Started by `npm test`, which says where Electron is and gives a display and a key store.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  // One app at a time: a person has one screen, one default browser and one key store.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  // No video: it needs a program that Playwright would download.
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure', video: 'off' },
});
