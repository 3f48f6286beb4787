// What is typed, dropped or handed over wrongly gets a clear sentence at its place, and nothing is lost.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RefusalCode } from '../../shared/refusal.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { say } from '../parts/say.ts';
import { addressField, expectStep, press, tick } from '../parts/window-of-postkey.ts';

const refusal = (window: Page, code: RefusalCode): Locator => window.getByText(say(`refusals:${code}`)).last();

/** Drops a file on an element, as a file manager does. */
async function drop(target: Locator, name: string, text: string): Promise<void> {
  const files = await target.page().evaluateHandle(
    ({ name: fileName, text: content }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'application/json' }));
      return transfer;
    },
    { name, text },
  );
  await target.dispatchEvent('dragover', { dataTransfer: files });
  await target.dispatchEvent('drop', { dataTransfer: files });
}

test('malformed addresses are named, unusual ones taken', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const preset = house.presetFile(parts.folder, {
    domains: ['harbour.example', 'bücher.example', 'a.b.harbour.example'],
  });
  const { window } = await parts.start({ args: ['--preset', preset] });
  const field = addressField(window);
  const bad: readonly (readonly [string, RefusalCode])[] = [
    ['pat.harbour.example', 'address-no-at'],
    ['pat@@harbour.example', 'address-two-ats'],
    ['pat moreno@harbour.example', 'address-space'],
    ['@harbour.example', 'address-no-name'],
    ['pat@', 'address-no-domain'],
    ['pat@harbour', 'address-no-dot'],
    ['pat..x@harbour.example', 'address-name-odd'],
    ['pat@-harbour.example', 'address-domain-odd'],
    [`${'p'.repeat(70)}@harbour.example`, 'address-too-long'],
  ];
  for (const [typed, code] of bad) {
    await field.fill(typed);
    await field.press('Enter');
    await expect(refusal(window, code)).toBeVisible();
    await expect(field).toHaveValue(typed);
    await expectStep(window, 'understand', 'needs-you');
  }
  for (const good of [
    'pat+news@harbour.example',
    'pat@a.b.harbour.example',
    'jürgen@bücher.example',
    "o'neil@harbour.example",
  ]) {
    await field.fill(good);
    await expect(window.getByRole('button', { name: say('pages-start:understand.goOn'), exact: true })).toBeVisible();
    await expect(field).toHaveValue(good);
  }
});

test('bad presets, dropped on the window', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  const { window } = await parts.start();
  await addressField(window).fill(pat.address);
  const good = house.preset({ caFile: undefined, caPem: parts.authority.pem });
  const signIn = good['signIn'] as Record<string, unknown>;
  const bad: readonly (readonly [string, RefusalCode, string])[] = [
    ['This is no JSON at all', 'preset-not-json', ''],
    [`{"postkeyPreset":1,"organisation":"${'x'.repeat(5_000_000)}"}`, 'preset-too-large', ''],
    [
      JSON.stringify({ ...good, signIn: { ...signIn, issuer: 'http://localhost:1' } }),
      'preset-not-https',
      'signIn.issuer',
    ],
    [JSON.stringify({ ...good, colour: 'green' }), 'preset-wrong-fields', 'colour'],
    [JSON.stringify({ ...good, organisation: undefined }), 'preset-wrong-fields', 'organisation'],
    [JSON.stringify({ ...good, postkeyPreset: 2 }), 'preset-newer-version', ''],
  ];
  for (const [text, code, place] of bad) {
    await drop(window.getByRole('heading', { level: 1 }), 'harbour.json', text);
    await expect(refusal(window, code)).toBeVisible();
    if (place !== '') await expect(window.getByText(place, { exact: false })).toBeVisible();
    await expect(addressField(window)).toHaveValue(pat.address);
  }
  await drop(window.getByRole('heading', { level: 1 }), 'harbour.json', JSON.stringify(good));
  await press(window, say('preset:use'));
  await expect(window.getByText(say('window:notices.preset-taken.title'))).toBeVisible();
  await expect(addressField(window)).toHaveValue(pat.address);
  await press(window, say('pages-start:understand.goOn'));
  await expectStep(window, 'request', 'needs-you');
});

