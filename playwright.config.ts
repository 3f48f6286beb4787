// Journeys through the real app. Started by `npm test`, which says where Electron is and gives a display and a key store.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  // The first two run beside each other, each with a screen and a key store of its own. The third needs a package that was made.
  projects: [
    { name: 'journeys', testIgnore: ['**/screens/**', '**/e2e/package/**'], outputDir: 'test-results/journeys' },
    { name: 'screens', testMatch: '**/screens/**/*.test.ts', outputDir: 'test-results/screens' },
    { name: 'package', testMatch: '**/e2e/package/**/*.test.ts', outputDir: 'test-results/package' },
  ],
  // One app at a time on a screen: a person has one default browser and one key store.
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
