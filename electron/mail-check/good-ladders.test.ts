import { describe, expect, it } from 'vitest';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import { imapScript, popScript, smtpScript } from './mail-scripts.test-part.ts';
import type { Script } from './scripted-server.test-part.ts';
import type { KeyAndCertificate } from './trial-certificates.test-part.ts';
import { climbedIn, host, loginName, rungsUpTo, token } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';

const { meet, keys } = trialServers('Trial Root');

const scripts = {
  imap: (startTls?: KeyAndCertificate) => imapScript(startTls ? { startTls } : {}),
  pop: (startTls?: KeyAndCertificate) => popScript(startTls ? { startTls } : {}),
  smtp: (startTls?: KeyAndCertificate) => smtpScript(startTls ? { startTls } : {}),
};
const startTlsKeys = (security: MailServer['security']) => (security === 'starttls' ? keys() : undefined);
const xoauth2 = Buffer.from(`user=${loginName}\x01auth=Bearer ${token}\x01\x01`).toString('base64');
const cases = (['imap', 'pop', 'smtp'] as const).flatMap((service) =>
  (['tls', 'starttls'] as const).map((security) => ({ service, security })),
);

describe('a good server', () => {
  it.each(cases)('lets $service over $security climb all five rungs', async ({ service, security }) => {
    const { server, ...trial } = await meet({ service, security, script: scripts[service](startTlsKeys(security)) });

    const climbed = climbedIn(trial);
    expect(trial.reported).toEqual(rungsUpTo('mailbox', 'passed'));
    expect(climbed.messages).toBe(service === 'smtp' ? undefined : 3);
    const details = Object.fromEntries(climbed.details.map(({ label, value }) => [label, value]));
    expect(details).toMatchObject({
      mechanism: 'XOAUTH2',
      certificateSubject: host,
      certificateIssuer: 'Trial Root',
      address: `127.0.0.1 ${server.port}`,
      tlsVersion: 'TLSv1.3',
    });
    expect(server.heard.join('\n')).toContain(xoauth2);
    expect(JSON.stringify(trial)).not.toContain(token);
    expect(JSON.stringify(trial)).not.toContain(xoauth2);
  });

  it.each(cases)('hears a good-bye from $service over $security after the result', async ({ service, security }) => {
    const { server, ...trial } = await meet({ service, security, script: scripts[service](startTlsKeys(security)) });
    climbedIn(trial);
    await expect.poll(() => server.heard.at(-1)).toMatch(/(?:LOGOUT|QUIT)$/u);
    await expect.poll(() => server.open()).toBe(0);
  });

  it('is left soon though it never answers the good-bye', async () => {
    const deafTo = (service: Service): Script => {
      return async (talk) => {
        const say = (...lines: readonly string[]) => {
          if (!/bye/iu.test(lines[0] ?? '')) talk.say(...lines);
        };
        await scripts[service]()({ ...talk, say, hangUp: () => {} });
        await talk.gone;
      };
    };
    const services = ['imap', 'pop', 'smtp'] as const;
    await Promise.all(
      services.map(async (service) => {
        const { server, ...trial } = await meet({ service, script: deafTo(service) });
        climbedIn(trial);
        await expect.poll(() => server.open(), { timeout: 8000 }).toBe(0);
      }),
    );
  });

  it.each(['imap', 'pop', 'smtp'] as const)(
    'gets OAUTHBEARER over %s when it offers nothing else',
    async (service: Service) => {
      const script = {
        imap: imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN AUTH=OAUTHBEARER NAMESPACE' }),
        pop: popScript({ sasl: 'PLAIN OAUTHBEARER' }),
        smtp: smtpScript({ auth: 'AUTH PLAIN OAUTHBEARER' }),
      }[service];
      const { server, ...trial } = await meet({ service, script });
      const climbed = climbedIn(trial);
      expect(climbed.details).toContainEqual({ label: 'mechanism', value: 'OAUTHBEARER' });
      const response = `n,a=${loginName},\x01host=${host}\x01port=${server.port}\x01auth=Bearer ${token}\x01\x01`;
      expect(server.heard.join('\n')).toContain(Buffer.from(response).toString('base64'));
    },
  );

  it('gets the token on a line of its own where POP3 or a long token needs it', async () => {
    const long = 'a'.repeat(2000);
    const pop = await meet({ service: 'pop', script: popScript(), token: long });
    const smtp = await meet({ service: 'smtp', script: smtpScript(), token: long });
    // RFC 4959: not on the command line unless the server says SASL-IR.
    const imap = await meet({
      service: 'imap',
      script: imapScript({ capabilities: 'IMAP4rev1 AUTH=XOAUTH2' }),
      token: long,
    });
    for (const trial of [pop, smtp, imap]) {
      climbedIn(trial);
      expect(trial.server.heard.some((line) => /^(?:AUTH|\w+ AUTHENTICATE) XOAUTH2$/u.test(line))).toBe(true);
    }
  });

  it('is tried with XOAUTH2 over POP3 though it does not list it, or lists nothing', async () => {
    for (const sasl of ['PLAIN', null]) climbedIn(await meet({ service: 'pop', script: popScript({ sasl }) }));
  });

  it('may greet in several lines, or with capabilities, which then are not asked for', async () => {
    const greeting = '220-mail.test\n220-be nice\n220 ready';
    climbedIn(await meet({ service: 'smtp', script: smtpScript({ greeting }) }));
    const capable = '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER] ready';
    const imap = await meet({ service: 'imap', script: imapScript({ greeting: capable }) });
    climbedIn(imap);
    expect(imap.server.heard[0]).toContain('AUTHENTICATE XOAUTH2');
  });

  it('is asked nothing by IMAP that a check has no use for', async () => {
    const trial = await meet({ service: 'imap', script: imapScript() });
    climbedIn(trial);
    const commands = trial.server.heard.map((line) => line.split(' ')[1]);
    expect(commands.slice(0, 5)).toEqual(['CAPABILITY', 'ID', 'AUTHENTICATE', 'NAMESPACE', 'SELECT']);
  });

  it('opens a shared mailbox in whose name the login is made', async () => {
    const trial = await meet({ service: 'imap', script: imapScript(), loginName: 'team@example.test' });
    climbedIn(trial);
    const command = trial.server.heard.find((line) => line.includes('AUTHENTICATE')) ?? '';
    const response = Buffer.from(command.split(' ').at(-1) ?? '', 'base64').toString();
    expect(response.split('\x01')[0]).toBe('user=team@example.test');
  });
});