test('a preset of five megabytes, a missing one and one with http on the command line', async ({ parts }) => {
  const house = await parts.openHouse('microsoft');
  const huge = join(parts.folder, 'huge.json');
  writeFileSync(huge, `{"postkeyPreset":1,"organisation":"${'x'.repeat(5_000_000)}"}`);
  const plain = house.presetFile(parts.folder, {
    signIn: { kind: 'microsoft', clientId: 'x', authority: 'http://localhost:1' },
  });
  const cases: readonly (readonly [string, RefusalCode])[] = [
    [huge, 'preset-too-large'],
    [join(parts.folder, 'not-there.json'), 'file-unreadable'],
    [plain, 'preset-not-https'],
  ];
  for (const [file, code] of cases) {
    const { window, quit } = await parts.start({ args: ['--preset', file] });
    await expect(refusal(window, code)).toBeVisible();
    await expect(addressField(window)).toBeEditable();
    await quit();
  }
});

test('servers with schemes and ports, and no server at all', async ({ parts }) => {
  const { window } = await parts.start();
  await addressField(window).fill('pat@nowhere.example');
  // Without a network nobody can be asked; one can choose all the same.
  await press(window, say('pages-start:found.byHand.button'));
  await tick(window, say('pages-start:choose.openid.title'));
  await press(window, say('window:buttons.continue'));
  await expect(refusal(window, 'issuer-empty')).toBeVisible();
  await expect(refusal(window, 'no-server')).toBeVisible();
  const issuer = window.getByRole('textbox', { name: say('pages-start:choose.issuer.label') });
  await issuer.fill('http://login.nowhere.example');
  const imap = window.getByRole('group', { name: say('pages-start:servers.legend.imap') });
  const host = imap.getByRole('textbox', { name: say('pages-start:servers.host') });
  for (const [typed, code] of [
    ['https://imap.nowhere.example', 'host-scheme'],
    ['imap.nowhere.example:993', 'host-port'],
    ['pat@nowhere.example', 'host-is-address'],
    ['imap nowhere', 'host-space'],
  ] as const) {
    await host.fill(typed);
    await press(window, say('window:buttons.continue'));
    await expect(refusal(window, code)).toBeVisible();
    await expect(host).toHaveValue(typed);
  }
  await host.fill('imap.nowhere.example');
  await imap.getByRole('textbox', { name: say('pages-start:servers.port') }).fill('99999');
  await press(window, say('window:buttons.continue'));
  await expect(refusal(window, 'port-odd')).toBeVisible();
  await imap.getByRole('textbox', { name: say('pages-start:servers.port') }).fill('993');
  await press(window, say('window:buttons.continue'));
  await expect(refusal(window, 'issuer-not-https')).toBeVisible();
  await expect(issuer).toHaveValue('http://login.nowhere.example');
  await expect(addressField(window)).toHaveValue('pat@nowhere.example');
});

test("a client ID that is none, and Google's wrong files", async ({ parts }) => {
  const { window } = await parts.start();
  await addressField(window).fill('pat@gmail.com');
  await press(window, say('pages-start:understand.goOn'));
  await press(window, say('pages-start:register.goOn'));
  const clientId = window.getByRole('textbox', { name: say('pages-start:credentials.clientId.label') });
  for (const [typed, code] of [
    ['GOCSPX-abcdefghijklmnopqrstuvwxyz12', 'client-id-is-secret'],
    ['the client id that my colleague sent me', 'client-id-sentence'],
    ['1234 abc.apps.googleusercontent.com', 'client-id-space'],
    ['pat@gmail.com', 'client-id-is-address'],
    ['{"installed":{}}', 'client-id-is-file'],
    ['7c0e6f4a-52d1-4b8e-9a37-1f2e3d4c5b6a', 'client-id-not-google'],
  ] as const) {
    await clientId.fill(typed);
    await clientId.press('Enter');
    await expect(refusal(window, code)).toBeVisible();
    await expect(clientId).toHaveValue(typed);
  }
  const place = window.getByText(say('pages-start:credentials.file.title'));
  for (const [text, code] of [
    [
      JSON.stringify({ web: { client_id: 'x.apps.googleusercontent.com', client_secret: 'y' } }),
      'google-file-web-client',
    ],
    [JSON.stringify({ type: 'service_account', client_email: 'x@y.example' }), 'google-file-service-account'],
    ['{"some":"thing"}', 'google-file-other-json'],
    ['not json', 'google-file-not-json'],
    [' '.repeat(5_100_000), 'google-file-too-large'],
  ] as const) {
    await drop(place, 'client_secret_1.json', text);
    await expect(refusal(window, code)).toBeVisible();
    await expect(clientId).toHaveValue('7c0e6f4a-52d1-4b8e-9a37-1f2e3d4c5b6a');
  }
  await expectStep(window, 'credentials', 'needs-you');
});
