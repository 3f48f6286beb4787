// Without a preset that knows the address: provider, servers, registration and client ID typed in by hand, as IT and enthusiasts do.
import { expect } from '@playwright/test';
import { services } from '../../shared/mail-provider.ts';
import { test } from '../parts/journey.ts';
import { pat, providerFacts } from '../parts/provider-kinds.ts';
import { goOnToTheEnd, signIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { addressField, expectAllGreen, expectLine, expectStep, press, tick } from '../parts/window-of-postkey.ts';

test('an own registration, typed in', async ({ parts }) => {
  const house = await parts.openHouse('openid');
  // Speaks for other addresses only; brings the certificate authority that this computer lacks.
  const preset = house.presetFile(parts.folder, { domains: ['elsewhere.example'] });
  const { window } = await parts.start({ args: ['--preset', preset] });
  await addressField(window).fill(pat.address);
  // Nobody can be asked about the address here.
  await press(window, say('pages-start:found.byHand.button'));
  await tick(window, say('pages-start:choose.openid.title'));
  await window.getByRole('textbox', { name: say('pages-start:choose.issuer.label') }).fill(house.provider.origin);
  for (const service of services) {
    const fields = window.getByRole('group', { name: say(`pages-start:servers.legend.${service}`) });
    const { host, port, security } = house.mail.startTls[service];
    await fields.getByRole('textbox', { name: say('pages-start:servers.host') }).fill(host);
    await fields.getByRole('combobox').selectOption({ label: say(`pages-start:servers.${security}`) });
    await fields.getByRole('textbox', { name: say('pages-start:servers.port') }).fill(String(port));
  }
  await press(window, say('window:buttons.continue'));
  await press(window, say('pages-start:understand.goOn'));

  await expectStep(window, 'register', 'needs-you');
  const { clientId, mailScopes } = providerFacts.openid;
  await window
    .getByRole('textbox', { name: say('pages-start:register.scopes.label') })
    .fill(Object.values(mailScopes).join('\n'));
  await press(window, say('pages-start:register.goOn'));

  const domain = 'harbour.example';
  await window.getByRole('textbox', { name: say('pages-start:credentials.clientId.label') }).fill('postkey-desktpo');
  await press(window, say('pages-start:credentials.goOn', { provider: domain }));
  await expectStep(window, 'credentials', 'failed');
  const typed = window.getByRole('textbox', { name: say('pages-start:credentials.clientId.label') });
  await expect(typed).toHaveValue('postkey-desktpo');
  await typed.fill(clientId);
  await press(window, say('pages-start:credentials.goOn', { provider: domain }));
  await expectLine(window, 'credentials', say('steps:facts.client-known', { provider: domain }));

  await press(window, say('window:buttons.continue'));
  await expectStep(window, 'flow', 'done');
  await signIn(window, { ...house, shortName: domain }, parts);
  await goOnToTheEnd(window);
  await expectAllGreen(window);
  await expectLine(window, 'register', say('steps:facts.registration-own'));
});
