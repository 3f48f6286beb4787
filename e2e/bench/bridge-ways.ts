// The two ways to the same mail: through the bridge with its password, and directly with a token; and a message that takes time.
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Service } from '../../shared/mail-provider.ts';
import type { MailHouse } from '../parts/mail-house.ts';
import { pat } from '../parts/provider-kinds.ts';
import { runLauncher } from '../parts/run-launcher.ts';
import { readState, untilState } from '../window/read-state.ts';
import { type BareClient, openBareClient } from './bare-client.ts';

export const fetchedBytes = 30 * 1_048_576;

/** Opens a connection and logs in; the mail is the same behind both. */
export interface Ways {
  readonly ours: (service: Service) => Promise<BareClient>;
  readonly theirs: (service: Service) => Promise<BareClient>;
}

/** `folder`: where the mailbox has what is new. */
export function putLargeMessage(folder: string): void {
  const line = `${'All quiet in the harbour. '.repeat(3).slice(0, 76)}\r\n`;
  const path = join(folder, '2000000001.M1P1.test');
  writeFileSync(path, `Subject: Large\r\n\r\n${line.repeat(Math.ceil(fetchedBytes / line.length))}`);
  if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
}

export async function throughBridge(window: Page): Promise<Ways['ours']> {
  const { setup, accounts } = await readState(window);
  const id = setup?.id ?? accounts[0]?.id ?? '';
  await window.evaluate((of) => globalThis.window.postkey.request('bridge.switch', { id: of, on: true }), id);
  await window.evaluate(
    (of) => globalThis.window.postkey.request('bridge.addProgram', { id: of, program: 'mutt' }),
    id,
  );
  const { bridges, bridgePassword } = await untilState(
    window,
    'the bridge is open and a password shown',
    (state) =>
      state.bridgePassword !== undefined && state.bridges[0]?.doors.every((door) => door.state === 'open') === true,
  );
  const password = bridgePassword?.password ?? '';
  const login = { imap: `a LOGIN pat ${password}\r\n`, smtp: `AUTH PLAIN ${plainResponse(password)}\r\n` };
  return (service) => {
    const port = bridges[0]?.doors.find((door) => door.service === service)?.port ?? 0;
    return logIn(openBareClient({ port, security: 'plain' }), service, service === 'smtp' ? login.smtp : login.imap);
  };
}

export async function pastIt(house: MailHouse, authority: string, userData: string): Promise<Ways['theirs']> {
  const token = (await runLauncher(['token', pat.address], { userData })).out.trim();
  const bearer = Buffer.from(`user=${pat.address}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
  const login = { imap: `a AUTHENTICATE XOAUTH2 ${bearer}\r\n`, smtp: `AUTH XOAUTH2 ${bearer}\r\n` };
  return (service) => {
    const { port } = house.mail.servers[service];
    const client = openBareClient({ port, security: 'tls', authority });
    return logIn(client, service, service === 'smtp' ? login.smtp : login.imap);
  };
}

const plainResponse = (password: string): string => Buffer.from(`\0pat\0${password}`).toString('base64');

async function logIn(client: BareClient, service: Service, login: string): Promise<BareClient> {
  if (service === 'smtp') {
    await client.hear('220 ');
    client.say('EHLO [127.0.0.1]\r\n');
    await client.hear('\r\n250 ');
    client.say(login);
    await client.hear('235 ');
  } else {
    await client.hear('* OK');
    client.say(login);
    await client.hear('a OK');
  }
  return client;
}
