// Stops at the pages about an offered preset: the link, one without warnings, one with all that can be warned of, one that would replace another.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { JourneyParts } from '../parts/journey.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { press } from '../parts/window-of-postkey.ts';
import type { PageStop } from './practice-pages.ts';

const calm = {
  postkeyPreset: 1,
  organisation: 'Harbour Schools',
  helpdesk: { name: 'Harbour IT helpdesk', contact: 'extension 4410' },
  domains: ['harbour.example', 'island.example'],
  signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' },
};

const alarming = (caPem: string) => ({
  postkeyPreset: 1,
  organisation: `The Board of Schools and Libraries of ${'Llanfairpwllgwyngyll'.repeat(3)}`,
  signIn: {
    kind: 'microsoft',
    clientId: '1a1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    authority: 'https://login.bücher-und-mehr.example',
    scopes: ['https://graph.microsoft.com/Files.ReadWrite.All'],
  },
  servers: { imap: { host: `imap.${'a-very-long-label.'.repeat(8)}example`, port: 993, security: 'tls' } },
  caPem,
});

export async function* presetPages(parts: JourneyParts): AsyncGenerator<PageStop> {
  const { window } = await parts.start();
  const userData = join(parts.folder, 'postkey');
  const file = join(parts.folder, 'harbour.postkey');
  const open = async (preset: object): Promise<void> => {
    writeFileSync(file, JSON.stringify(preset));
    await runCommand([file], { userData });
    await expect(window.getByRole('button', { name: say('preset:use'), exact: true })).toBeVisible();
  };
  await open(calm);
  yield { window, name: 'a preset' };
  await press(window, say('preset:use'));
  await open(alarming(parts.authority.pem));
  yield { window, name: 'a preset with warnings, beside the one in force' };
  await press(window, say('preset:decline'));
  const place = 'https://it.harbour.example/postkey/harbour.postkey';
  await runCommand([`postkey://setup?preset=${place}&address=pat@harbour.example`], { userData });
  await expect(window.getByRole('heading', { level: 1, name: say('preset:link.title') })).toBeVisible();
  yield { window, name: 'a link' };
  await press(window, say('preset:link.fetch'));
  await expect(window.getByText(say('preset:link.refused'))).toBeVisible();
  yield { window, name: 'a link that leads nowhere' };
}
