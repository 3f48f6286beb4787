// Signing in on another device, with a short code.
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { enterDeviceCode } from '../parts/person-in-browser.ts';
import { pat } from '../parts/provider-kinds.ts';
import { goOnToTheEnd, walkToSignIn } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectAllGreen, expectLine, press } from '../parts/window-of-postkey.ts';

for (const kind of ['microsoft', 'openid'] as const) {
  test(`a code for another device, at ${kind}`, async ({ parts }) => {
    const { window, house } = await walkToSignIn(parts, kind);
    await press(window, say('pages-sign-in:request.other.device'));
    await press(window, say('pages-sign-in:request.button.device'));
    const code = await window.getByText(/^[A-Z]{4}-[A-Z]{4}$/u).textContent();
    await expect(window.getByText(house.provider.devicePage, { exact: true })).toBeVisible();
    await expect(
      window.getByRole('img', { name: say('pages-sign-in:response.onDevice.qr', { page: house.provider.devicePage }) }),
    ).toBeVisible();
    await enterDeviceCode(await parts.systemBrowser.visit(house.provider.devicePage), code ?? '', pat);
    await expectLine(window, 'token', say('steps:facts.signed-in-as', { name: pat.name }));
    await goOnToTheEnd(window);
    await expectAllGreen(window);
  });
}
