import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import { imapScript, popScript, smtpScript } from './mail-scripts.test-part.ts';
import { type Script, type ScriptedServer, serveScript } from './scripted-server.test-part.ts';
import { type Authority, type KeyAndCertificate, makeAuthority } from './trial-certificates.test-part.ts';
import { climb, climbedIn, host, loginName, rungsUpTo, token } from './trial-climb.test-part.ts';

let authority: Authority;
let keys: KeyAndCertificate;
const servers: ScriptedServer[] = [];

beforeAll(async () => {
  authority = await makeAuthority('Trial Root');
  keys = await authority.issue([host]);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(script: Script, security: MailServer['security'] = 'tls'): Promise<ScriptedServer> {
  const server = await serveScript(script, security === 'tls' ? keys : undefined);
  servers.push(server);
  return server;
}

const scripts = {
  imap: (startTls?: KeyAndCertificate) => imapScript(startTls ? { startTls } : {}),
  pop: (startTls?: KeyAndCertificate) => popScript(startTls ? { startTls } : {}),
  smtp: (startTls?: KeyAndCertificate) => smtpScript(startTls ? { startTls } : {}),
};
const xoauth2 = Buffer.from(`user=${loginName}\x01auth=Bearer ${token}\x01\x01`).toString('base64');
const cases = (['imap', 'pop', 'smtp'] as const).flatMap((service) =>
  (['tls', 'starttls'] as const).map((security) => ({ service, security })),
);

describe('a good server', () => {
  it.each(cases)('lets $service over $security climb all five rungs', async ({ service, security }) => {
    const server = await serve(scripts[service](security === 'starttls' ? keys : undefined), security);
    const trial = await climb({ service, security, port: server.port, ca: [authority.cert] });

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
    const server = await serve(scripts[service](security === 'starttls' ? keys : undefined), security);
    climbedIn(await climb({ service, security, port: server.port, ca: [authority.cert] }));
    await expect.poll(() => server.heard.at(-1)).toMatch(/(?:LOGOUT|QUIT)$/u);
    await expect.poll(() => server.open()).toBe(0);
  });

  it.each(['imap', 'pop', 'smtp'] as const)('gets OAUTHBEARER over %s when it offers nothing else', async (service: Service) => {
    const script = {
      imap: imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN AUTH=OAUTHBEARER NAMESPACE' }),
      pop: popScript({ sasl: 'PLAIN OAUTHBEARER' }),
      smtp: smtpScript({ auth: 'AUTH PLAIN OAUTHBEARER' }),
    }[service];
    const server = await serve(script);
    const climbed = climbedIn(await climb({ service, port: server.port, ca: [authority.cert] }));
    expect(climbed.details).toContainEqual({ label: 'mechanism', value: 'OAUTHBEARER' });
    const response = `n,a=${loginName},\x01host=${host}\x01port=${server.port}\x01auth=Bearer ${token}\x01\x01`;
    expect(server.heard.join('\n')).toContain(Buffer.from(response).toString('base64'));
  });

  it('gets the token on a line of its own where POP3 or a long token needs it', async () => {
    const long = 'a'.repeat(2000);
    const pop = await serve(popScript());
    climbedIn(await climb({ service: 'pop', port: pop.port, ca: [authority.cert], token: long }));
    expect(pop.heard).toContain('AUTH XOAUTH2');
    const smtp = await serve(smtpScript());
    climbedIn(await climb({ service: 'smtp', port: smtp.port, ca: [authority.cert], token: long }));
    expect(smtp.heard).toContain('AUTH XOAUTH2');
    // RFC 4959: not on the command line unless the server says SASL-IR.
    const imap = await serve(imapScript({ capabilities: 'IMAP4rev1 AUTH=XOAUTH2' }));
    climbedIn(await climb({ service: 'imap', port: imap.port, ca: [authority.cert], token: long }));
    expect(imap.heard.some((line) => line.endsWith('AUTHENTICATE XOAUTH2'))).toBe(true);
  });

  it('is tried with XOAUTH2 over POP3 though it does not list it, or lists nothing', async () => {
    for (const sasl of ['PLAIN', null]) {
      const server = await serve(popScript({ sasl }));
      climbedIn(await climb({ service: 'pop', port: server.port, ca: [authority.cert] }));
    }
  });

  it('may greet in several lines, with capabilities, and in one packet with what follows', async () => {
    const smtp = await serve(smtpScript({ greeting: '220-mail.test\n220-be nice\n220 ready' }));
    climbedIn(await climb({ service: 'smtp', port: smtp.port, ca: [authority.cert] }));
    const imap = await serve(imapScript({ greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready' }));
    climbedIn(await climb({ service: 'imap', port: imap.port, ca: [authority.cert] }));
    expect(imap.heard[0]).toContain('AUTHENTICATE XOAUTH2');
  });

  it('opens a shared mailbox in whose name the login is made', async () => {
    const server = await serve(imapScript());
    climbedIn(await climb({ service: 'imap', port: server.port, ca: [authority.cert], loginName: 'team@example.test' }));
    const response = server.heard.find((line) => line.includes('AUTHENTICATE'))?.split(' ').at(-1) ?? '';
    expect(Buffer.from(response, 'base64').toString()).toMatch(/^user=team@example\.test\x01/u);
  });
});
