// How long this computer itself takes from the browser's answer (its request on the loopback) until all twelve steps are done,
// the waits for the provider and the mail servers taken out. Against a real provider library, Dovecot and a real browser.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../shared/mail-provider.ts';
import { type MailHouse, openMailHouse } from '../parts/mail-house.ts';
import { openSystemBrowser } from '../parts/system-browser.ts';
import { makeTestAuthority } from '../parts/test-authority.ts';
import { type Figure, makeFigure } from './measure-in-turn.ts';
import { type NetworkWaits, noteNetworkWaits } from './network-waits.ts';
import { type SignInStage, signInOnce, startForSignIn } from './sign-in-once.ts';

const mostMs = 1000;
const mostFailures = 2;

export interface OwnTimeWish {
  readonly folder: string;
  readonly runs: number;
  readonly tell: (line: string) => void;
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
        const { whole, waited } = await timeOnce({ house, browser, preset }, waits, mkdtempSync(join(folder, 'own-')));
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
async function timeOnce(
  stage: SignInStage,
  waits: NetworkWaits,
  userData: string,
): Promise<{ readonly whole: number; readonly waited: number }> {
  const postkey = await startForSignIn(stage, userData);
  try {
    const { answeredAt, allGreenAt } = await signInOnce(stage, postkey.window);
    return { whole: allGreenAt - answeredAt, waited: waits.between(answeredAt, allGreenAt) };
  } finally {
    await postkey.quit();
    await stage.browser.clear();
  }
}
