// Real mail programs get in: each takes the file that `postkey handover` writes for it, and reads or sends a real letter, by the token
// command and through the bridge. Then what each says when its password was taken back, and when the mail servers are away.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { ask, type MadePassword, makePassword, portOf, switchOn } from '../parts/at-the-bridge.ts';
import { filesHolding } from '../parts/files-holding.ts';
import { type Gate, openGate } from '../parts/gate.ts';
import { type PrintedSheet, storePassword } from '../parts/handed-over.ts';
import { makeHome } from '../parts/home-folder.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { type RealProgram, realPrograms } from '../parts/real-programs.ts';
import { closeSetup, goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';
import { launcher } from '../parts/run-launcher.ts';
import { chooseFile } from '../parts/save-dialog.ts';
import { expectEnds, tryCurl, tryProgram } from '../parts/try-programs.ts';
import { untilState } from '../window/read-state.ts';

test('each takes its file, and reads or sends by token and through the bridge', async ({ parts }) => {
  test.setTimeout(240_000);
  const home = makeHome(join(parts.folder, 'home'));
  const { mail } = await parts.openHouse('openid');
  // Both kinds of encryption: from the start, and after a greeting.
  const gates: Readonly<Record<Service, Gate>> = {
    imap: await openGate(mail.servers.imap),
    pop: await openGate(mail.servers.pop),
    smtp: await openGate(mail.servers.smtp),
  };
  const tidy: (() => void)[] = [];
  try {
    for (const gate of Object.values(gates)) gate.open();
    const servers = { imap: gates.imap.server, pop: gates.pop.server, smtp: gates.smtp.server };
    const { house, window, app } = await walkToSignIn(parts, 'openid', { servers }, { userData: home.userData });
    await signIn(window, house, parts);
    await goOnToTheEnd(window);
    await closeSetup(window);
    const id = await switchOn(window);
    const made = new Map<MailProgram, MadePassword>();
    for (const { program } of realPrograms) made.set(program, await makePassword(window, id, program));
    const { password } = await makePassword(window, id, 'other');
    const passwords = new Map([...made].map(([program, each]) => [program, each.password]));
    const trial = { home, house, tidy, passwords };

    // By the bridge last: its files are left for what goes wrong there.
    const sheets = new Map<RealProgram, PrintedSheet>();
    for (const program of realPrograms) {
      for (const way of program.ways) {
        await test.step(`${program.command} by ${way}`, async () => {
          sheets.set(program, await tryProgram(trial, program, way));
        });
      }
    }

    await test.step('curl by command', async () => {
      const { code, said } = await home.run(launcher, ['token', pat.address]);
      expect(code).toBe(0);
      const login = { trusts: parts.authority.file, user: pat.address, secret: { token: said.trim() } };
      await tryCurl(trial, 'curl by command', (service) => ({ ...servers[service], ...login }));
    });

    await test.step('curl by bridge, plain and encrypted', async () => {
      const trusts = home.at('~/postkey.pem');
      await ask(window, 'bridge.encrypt', { id, on: true });
      await chooseFile(app, trusts);
      await ask(window, 'bridge.saveCertificate', {});
      const { bridges } = await untilState(
        window,
        'all six doors are open',
        (state) => state.bridges[0]?.doors.filter((door) => door.state === 'open').length === 6,
      );
      for (const security of ['plain', 'tls'] as const) {
        const login = { host: '127.0.0.1', security, trusts, user: 'pat', secret: { password } };
        await tryCurl(trial, `curl by bridge, ${security}`, (service) => ({
          ...login,
          port: portOf(bridges[0], service, security),
        }));
      }
    });

    const secrets = [...house.provider.record.secrets, password, ...passwords.values()];
    expect(filesHolding(home.path, secrets)).toEqual([]);

    await test.step('all passwords but one are taken back', async () => {
      for (const [program, { programId }] of made) {
        if (program !== 'mpop') await ask(window, 'bridge.revoke', { id, programId });
      }
      const wellAsBefore = { code: 0, said: /^/u };
      await expectEnds(trial, sheets, ({ program, refused }) => (program === 'mpop' ? wellAsBefore : refused));
    });

    await test.step('the mail servers are away', async () => {
      for (const [{ program }, sheet] of sheets) {
        const { password: another } = await makePassword(window, id, program);
        passwords.set(program, another);
        await storePassword(home, sheet, another);
      }
      for (const gate of Object.values(gates)) gate.shut();
      await expectEnds(trial, sheets, ({ later }) => later);
    });
  } finally {
    for (const each of tidy) each();
    await Promise.all(Object.values(gates).map((gate) => gate.stop()));
  }
});
