// The command line beside the window: answers on standard output alone, opens no window, and says by its exit code how it went.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { openTestNetwork } from '../parts/test-network.ts';

const address = 'pat@harbour.example';

test('discover finds Microsoft behind a mail filter, for people and for programs', async ({ parts }) => {
  const network = await openTestNetwork(
    parts,
    {
      'harbour.example': { mx: [{ host: 'mx1-eu1.ppe-hosted.com' }] },
      'autodiscover.harbour.example': { cname: 'autodiscover.outlook.com' },
    },
    {},
  );
  try {
    const wish = { ...network.wish, userData: join(parts.folder, 'command') };
    const text = await runCommand(['discover', address], wish);
    expect(text.code).toBe(0);
    expect(text.out).toContain('Microsoft 365');
    expect(text.out).toContain(`outlook.office365.com:993, TLS, user name ${address}`);
    expect(text.out).toContain(say('cli:discover.approval.likely'));
    const json = await runCommand(['discover', address, '--json'], wish);
    expect(json.code).toBe(0);
    expect(JSON.parse(json.out)).toMatchObject({
      address,
      found: [{ provider: 'Microsoft 365', servers: { smtp: { port: 587, security: 'starttls', by: 'token' } } }],
    });
    expect([...network.names.asked, ...network.web.asked].filter((each) => /pat(?:@|%40)/u.test(each))).toEqual([]);
  } finally {
    await network.stop();
  }
});

test('discover beside an open window, of a domain that does not exist, and used wrongly', async ({ parts }) => {
  const network = await openTestNetwork(parts, {}, {});
  try {
    const { userData } = await parts.start(network.wish);
    const wish = { ...network.wish, userData };
    const unknown = await runCommand(['discover', 'pat@gmial.com', '--json'], wish);
    expect(unknown.code).toBe(1);
    expect(JSON.parse(unknown.out)).toMatchObject({
      problem: { code: 'domain-unknown', stamp: '1-NO-DOMAIN', facts: { suggestion: 'gmail.com' } },
    });
    const noAddress = await runCommand(['discover', 'pat'], wish);
    expect(noAddress).toMatchObject({ code: 2, out: '' });
    expect(noAddress.err).toContain(say('refusals:address-no-at'));
    const wrongUse = await runCommand(['discover'], wish);
    expect(wrongUse).toMatchObject({ code: 2, out: '' });
    expect(wrongUse.err).toContain(say('cli:usage.discover'));
    const help = await runCommand(['--help'], wish);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain(say('cli:usage.check'));
  } finally {
    await network.stop();
  }
});
