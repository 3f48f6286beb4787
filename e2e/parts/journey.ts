// What every journey is given: a run's own certificate authority, the three mail houses (opened when first asked for), the
// system browser, and Postkey as often as it wants to start it. All is closed again, and shared parts are put back after each.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type MailHouse, openMailHouse } from './mail-house.ts';
import { type PostkeyWish, type RunningPostkey, startPostkey } from './postkey-app.ts';
import type { ProviderKind } from './provider-kinds.ts';
import { openSystemBrowser, type SystemBrowser } from './system-browser.ts';
import { makeTestAuthority, type TestAuthority } from './test-authority.ts';

interface Run {
  readonly folder: string;
  readonly authority: TestAuthority;
  house(kind: ProviderKind): Promise<MailHouse>;
}

interface WorkerParts {
  readonly run: Run;
  readonly browserOfRun: SystemBrowser;
}

export interface JourneyParts {
  /** The journey's own folder, empty at first. */
  readonly folder: string;
  readonly authority: TestAuthority;
  readonly systemBrowser: SystemBrowser;
  /** Opened once, then shared by the journeys; stage and record are fresh. */
  readonly openHouse: (kind: ProviderKind) => Promise<MailHouse>;
  /** Starts Postkey with the system browser in reach. Without `userData` always the same folder of this journey. */
  readonly start: (wish?: Partial<PostkeyWish>) => Promise<RunningPostkey>;
}

export const test = base.extend<JourneyParts & { readonly parts: JourneyParts }, WorkerParts>({
  parts: async ({ folder, authority, systemBrowser, openHouse, start }, use) =>
    use({ folder, authority, systemBrowser, openHouse, start }),
  run: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'pk-e2e-'));
      // Dovecot's parts run as users of their own and must find their way through.
      chmodSync(folder, 0o755);
      const authority = await makeTestAuthority(folder);
      const houses = new Map<ProviderKind, Promise<MailHouse>>();
      await use({
        folder,
        authority,
        async house(kind) {
          const house = houses.get(kind) ?? openMailHouse(kind, join(folder, kind), authority);
          houses.set(kind, house);
          return house;
        },
      });
      for (const opened of houses.values()) {
        const house = await opened.catch(() => null);
        await house?.stop();
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  browserOfRun: [
    async ({ run }, use) => {
      const browser = await openSystemBrowser(join(run.folder, 'browser'), run.authority);
      await use(browser);
      await browser.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  folder: async ({ run }, use) => {
    const folder = mkdtempSync(join(run.folder, 'journey-'));
    chmodSync(folder, 0o755);
    await use(folder);
  },
  authority: async ({ run }, use) => use(run.authority),
  systemBrowser: async ({ browserOfRun }, use) => {
    await use(browserOfRun);
    await browserOfRun.clear();
  },
  openHouse: async ({ run }, use, testInfo) => {
    const opened: MailHouse[] = [];
    await use(async (kind) => {
      const house = await run.house(kind);
      opened.push(house);
      return house;
    });
    for (const house of opened) {
      house.provider.reset();
      if (testInfo.status === testInfo.expectedStatus) continue;
      await testInfo.attach(`dovecot-${house.kind}`, { body: house.mail.log(), contentType: 'text/plain' });
    }
  },
  start: async ({ folder, systemBrowser }, use, testInfo) => {
    const running: RunningPostkey[] = [];
    let said = '';
    await use(async (wish = {}) => {
      const postkey = await startPostkey({
        userData: join(folder, 'postkey'),
        onSaid: (text) => {
          said += text;
        },
        ...wish,
        env: { ...systemBrowser.env, ...wish.env },
      });
      running.push(postkey);
      return postkey;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const [number, postkey] of running.entries()) {
      if (failed && !postkey.window.isClosed()) {
        const picture = await postkey.window.screenshot().catch(() => null);
        if (picture) await testInfo.attach(`window-${number}`, { body: picture, contentType: 'image/png' });
      }
      await postkey.quit();
    }
    if (failed && said !== '') await testInfo.attach('standard-error', { body: said, contentType: 'text/plain' });
  },
});
