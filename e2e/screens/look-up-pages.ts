// Step 1 with a network of its own behind it, and stops at each page: while it looks, what it finds, what it is not sure of, and
// what it does not find.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { address, domain, ownAutoconfig, settings, tenantSites } from '../parts/harbour-domain.ts';
import type { JourneyParts } from '../parts/journey.ts';
import type { Zone } from '../parts/name-server.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { say } from '../parts/say.ts';
import { openTestNetwork, type TestNetwork } from '../parts/test-network.ts';
import type { Sites } from '../parts/web-house.ts';
import { addressField, expectProblem, expectStep, press } from '../parts/window-of-postkey.ts';
import type { PageStop } from './practice-pages.ts';

export type LookUpParts = Pick<JourneyParts, 'start' | 'authority' | 'folder'>;

interface Asked extends RunningPostkey {
  readonly network: TestNetwork;
}

async function ask(parts: LookUpParts, typed: string, zone: Zone = {}, sites: Sites = {}): Promise<Asked> {
  const network = await openTestNetwork(parts, zone, sites);
  // Another Postkey each time: one that was there before would go on with its address.
  const postkey = await parts.start({ ...network.wish, userData: mkdtempSync(join(parts.folder, 'postkey-')) });
  await addressField(postkey.window).fill(typed);
  return { ...postkey, network };
}

async function leave({ quit, network }: Asked): Promise<void> {
  await quit();
  await network.stop();
}

/** The window hears nothing more, so that a page that would soon be gone stays to be looked at. */
async function holdWindow({ app }: RunningPostkey): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send = () => undefined;
  });
}

export async function* lookingUpPages(parts: LookUpParts): AsyncGenerator<PageStop> {
  const silent = { silent: true };
  const sites = { [`autoconfig.${domain}`]: silent, [domain]: silent, 'login.microsoftonline.com': silent };
  const asked = await ask(parts, address, { [domain]: silent }, sites);
  await expect(asked.window.getByText(say('look-up:asking.title'))).toBeVisible();
  await holdWindow(asked);
  yield { window: asked.window, name: 'understand, looking' };
  await leave(asked);
}

/** Where all is known: an organisation with its sign-in, and servers with a password. */
export async function* foundPages(parts: LookUpParts): AsyncGenerator<PageStop> {
  const zone: Zone = {
    [domain]: { mx: [{ host: 'mx1-eu1.ppe-hosted.com' }] },
    [`autodiscover.${domain}`]: { cname: 'autodiscover.outlook.com' },
  };
  const work = await ask(parts, address, zone, tenantSites);
  await expectStep(work.window, 'understand', 'needs-you');
  await expect(work.window.getByText(say('look-up:forecast.microsoft-default-rule'))).toBeVisible();
  yield { window: work.window, name: 'understand, an organisation' };
  await press(work.window, say('look-up:how.button'));
  await press(work.window, say('pages-start:wanted.button'));
  await expect(work.window.getByRole('list', { name: say('look-up:how.label') })).toBeVisible();
  yield { window: work.window, name: 'understand, how it was found' };
  await leave(work);

  const own = await ask(parts, address, {}, ownAutoconfig(settings((service) => `${service}.${domain}`)));
  await expect(own.window.getByText(say('look-up:password.account.title'))).toBeVisible();
  yield { window: own.window, name: 'understand, a password foretold' };
  await press(own.window, say('pages-start:wanted.button'));
  const imap = say('pages-start:servers.legend.imap');
  await press(own.window, say('look-up:servers.changeOf', { service: imap }));
  await own.window.getByRole('textbox', { name: say('pages-start:servers.host') }).fill('https://mail.harbour.example');
  await press(own.window, say('look-up:servers.use'));
  await expect(own.window.getByText(say('refusals:host-scheme'))).toBeVisible();
  yield { window: own.window, name: 'understand, typed over and refused' };
  await leave(own);
}

/** Servers that somebody on the way could have changed. */
export async function* unsurePages(parts: LookUpParts): AsyncGenerator<PageStop> {
  const srv = (host: string, port: number) => ({ srv: [{ host, port }] });
  const asked = await ask(parts, address, {
    [domain]: {},
    [`_imaps._tcp.${domain}`]: srv(`imap.${domain}`, 993),
    [`_submissions._tcp.${domain}`]: srv('a-server-with-a-long-name.mail.elsewhere.example', 465),
  });
  await expect(asked.window.getByText(say('look-up:confirm.title')).first()).toBeVisible();
  yield { window: asked.window, name: 'understand, not sure' };
  await press(asked.window, say('pages-start:understand.goOnPassword'));
  await expect(asked.window.getByText(say('refusals:servers-not-confirmed'))).toBeVisible();
  yield { window: asked.window, name: 'understand, not confirmed' };
  await leave(asked);
}

/** Nobody knows it, a letter is missing, no program gets in, nobody is registered. */
export async function* notFoundPages(parts: LookUpParts): AsyncGenerator<PageStop> {
  const nobody = await ask(parts, address, { [domain]: { a: ['127.0.0.1'] } });
  await expect(nobody.window.getByText(say('pages-start:found.nobody.title', { domain }))).toBeVisible();
  yield { window: nobody.window, name: 'understand, nobody knows it' };
  await leave(nobody);

  const mistyped = await ask(parts, 'pat@gmial.com');
  await expectProblem(mistyped.window, 'understand', 'domain-unknown');
  yield { window: mistyped.window, name: 'understand, did you mean' };
  await leave(mistyped);

  const shut = await ask(parts, 'pat@tuta.com');
  await expectProblem(shut.window, 'understand', 'no-mail-programs');
  yield { window: shut.window, name: 'understand, no mail programs' };
  await leave(shut);

  const closed = await ask(parts, 'pat@yahoo.com');
  await expect(closed.window.getByText(say('look-up:password.title.closed', { provider: 'Yahoo' }))).toBeVisible();
  yield { window: closed.window, name: 'understand, registers nobody' };
  await press(closed.window, say('look-up:password.own'));
  await press(closed.window, say('pages-start:understand.goOn'));
  await expectStep(closed.window, 'register', 'needs-you');
  yield { window: closed.window, name: 'register, closed' };
  await leave(closed);
}
