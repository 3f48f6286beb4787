// Step 1 for addresses of every kind, in the real window, with a name service and a web of the journey's own. Nothing leaves the computer.
import { expect, type Page } from '@playwright/test';
import { address, domain, ownAutoconfig, settings, tenantSites } from '../parts/harbour-domain.ts';
import { test as base } from '../parts/journey.ts';
import type { Zone } from '../parts/name-server.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { say } from '../parts/say.ts';
import { openTestNetwork, type TestNetwork } from '../parts/test-network.ts';
import type { Sites } from '../parts/web-house.ts';
import { addressField, expectProblem, expectStep, press, tick } from '../parts/window-of-postkey.ts';

interface Asked extends Pick<RunningPostkey, 'window' | 'quit'> {
  readonly network: TestNetwork;
}

/** Types an address into a fresh Postkey in this network. */
type Ask = (address: string, zone?: Zone, sites?: Sites) => Promise<Asked>;

const test = base.extend<{ readonly ask: Ask }>({
  ask: async ({ parts }, use) => {
    const opened: TestNetwork[] = [];
    await use(async (address, zone = {}, sites = {}) => {
      const network = await openTestNetwork(parts, zone, sites);
      opened.push(network);
      const { window, quit } = await parts.start(network.wish);
      await addressField(window).fill(address);
      return { window, quit, network };
    });
    for (const network of opened) await network.stop();
  },
});

async function expectFound(window: Page, name: string): Promise<void> {
  await expect(window.getByText(name, { exact: true }).first()).toBeVisible();
  await expectStep(window, 'understand', 'needs-you');
}

test.describe('an address of a provider Postkey knows', () => {
  for (const [typed, name] of [
    ['pat@gmail.com', 'Gmail'],
    ['pat@outlook.com', 'Outlook.com'],
    ['pat@yandex.com', 'Yandex Mail'],
    ['pat@fastmail.com', 'Fastmail'],
  ] as const) {
    test(`${typed} leads to ${name}, and nobody is asked`, async ({ ask }) => {
      const { window, network } = await ask(typed);
      await expectFound(window, name);
      expect([...network.names.asked, ...network.web.asked]).toEqual([]);
    });
  }

  test('iCloud foretells the app password and leads to it', async ({ ask }) => {
    const { window } = await ask('pat@icloud.com');
    await expectFound(window, 'iCloud Mail');
    await expect(window.getByText(say('look-up:password.title.none', { provider: 'Apple' }))).toBeVisible();
    await press(window, say('pages-start:understand.goOnPassword'));
    await expectStep(window, 'register', 'skipped');
    await expectStep(window, 'flow', 'needs-you');
  });

  test('Yahoo gives nobody a registration, says so, and offers what works', async ({ ask }) => {
    const { window } = await ask('pat@yahoo.com');
    await expectFound(window, 'Yahoo Mail');
    await expect(window.getByText(say('look-up:password.title.closed', { provider: 'Yahoo' }))).toBeVisible();
    await expect(window.getByRole('button', { name: say('look-up:password.own') })).toBeVisible();
  });

  test('Tuta lets no mail program in, and that is said at once', async ({ ask }) => {
    const { window } = await ask('pat@tuta.com');
    await expectProblem(window, 'understand', 'no-mail-programs');
  });
});

