// "My program is not here": a person switches the bridge on in the window, types what the page shows into programs that have never heard of
// OAuth, reads and sends mail with them, and takes the password back.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Service } from '../../shared/mail-provider.ts';
import { makePassword, portOf, switchOn } from '../parts/at-the-bridge.ts';
import { readByCurl, sendByCurl } from '../parts/curl-mail.ts';
import { type HomeFolder, makeHome, type ProgramEnd } from '../parts/home-folder.ts';
import { test } from '../parts/journey.ts';
import { asMessage, holdsLetter, writeLetter } from '../parts/letters.ts';
import { pat } from '../parts/provider-kinds.ts';
import { type ReadSheet, readSheet } from '../parts/read-sheet.ts';
import { closeSetup, goOnToTheEnd, signIn, walkToSignIn, watchToTheEnd } from '../parts/roads.ts';
import { say } from '../parts/say.ts';
import { expectTitle, press, tick } from '../parts/window-of-postkey.ts';
import { goToPrograms, goToSignIn, openBrowser, startInPractice } from '../screens/practice.ts';

interface Typed {
  readonly server: string;
  readonly port: string;
  readonly user: string;
}

/** What the sheet says to type for one server. */
async function copyOff(sheet: ReadSheet, service: 'imap' | 'pop' | 'smtp'): Promise<Typed> {
  const read = (field: string) =>
    sheet.on(say(`hand-over:other.screens.${service}`), say(`hand-over:other.fields.${field}`));
  expect(await read('security')).toBe(say('hand-over:other.security.plain'));
  return { server: await read('host'), port: await read('port'), user: await read('userName') };
}

/** fetchmail 6.4, told everything on its command line; it asks for the password. */
function fetchMail(home: HomeFolder, protocol: 'IMAP' | 'POP3', typed: Typed, password: string): Promise<ProgramEnd> {
  const { server, port, user } = typed;
  const where = `--protocol ${protocol} --service ${port} --username '${user}' --auth password --sslproto ''`;
  const line = `fetchmail --fetchmailrc /dev/null ${where} --keep --mda 'cat >> "$HOME/fetched/${protocol}"' ${server}`;
  return home.runInTerminal(line, [[/Enter password for [^\n]*: /u, `${password}\n`]]);
}

/** swaks, which asks for the password as well. */
function sendMail(home: HomeFolder, typed: Typed, password: string): Promise<ProgramEnd> {
  const { server, port, user } = typed;
  const login = `--auth LOGIN --auth-user '${user}' --auth-password --protect-prompt`;
  const line = `swaks --server ${server} --port ${port} ${login} --from ${pat.address} --to ${pat.address} --data @letter.eml`;
  return home.runInTerminal(line, [[/[Pp]assword: ?/u, `${password}\n`]]);
}

test('a program that is not on the list reads and sends with what the page shows', async ({ parts }) => {
  test.setTimeout(120_000);
  const home = makeHome(join(parts.folder, 'home'));
  mkdirSync(home.at('~/fetched'));
  const { house, window } = await walkToSignIn(parts, 'openid');
  await signIn(window, house, parts);
  await tick(window, say('programs:other.title'));
  await press(window, say('window:buttons.continue'));
  await watchToTheEnd(window);

  await press(window, say('programs:setUpOf', { program: say('programs:other.title') }));
  await expectTitle(window, say('window:programs.other'));
  await press(window, say('programs:needs.bridge-on.button'));
  await press(window, say('programs:needs.bridge-password.button'));
  const sheet = readSheet(window);
  const password = await sheet.password();
  const [imap, pop, smtp] = [await copyOff(sheet, 'imap'), await copyOff(sheet, 'pop'), await copyOff(sheet, 'smtp')];
  await press(window, say('programs:password.typed'));
  await expect(window.getByText(password)).toHaveCount(0);
  await press(window, say('programs:done'));

  const tidy: (() => void)[] = [];
  try {
    for (const [protocol, typed] of [
      ['POP3', pop],
      ['IMAP', imap],
    ] as const) {
      const letter = writeLetter(`fetchmail ${protocol}`);
      tidy.push(house.mail.receive(pat.address, asMessage(letter, pat.address)));
      const { code, said } = await fetchMail(home, protocol, typed, password);
      expect(code, said).toBe(0);
      expect(holdsLetter(home.textOf('~/fetched'), letter), said).toBe(true);
    }
    const answer = writeLetter('swaks');
    writeFileSync(home.at('~/letter.eml'), asMessage(answer, pat.address));
    const { code, said } = await sendMail(home, smtp, password);
    expect(code, said).toBe(0);
    expect(
      house.mail.sent().some((mail) => holdsLetter(mail, answer)),
      said,
    ).toBe(true);

    // Taken back on the bridge's page, it opens nothing any more.
    await closeSetup(window);
    await press(window, pat.address);
    await press(window, say('programs:account.bridge.open'));
    await expectTitle(window, say('bridge:title'));
    await press(window, say('bridge:programs.revokeOf', { program: say('window:programs.other') }));
    await press(window, say('bridge:programs.question.yes'));
    await expect(window.getByText(say('bridge:programs.none'))).toBeVisible();
    expect(await fetchMail(home, 'POP3', pop, password)).toMatchObject({ code: 3 });
  } finally {
    for (const each of tidy) each();
  }
});

test('in practice, too, a program reads and sends by the bridge', async ({ parts }) => {
  const home = makeHome(join(parts.folder, 'home'));
  const { window } = await startInPractice(parts);
  await goToSignIn(window);
  const tab = await openBrowser(window, parts.systemBrowser);
  await goToPrograms({ window, tab });
  await goOnToTheEnd(window);
  await closeSetup(window);
  const id = await switchOn(window);
  const { password, bridge } = await makePassword(window, id, 'other');
  const login = (service: Service) =>
    ({
      host: '127.0.0.1',
      port: portOf(bridge, service),
      security: 'plain',
      user: 'any',
      secret: { password },
    }) as const;
  for (const service of ['imap', 'pop'] as const) {
    const { code, said } = await readByCurl(home, service, login(service));
    expect([code, said], service).toEqual([0, expect.stringContaining(say('practice:letters.endText'))]);
  }
  const { code, said } = await sendByCurl(home, login('smtp'), writeLetter('curl'), 'pat@practice.example');
  expect(code, said).toBe(0);
});
