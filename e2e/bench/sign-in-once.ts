// Takes a fresh Postkey from its first page to all green, as a person who has decided everything before being asked.
import type { Page } from '@playwright/test';
import type { MailHouse } from '../parts/mail-house.ts';
import { tellWho } from '../parts/person-in-browser.ts';
import { type RunningPostkey, startPostkey } from '../parts/postkey-app.ts';
import { pat } from '../parts/provider-kinds.ts';
import { pageNames } from '../parts/provider-pages.ts';
import type { SystemBrowser } from '../parts/system-browser.ts';
import { atTheWindow } from '../window/at-the-window.ts';
import { findWords } from '../window/find-words.ts';
import { untilSetup } from '../window/read-state.ts';

export interface SignInStage {
  readonly house: MailHouse;
  readonly browser: SystemBrowser;
  /** A file. */
  readonly preset: string;
}

/** Both in epoch milliseconds. */
export interface SignedIn {
  /** When the browser asked on the loopback. */
  readonly answeredAt: number;
  readonly allGreenAt: number;
}

export function startForSignIn({ browser, preset }: SignInStage, userData: string): Promise<RunningPostkey> {
  return startPostkey({ userData, args: ['--preset', preset, '--address', pat.address], env: browser.env });
}

export async function signInOnce({ house, browser }: SignInStage, window: Page): Promise<SignedIn> {
  const at = atTheWindow(window, await findWords('en'));
  await at.button('pages-start:understand.goOn').click();
  await untilSetup(window, 'step 5 is reached', ({ current }) => current === 'request');
  const allGreen = chooseAtOnce(window);
  // Whoever waits for it below hears of it; until then nobody else has to.
  allGreen.catch(() => undefined);
  await at.button('pages-sign-in:request.button.browser', { provider: house.shortName }).click();
  const tab = await browser.openedPage(house.provider.origin);
  await tellWho(tab, pat);
  const answered = tab.waitForRequest(
    (request) => request.url().startsWith('http://') && request.url().includes('code='),
  );
  await tab.getByRole('button', { name: pageNames.allow }).click();
  const allGreenAt = await allGreen;
  return { answeredAt: (await answered).timing().startTime, allGreenAt };
}

/** Step 9 costs no time. Epoch milliseconds of the moment all steps were done. */
function chooseAtOnce(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        let hasChosen = false;
        window.postkey.onState(({ setup }) => {
          if (setup === undefined) return;
          const all = Object.values(setup.steps);
          const stopped = all.find((status) => 'problem' in status);
          if (stopped !== undefined) reject(new Error(`A step stopped: ${JSON.stringify(stopped)}`));
          if (all.every(({ kind }) => kind === 'done')) resolve(performance.timeOrigin + performance.now());
          if (hasChosen || setup.steps.configure.kind !== 'needs-you') return;
          hasChosen = true;
          void window.postkey.request('configure.choose', { programs: [] });
        });
      }),
  );
}