test.describe('a domain of one’s own', () => {
  test('at Microsoft behind a mail filter: the organisation, and that it will probably have to approve', async ({
    ask,
  }) => {
    const zone: Zone = {
      [domain]: { mx: [{ host: 'mx1-eu1.ppe-hosted.com' }] },
      [`autodiscover.${domain}`]: { cname: 'autodiscover.outlook.com' },
    };
    const { window, network } = await ask(address, zone, tenantSites);
    await expectFound(window, 'Microsoft 365');
    await expect(window.getByText(/Harbour Schools/u).first()).toBeVisible();
    await expect(window.getByText(say('look-up:forecast.microsoft-default-rule'))).toBeVisible();
    // The whole address goes nowhere.
    expect([...network.names.asked, ...network.web.asked].filter((each) => /pat(?:@|%40)/u.test(each))).toEqual([]);
  });

  test('at Microsoft, as its mail exchanger says', async ({ ask }) => {
    const zone: Zone = { [domain]: { mx: [{ host: 'harbour-example.mail.protection.outlook.com' }] } };
    const { window } = await ask(address, zone, tenantSites);
    await expectFound(window, 'Microsoft 365');
  });

  test('at Google, as its mail exchanger says', async ({ ask }) => {
    const { window } = await ask(address, { [domain]: { mx: [{ host: 'aspmx.l.google.com' }] } });
    await expectFound(window, 'Google Workspace');
  });

  test('at Google behind a mail filter', async ({ ask }) => {
    const zone: Zone = {
      [domain]: {
        mx: [{ host: 'd12345.ess.barracudanetworks.com' }],
        txt: ['v=spf1 include:_spf.google.com ~all'],
      },
    };
    const { window } = await ask(address, zone);
    await expectFound(window, 'Google Workspace');
  });

  test('with settings of its own over a protected line: known, and a password foretold', async ({ ask }) => {
    const { window, network } = await ask(address, {}, ownAutoconfig(settings((service) => `${service}.${domain}`)));
    await expectFound(window, 'Harbour Mail');
    await expect(window.getByText(say('look-up:password.account.title'))).toBeVisible();
    expect(network.web.asked.some((each) => each.includes('emailaddress'))).toBe(false);
  });

  test('known from name records alone: the servers are shown, and nothing goes on before they are confirmed', async ({
    ask,
  }) => {
    const srv = (host: string, port: number) => ({ srv: [{ host, port }] });
    const zone: Zone = {
      [domain]: {},
      [`_imaps._tcp.${domain}`]: srv(`imap.${domain}`, 993),
      [`_submissions._tcp.${domain}`]: srv('smtp.elsewhere.example', 465),
    };
    const { window } = await ask(address, zone);
    await expect(window.getByText(say('look-up:confirm.title')).first()).toBeVisible();
    await expect(window.getByText('elsewhere.example', { exact: true })).toBeVisible();
    await press(window, say('pages-start:understand.goOnPassword'));
    await expect(window.getByText(say('refusals:servers-not-confirmed'))).toBeVisible();
    await tick(window, say('look-up:confirm.box'));
    await press(window, say('pages-start:understand.goOnPassword'));
    await expectStep(window, 'understand', 'done');
  });
});

test.describe('nothing that helps', () => {
  test('nobody knows it: the person chooses, and nothing is lost', async ({ ask }) => {
    const { window } = await ask(address, { [domain]: { a: ['127.0.0.1'] } });
    await expect(window.getByText(say('pages-start:found.nobody.title', { domain }))).toBeVisible();
    await expect(addressField(window)).toHaveValue(address);
  });

  test('a domain that does not exist, one letter from one that does', async ({ ask }) => {
    const { window } = await ask('pat@gmial.com');
    await expectProblem(window, 'understand', 'domain-unknown');
    await window.getByRole('button', { name: /gmail\.com/u }).click();
    await expectFound(window, 'Gmail');
  });

  test('a domain that takes no mail', async ({ ask }) => {
    const { window } = await ask(address, { [domain]: { a: ['127.0.0.1'], mx: [{ host: '', priority: 0 }] } });
    await expectProblem(window, 'understand', 'no-mail-at-domain');
  });

  test('a hotel’s sign-in page in place of settings is no provider', async ({ ask }) => {
    const portal = {
      type: 'text/html',
      body: '<!doctype html><title>Free Wi-Fi</title><form><input name="room"></form>',
    };
    const { window } = await ask(
      address,
      { [domain]: { a: ['127.0.0.1'] } },
      { [`autoconfig.${domain}`]: portal, [domain]: portal },
    );
    await expect(window.getByText(say('pages-start:found.nobody.title', { domain }))).toBeVisible();
  });

  test('whatever stalls, the verdict comes', async ({ ask }) => {
    const silent = { silent: true };
    const { window } = await ask(
      address,
      { [domain]: { silent: true } },
      { [`autoconfig.${domain}`]: silent, [domain]: silent, 'login.microsoftonline.com': silent },
    );
    await expect(window.getByText(say('pages-start:found.nobody.title', { domain }))).toBeVisible();
  });
});

test('what was found can be overruled, comes back, and is still there after a restart', async ({ ask, parts }) => {
  const { window, quit, network } = await ask(
    address,
    {},
    ownAutoconfig(settings((service) => `${service}.${domain}`)),
  );
  await expectFound(window, 'Harbour Mail');
  await press(window, say('pages-start:wanted.button'));
  await press(window, say('look-up:servers.changeOf', { service: say('pages-start:servers.legend.imap') }));
  const host = window.getByRole('textbox', { name: say('pages-start:servers.host') });
  await host.fill('https://mail.harbour.example');
  await press(window, say('look-up:servers.use'));
  await expect(window.getByText(say('refusals:host-scheme'))).toBeVisible();
  await host.fill('mail2.harbour.example');
  await press(window, say('look-up:servers.use'));
  await expect(window.getByText(say('look-up:servers.typed'))).toBeVisible();
  await quit();
  const again = await parts.start(network.wish);
  await expect(addressField(again.window)).toHaveValue(address);
  await press(again.window, say('pages-start:wanted.button'));
  await expect(again.window.getByText('mail2.harbour.example', { exact: false }).first()).toBeVisible();
  await press(again.window, say('look-up:servers.back'));
  await expect(again.window.getByText(`imap.${domain}`, { exact: false }).first()).toBeVisible();
});
