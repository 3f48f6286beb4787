// Step 3 asks the provider about the app before any browser opens: what is wrong with a registration is said there, and mended there.
import { expect } from '@playwright/test';
import type { ProblemCode } from '../../shared/problem.ts';
import { test } from '../parts/journey.ts';
import { type ProviderKind, pat, presetSignIn, providerFacts } from '../parts/provider-kinds.ts';
import { openStep } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectLine, expectProblem, expectStep, press, tellAddress } from '../parts/window-of-postkey.ts';

const unknownIds: Readonly<Record<ProviderKind, string>> = {
  microsoft: '00000000-1111-4222-8333-444455556666',
  google: '161803-nobody.apps.googleusercontent.com',
  openid: 'nobody',
};
/** Google's desktop clients register no way back: a client that leads nowhere is of another type. */
const wrongWayBack: Readonly<Record<ProviderKind, ProblemCode>> = {
  microsoft: 'redirect-not-registered',
  google: 'platform-wrong',
  openid: 'redirect-not-registered',
};

for (const kind of ['microsoft', 'google', 'openid'] as const) {
  test(`${kind}: an unknown app, one for the web, and the right one`, async ({ parts }) => {
    const house = await parts.openHouse(kind);
    const { provider } = house;
    const { clientId, webClientId, clientSecret } = providerFacts[kind];
    const signIn = { ...presetSignIn(kind, provider.origin), clientId: unknownIds[kind] };
    const { window } = await parts.start({ args: ['--preset', house.presetFile(parts.folder, { signIn })] });
    await tellAddress(window, pat.address);
    await expectStep(window, 'credentials', 'failed');
    await expectProblem(window, 'credentials', 'client-unknown');

    const typed = window.getByRole('textbox', { name: say('pages-start:credentials.clientId.label') });
    const ask = async (id: string): Promise<void> => {
      await typed.fill(id);
      const secret = window.getByLabel(say('pages-start:credentials.secret.label'), { exact: true });
      if (clientSecret !== undefined) await secret.fill(clientSecret);
      await press(window, say('pages-start:credentials.goOn', { provider: house.shortName }));
    };
    await ask(webClientId);
    await expectProblem(window, 'credentials', wrongWayBack[kind]);

    await ask(clientId);
    await expectStep(window, 'credentials', 'done');
    await expectLine(window, 'register', say('steps:facts.registration-own'));
    await openStep(window, 'credentials');
    for (const check of ['client', 'redirect']) {
      const words = say(`pages-start:credentials.checked.${check}`, { provider: house.shortName });
      await expect(window.getByText(words, { exact: true })).toBeVisible();
    }
    expect(provider.record.looks).toBe(3);
    expect(provider.record.signIns).toBe(0);
    expect(parts.systemBrowser.countPages(provider.origin)).toBe(0);
  });
}
