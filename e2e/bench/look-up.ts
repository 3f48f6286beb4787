// How long an address takes from the first question to the verdict in the window, with a name service and a web of the bench's own
// that answer as slowly as real ones: everybody well, and with one source that never answers.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type NameServer, openNameServer } from '../parts/name-server.ts';
import { startPostkey } from '../parts/postkey-app.ts';
import { makeTestAuthority, type TestAuthority } from '../parts/test-authority.ts';
import { openWebHouse, type Sites, type WebHouse } from '../parts/web-house.ts';
import { addressField } from '../parts/window-of-postkey.ts';
import { type Figure, measureInTurn } from './measure-in-turn.ts';

/** What real servers far away take to answer. */
const afterMs = 250;
/** Nobody has an address typed sooner. */
const typingMs = 1_500;
const domain = 'harbour.example';
const tenant = '11112222-3333-4444-8555-666677778888';
const signInHost = 'login.microsoftonline.com';
const directory = `/${domain}/v2.0/.well-known/openid-configuration`;
const autoconfig = `autoconfig.${domain}`;
/** Its word is trusted more than the MX; it has none. */
const silentHost = 'live.thunderbird.net';

/** A school at Microsoft: the MX says so, and whose directory it is only Microsoft knows. Nobody else knows anything. */
const zone = {
  [domain]: { a: ['127.0.0.1'], mx: [{ host: 'harbour-example.mail.protection.outlook.com' }] },
  [autoconfig]: { a: ['127.0.0.1'] },
};
const json = { type: 'application/json', afterMs };
const noFile = { status: 404, afterMs };
const healthy: Sites = {
  [domain]: noFile,
  [autoconfig]: noFile,
  [silentHost]: noFile,
  [`${signInHost}${directory}`]: {
    ...json,
    body: JSON.stringify({
      issuer: `https://${signInHost}/${tenant}/v2.0`,
      authorization_endpoint: `https://${signInHost}/${tenant}/oauth2/v2.0/authorize`,
    }),
  },
  [`${signInHost}/getuserrealm.srf`]: { ...json, body: JSON.stringify({ FederationBrandName: 'Harbour Schools' }) },
};

/** `postkeyPreset` of others: brings the bench's certificate authority, and speaks for no address here. */
const preset = {
  postkeyPreset: 1,
  organisation: 'Lighthouse Board',
  domains: ['lighthouse.example'],
  signIn: { kind: 'microsoft', clientId: '3f1c2b0a-9d8e-4f7a-8b6c-5d4e3f2a1b0c', tenant: 'lighthouse.example' },
};

export interface LookUpWish {
  readonly folder: string;
  readonly runs: number;
  readonly tell: (line: string) => void;
}

interface Stage {
  readonly folder: string;
  readonly presetFile: string;
  readonly names: NameServer;
  readonly web: WebHouse;
}

/** Milliseconds from the first question to the snapshot that brings the verdict; a fresh Postkey each time. */
async function lookUpOnce({ folder, presetFile, names, web }: Stage): Promise<number> {
  const postkey = await startPostkey({
    userData: mkdtempSync(join(folder, 'look-up-')),
    args: ['--preset', presetFile],
    network: { nameServer: names.address, switch: web.switch },
  });
  try {
    const verdict = untilVerdict(postkey.window);
    verdict.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, typingMs));
    await addressField(postkey.window).fill(`pat@${domain}`);
    return await verdict;
  } finally {
    await postkey.quit();
  }
}

function untilVerdict(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        window.postkey.onState(({ setup }) => {
          if (setup?.lookUp === undefined || setup.steps.understand.kind === 'working') return;
          const found = setup.provider;
          if (found?.organisation !== 'Harbour Schools')
            reject(new Error(`Not what was to be found: ${JSON.stringify(setup.lookUp.sources)}`));
          resolve(Date.now() - setup.lookUp.startedAt);
        });
      }),
  );
}

/** The slowest of the sources that are needed, asked by nobody but Node and on its own: TLS, question and answer. */
function askAlone(
  web: WebHouse,
  { pem }: TestAuthority,
  { host, path }: { readonly host: string; readonly path: string } = { host: signInHost, path: directory },
): Promise<number> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const wish = { host: '127.0.0.1', port: web.port, servername: host, ca: pem, agent: false };
    get({ ...wish, path, headers: { host } }, (response) => {
      response.resume();
      response.on('end', () => resolve(performance.now() - from));
    }).on('error', reject);
  });
}

export async function measureLookUp({ folder, runs, tell }: LookUpWish): Promise<readonly Figure[]> {
  const authority = await makeTestAuthority(mkdtempSync(join(folder, 'look-up-authority-')));
  const presetFile = join(folder, 'look-up.preset.json');
  writeFileSync(presetFile, JSON.stringify({ ...preset, caFile: authority.file }));
  const [names, oneSilent, web, oneDead] = await Promise.all([
    openNameServer(zone),
    openNameServer({ ...zone, [`_imaps._tcp.${domain}`]: { silent: true } }),
    openWebHouse(authority, healthy),
    openWebHouse(authority, { ...healthy, [silentHost]: { silent: true } }),
  ]);
  const well: Stage = { folder, presetFile, names, web };
  const onPair = (ours: number, theirs: number): void =>
    tell(`  ${ours.toFixed(0)} ms, against ${theirs.toFixed(0)} ms`);
  const pair = (name: string, goal: number, ours: () => Promise<number>, theirs: () => Promise<number>) =>
    measureInTurn({ name, goal, runs, ours, theirs, onPair });
  const whenWell = (): Promise<number> => lookUpOnce(well);
  try {
    // Certificates are made once, and files come from the disk once.
    const hosts = [domain, autoconfig, signInHost];
    await Promise.all(
      hosts.flatMap((host) => [web, oneDead].map((each) => askAlone(each, authority, { host, path: directory }))),
    );
    await whenWell();
    tell('Looking an address up, everybody well');
    const first = await pair('look-up, against its slowest source alone', 1.75, whenWell, () =>
      askAlone(web, authority),
    );
    tell('The same, with a source dead that would be trusted less');
    const less = await pair(
      'look-up, a dead source of less trust',
      1.25,
      () => lookUpOnce({ ...well, names: oneSilent }),
      whenWell,
    );
    tell('The same, with a source dead that would be trusted more');
    const more = await pair(
      'look-up, a dead source of more trust',
      // The patience of a second and a half with those who would be trusted more.
      4,
      () => lookUpOnce({ ...well, web: oneDead }),
      whenWell,
    );
    return [first, less, more];
  } finally {
    await Promise.all([names, oneSilent, web, oneDead].map((each) => each.stop()));
  }
}
