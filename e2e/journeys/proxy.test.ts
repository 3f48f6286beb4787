// Behind an organisation's proxy that wants a login: asked once, everything goes through it, and the person can see that.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { openProxyWithLogin } from '../parts/proxy-with-login.ts';
import { closeSetup, goOnToTheEnd, signIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { addressField, press, tellAddress } from '../parts/window-of-postkey.ts';

const login = { name: 'pat.moreno', password: 'kettle-drum-9041' };

test('its login is asked for once, for pages and for mail, and is written nowhere', async ({ parts }) => {
  const { folder, start, openHouse } = parts;
  const proxy = await openProxyWithLogin(login);
  const userData = join(folder, 'postkey');
  mkdirSync(userData, { mode: 0o700 });
  const policy = { postkeyPolicy: 1, proxy: `http://127.0.0.1:${proxy.port}` };
  writeFileSync(join(userData, 'policy.json'), JSON.stringify(policy), { mode: 0o600 });
  const house = await openHouse('openid');
  const { window, quit } = await start({
    userData,
    args: [
      '--preset',
      house.presetFile(folder),
      `--proxy-server=127.0.0.1:${proxy.port}`,
      // Chromium reaches this computer straight unless told otherwise.
      '--proxy-bypass-list=<-loopback>',
    ],
  });
  await addressField(window).fill(pat.address);
  const dialog = window.getByRole('dialog', { name: say('network:proxy.title') });
  await expect(dialog).toBeVisible({ timeout: 15_000 });
  await dialog.getByLabel(say('network:proxy.name')).fill(login.name);
  await dialog.getByLabel(say('network:proxy.password')).fill('wrong');
  await press(window, say('network:proxy.send'));
  await expect(dialog.getByText(say('network:proxy.refused'))).toBeVisible({ timeout: 15_000 });
  await dialog.getByLabel(say('network:proxy.name')).fill(login.name);
  await dialog.getByLabel(say('network:proxy.password')).fill(login.password);
  await press(window, say('network:proxy.send'));
  await expect(dialog).toBeHidden();
  await tellAddress(window, pat.address);

  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  const ports = Object.values(house.mail.servers).map(({ port }) => `localhost:${port}`);
  expect(proxy.opened).toEqual(expect.arrayContaining([new URL(house.provider.origin).host, ...ports]));

  // The organisation's helpdesk stands where else "Help" does.
  await press(window, /Harbour IT helpdesk/u);
  await press(window, say('window:help.network'));
  await press(window, say('network:look'));
  const through = say('network:way.proxy', { proxy: `127.0.0.1:${proxy.port}` });
  await expect(window.getByText(through).first()).toBeVisible({ timeout: 20_000 });
  const signer = say('network:signer.organisation', { name: 'Postkey test authority' });
  await expect(window.getByText(signer).first()).toBeVisible();
  await quit();
  await proxy.stop();
  expect(filesHolding(userData, [login.password])).toEqual([]);
});
