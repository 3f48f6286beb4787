// How long this computer itself takes from the browser's answer (its request on the loopback) until all twelve steps are done,
// the waits for the provider and the mail servers taken out. Against a real provider library, Dovecot and a real browser.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Service } from '../../shared/mail-provider.ts';
import { type MailHouse, openMailHouse } from '../parts/mail-house.ts';
import { tellWho } from '../parts/person-in-browser.ts';
import { startPostkey } from '../parts/postkey-app.ts';
import { pat } from '../parts/provider-kinds.ts';
import { pageNames } from '../parts/provider-pages.ts';
import { openSystemBrowser, type SystemBrowser } from '../parts/system-browser.ts';
import { makeTestAuthority } from '../parts/test-authority.ts';
import { atTheWindow } from '../window/at-the-window.ts';
import { findWords } from '../window/find-words.ts';
import { untilSetup } from '../window/read-state.ts';
import { type Figure, makeFigure } from './measure-in-turn.ts';
import { type NetworkWaits, noteNetworkWaits } from './network-waits.ts';

const mostMs = 1000;
const mostFailures = 2;

export interface OwnTimeWish {
  readonly folder: string;
  readonly runs: number;
  readonly tell: (line: string) => void;
}

interface Stage {
  readonly house: MailHouse;
  readonly browser: SystemBrowser;
  readonly waits: NetworkWaits;
  readonly preset: string;
}

/** The machine's own time against one second. */
export async function measureOwnTime({ folder, runs, tell }: OwnTimeWish): Promise<Figure> {
  tell('From the browser’s answer to all green');
  const authority = await makeTestAuthority(mkdtempSync(join(folder, 'authority-')));
  const waits = noteNetworkWaits();
  // Dovecot's parts run as users of their own and must find their way through.
  chmodSync(folder, 0o755);
  const house = await openMailHouse('openid', join(folder, 'house'), authority);
  const browser = await openSystemBrowser(join(folder, 'browser'), authority);
  try {
    const preset = join(folder, 'preset.json');
    writeFileSync(preset, JSON.stringify(house.preset({ servers: await throughProxies(house, waits) })));
    const own: number[] = [];
    let failures = 0;
    // The first one brings the files from the disk and does not count.
    for (let run = 0; run <= runs; ) {
      try {
        const { whole, waited } = await signInOnce(
          { house, browser, waits, preset },
          mkdtempSync(join(folder, 'own-')),
        );
        const counted = run === 0 ? ', not counted' : '';
        tell(`  ${(whole - waited).toFixed(0)} ms of its own and ${waited.toFixed(0)} ms of waiting${counted}`);
        if (run > 0) own.push(whole - waited);
        run += 1;
      } catch (error) {
        // A busy computer lets Dovecot give up on the provider now and then; that says nothing about Postkey.
        failures += 1;
        if (failures > mostFailures) throw error;
        tell(`  taken again: ${error instanceof Error ? error.message : error}`);
      }
    }
    return makeFigure('own time from the browser’s answer to all green', own, [mostMs], 1);
  } finally {
    await browser.stop();
    await house.stop();
    await waits.stop();
  }
}

async function throughProxies({ mail }: MailHouse, waits: NetworkWaits) {
  const proxied = async (service: Service) => ({
    ...mail.servers[service],
    port: await waits.proxyTo(mail.servers[service].port),
  });
  return { imap: await proxied('imap'), pop: await proxied('pop'), smtp: await proxied('smtp') };
}

/** A fresh Postkey each time. Milliseconds. */
async function signInOnce(
  { house, browser, waits, preset }: Stage,
  userData: string,
): Promise<{ readonly whole: number; readonly waited: number }> {
  const postkey = await startPostkey({
    userData,
    args: ['--preset', preset, '--address', pat.address],
    env: browser.env,
  });
  try {
    const at = atTheWindow(postkey.window, await findWords('en'));
    await at.button('pages-start:understand.goOn').click();
    await untilSetup(postkey.window, 'step 5 is reached', ({ current }) => current === 'request');
    const allGreen = chooseAtOnce(postkey.window);
    // Whoever waits for it below hears of it; until then nobody else has to.
    allGreen.catch(() => undefined);
    await at.button('pages-sign-in:request.button.browser', { provider: house.shortName }).click();
    const tab = await browser.openedPage(house.provider.origin);
    await tellWho(tab, pat);
    const answered = tab.waitForRequest(
      (request) => request.url().startsWith('http://') && request.url().includes('code='),
    );
    await tab.getByRole('button', { name: pageNames.allow }).click();
    const finished = await allGreen;
    const from = (await answered).timing().startTime;
    return { whole: finished - from, waited: waits.between(from, finished) };
  } finally {
    await postkey.quit();
    await browser.clear();
  }
}

/** A person who has decided before they are asked: step 9 costs no time. Epoch milliseconds of the moment all steps were done. */
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
