// The main road: an organisation's preset, one sign-in in the person's own browser, twelve green lines.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { signInAt } from '../parts/person-in-browser.ts';
import { pat, providerKinds } from '../parts/provider-kinds.ts';
import { say } from '../parts/say.ts';
import {
  askForSignIn,
  expectAllGreen,
  expectLine,
  expectSteps,
  finishWithoutPrograms,
  press,
  tellAddress,
} from '../parts/window-of-postkey.ts';

for (const kind of providerKinds) {
  test(`an account at ${kind}, by preset`, async ({ start, openHouse, systemBrowser, folder }) => {
    const house = await openHouse(kind);
    const { window } = await start({ args: ['--preset', house.presetFile(folder)] });
    await tellAddress(window, pat.address);
    await expectSteps(window, ['understand', 'register', 'credentials', 'flow'], 'done');
    await askForSignIn(window, house.shortName);
    await signInAt(await systemBrowser.openedPage(house.provider.origin), pat);
    await expectLine(window, 'token', say('steps:facts.signed-in-as', { name: pat.name }));
    await expectLine(window, 'store', say('steps:facts.kept-in_gnome-keyring'));
    await finishWithoutPrograms(window);
    await expectAllGreen(window);
    await expectLine(window, 'test', say('steps:facts.services-passed', { count: 3 }));
    await press(window, say('pages-mail:monitor.finish'));
    await expect(window.getByText(pat.address).first()).toBeVisible();
    expect(house.provider.record.signIns).toBe(1);
  });
}
