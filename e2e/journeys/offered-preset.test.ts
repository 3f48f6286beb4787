// A preset that comes by a link or a double click: asked first, shown whole, used only after a yes; a no changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { type JourneyParts, test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { closeSetup, expectVerdict, goOnToTheEnd, signIn } from '../parts/roads.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { openTestNetwork } from '../parts/test-network.ts';
import { addressField, expectAllGreen, expectStep, expectTitle, press } from '../parts/window-of-postkey.ts';
import { readState, untilState } from '../window/read-state.ts';

const host = 'it.harbour.example';
const organisation = 'Harbour Schools';
const linkTo = (path: string, more = '') =>
  `postkey://setup?preset=${encodeURIComponent(`https://${host}${path}`)}${more}`;

/** As the system starts Postkey for a link or a file while one is open; it hands over and ends. */
async function openWith(word: string, { folder }: Pick<JourneyParts, 'folder'>): Promise<void> {
  expect((await runCommand([word], { userData: join(folder, 'postkey') })).code).toBe(0);
}

test('a link that leads astray: asked about, fetched once, said why; after a no, links rest', async ({ parts }) => {
  const sites = { [`${host}/led-on`]: { status: 302, location: `http://${host}/harbour.postkey` } };
  const network = await openTestNetwork(parts, {}, sites);
  try {
    const { window } = await parts.start(network.wish);
    await expect(addressField(window)).toBeVisible();

    await openWith(linkTo('/led-on'), parts);
    await expectTitle(window, say('preset:link.title'));
    await expect(window.getByText(host, { exact: false }).first()).toBeVisible();
    expect(network.web.asked).toEqual([]);
    await press(window, say('preset:link.fetch'));
    await expect(window.getByText(say('refusals:link-led-astray', { host }))).toBeVisible();
    await press(window, say('preset:link.cancel'));
    await expect(addressField(window)).toBeVisible();

    // Links rest after a no, and say so; a page cannot pester.
    await openWith(linkTo('/harbour.postkey'), parts);
    await expect(window.getByText(say('refusals:link-too-soon'))).toBeVisible();
    // Nobody else was asked for anything either.
    expect(network.web.asked).toEqual([`https://${host}/led-on`]);
  } finally {
    await network.stop();
  }
});

test('a link that names the address, accepted: all twelve steps', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const preset = house.preset({ caFile: undefined, caPem: parts.authority.pem });
  const sites = { [`${host}/harbour.postkey`]: { type: 'application/json', body: JSON.stringify(preset) } };
  const network = await openTestNetwork(parts, {}, sites);
  try {
    const { window } = await parts.start(network.wish);
    await expect(addressField(window)).toBeVisible();
    await openWith(linkTo('/harbour.postkey', `&address=${encodeURIComponent(pat.address)}`), parts);
    await press(window, say('preset:link.fetch'));
    await expectTitle(window, say('preset:title', { organisation }));
    const page = window.getByRole('main').filter({ visible: true });
    await expect(page.getByText(say('preset:warnings.reads-traffic.title'))).toBeVisible();
    await expect(page.getByText(pat.address)).toBeVisible();
    await expect(page.getByText('Lighthouse Board')).toBeVisible();
    expect((await readState(window)).preset?.organisation).toBe('Lighthouse Board');

    await press(window, say('preset:use'));
    await expect(addressField(window)).toHaveValue(pat.address);
    await press(window, say('pages-start:understand.goOn'));
    await expectStep(window, 'request', 'needs-you');
    await signIn(window, house, parts);
    await goOnToTheEnd(window);
    await expectAllGreen(window);
    await closeSetup(window);
    await expectVerdict(window, 'well');
  } finally {
    await network.stop();
  }
});

test('a file that is opened with Postkey: asked; a no changes nothing, a yes does', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const { window } = await parts.start();
  await addressField(window).fill('pat@elsewhere.example');
  const file = join(parts.folder, 'my harbour.postkey');
  writeFileSync(file, JSON.stringify(house.preset({ caFile: undefined, caPem: parts.authority.pem })));

  await openWith(file, parts);
  await expectTitle(window, say('preset:title', { organisation }));
  await press(window, say('preset:decline'));
  await expect(addressField(window)).toHaveValue('pat@elsewhere.example');
  expect((await readState(window)).preset).toBeUndefined();

  await openWith(pathToFileURL(file).href, parts);
  await press(window, say('preset:use'));
  await untilState(window, 'the preset is in force', ({ preset }) => preset?.organisation === organisation);
  await expect(addressField(window)).toHaveValue('pat@elsewhere.example');

  // A certificate of somebody else's folder, and the same preset under the name of another page.
  const evil = join(parts.folder, 'evil.postkey');
  const text = readFileSync(file, 'utf8');
  writeFileSync(evil, text.replace('{', '{"caFile":"../../etc/ssl/cert.pem",'));
  await openWith(evil, parts);
  await expect(window.getByText(say('refusals:preset-ca-file-away'))).toBeVisible();
  const { issuer } = JSON.parse(text).signIn as { issuer: string };
  writeFileSync(evil, text.replace(issuer, 'https://login.microsoftonline.com.evil.example'));
  await openWith(evil, parts);
  await expect(window.getByText(/made to look like/u)).toBeVisible();
  await expect(addressField(window)).toHaveValue('pat@elsewhere.example');
});

test('a first start by a double click asks over step 1', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const file = join(parts.folder, 'harbour.postkey');
  writeFileSync(file, JSON.stringify(house.preset({ caFile: undefined })));
  const { window } = await parts.start({ args: [file] });
  await expectTitle(window, say('preset:title', { organisation }));
  await press(window, say('preset:use'));
  await expect(addressField(window)).toBeVisible();
  await untilState(window, 'the preset is in force', ({ preset }) => preset?.organisation === organisation);
});
