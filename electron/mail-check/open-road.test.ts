// Roads to scripted servers, with real encryption: what comes behind the login is handed over byte for byte.
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { type MailServer, type Service, services } from '../../shared/mail-provider.ts';
import { Secret } from '../setup/secret.ts';
import { imapScript, popScript, smtpScript } from './mail-scripts.test-part.ts';
import { makeRoads, type Road } from './open-road.ts';
import { type Script, type ScriptedServer, serveScript, type Talk } from './scripted-server.test-part.ts';
import { host, loginName, token } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';
import { makeTrust } from './trusted-roots.ts';

const trial = trialServers('Road');
const open: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const parts = { lookUp: async () => ['127.0.0.1'], trust: makeTrust(async () => []) };
const attempt = () => new AbortController();
const asToken = { loginName, by: 'token', secret: new Secret(token) } as const;
const asPassword = { loginName, by: 'password', secret: new Secret('pässword "x"') } as const;

async function placeOf(service: Service, script: Script, security: MailServer['security'] = 'tls') {
  const server = await serveScript(script, security === 'tls' ? trial.keys() : undefined);
  open.push(server);
  return { server, place: { service, server: { host, port: server.port, security }, ca: [trial.authority().cert] } };
}

function got<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** What the other end says next. */
async function next(road: Awaited<ReturnType<Road['logIn']>>): Promise<string> {
  const { socket, unread } = got(road);
  if (unread.length > 0) return unread.toString('latin1');
  return new Promise((resolve) => socket.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1'))));
}

type Login = (talk: Talk, ...rest: readonly string[]) => void;
const scripts: Readonly<Record<Service, (login: Login, startTls?: ReturnType<typeof trial.keys>) => Script>> = {
  imap: (login, startTls) =>
    imapScript({
      login: (talk, tag) => login(talk, `* CAPABILITY IMAP4rev1 IDLE`, `${tag} OK in`),
      ...(startTls ? { startTls } : {}),
    }),
  pop: (login, startTls) => popScript({ login: (talk) => login(talk, '+OK in'), ...(startTls ? { startTls } : {}) }),
  smtp: (login, startTls) =>
    smtpScript({ login: (talk) => login(talk, '235 2.7.0 in'), ...(startTls ? { startTls } : {}) }),
};

describe.each(services)('a road to %s', (service) => {
  it.each(['tls', 'starttls'] as const)(
    'by %s logs in and hands over what came in the same packet',
    async (security) => {
      const startTls = security === 'starttls' ? trial.keys() : undefined;
      const script = scripts[service]((talk, ...lines) => talk.say(...lines, 'and more'), startTls);
      const { server, place } = await placeOf(service, script, security);
      const road = got(await makeRoads(parts).open(place, attempt()));
      const entered = await road.logIn(asToken, attempt());
      expect(await next(entered)).toBe('and more\r\n');
      const said = Buffer.from(
        server.heard.flatMap((line) => line.split(' ')).find((word) => /^dXNlcj1/u.test(word)) ?? '',
        'base64',
      );
      expect(said.toString()).toBe(`user=${loginName}\x01auth=Bearer ${token}\x01\x01`);
      got(entered).socket.destroy();
    },
  );

  it('explains a refused token, tells nobody the token, and closes', async () => {
    const challenge = Buffer.from('{"status":"invalid_token"}').toString('base64');
    const refuse: Script = {
      imap: imapScript({
        login: async (talk, tag) => {
          talk.say(`+ ${challenge}`);
          await talk.hear();
          talk.say(`${tag} NO [AUTHENTICATIONFAILED] no`);
        },
      }),
      pop: popScript({
        login: async (talk) => {
          talk.say(`+ ${challenge}`);
          await talk.hear();
          talk.say('-ERR [AUTH] no');
        },
      }),
      smtp: smtpScript({
        login: async (talk) => {
          talk.say(`334 ${challenge}`);
          await talk.hear();
          talk.say('535 5.7.8 no');
        },
      }),
    }[service];
    const { server, place } = await placeOf(service, refuse);
    const road = got(await makeRoads(parts).open(place, attempt()));
    const refused = await road.logIn(asToken, attempt());
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'token-refused', facts: { service, phase: 'login' } },
    });
    expect(JSON.stringify(refused)).not.toContain(token);
    await expect.poll(() => server.open()).toBe(0);
  });

  it('logs in by password', async () => {
    const { place } = await placeOf(
      service,
      scripts[service]((talk, ...lines) => talk.say(...lines, 'and more')),
    );
    const road = got(await makeRoads(parts).open(place, attempt()));
    if (service === 'imap') expect(road.offers).toContain('AUTH=XOAUTH2');
    const entered = await road.logIn(service === 'imap' ? asToken : asPassword, attempt());
    expect(await next(entered)).toBe('and more\r\n');
  });

  it('explains a server that is not there, one that says nothing, and one that nobody vouches for', async () => {
    const { server, place } = await placeOf(service, () => undefined);
    const roads = makeRoads({ ...parts, deadlineMs: 200 });
    expect(await roads.open(place, attempt())).toMatchObject({ ok: false, problem: { code: 'server-silent' } });
    expect(await roads.open({ ...place, ca: [] }, attempt())).toMatchObject({
      ok: false,
      problem: { code: 'certificate-unknown-signer' },
    });
    await server.close();
    expect(await roads.open(place, attempt())).toMatchObject({ ok: false, problem: { code: 'connection-refused' } });
    await expect(roads.open(place, { signal: AbortSignal.abort() })).resolves.toMatchObject({ ok: false });
  });
});

describe('IMAP’s capabilities', () => {
  it('come with the greeting, from an earlier time, or by asking', async () => {
    const { server, place } = await placeOf('imap', imapScript({ greeting: '* OK hello' }));
    const roads = makeRoads(parts);
    for (const asked of [1, 1]) {
      const road = got(await roads.open(place, attempt()));
      expect(road.offers).toContain('AUTH=XOAUTH2');
      road.close();
      expect(server.heard.filter((line) => line.endsWith(' CAPABILITY'))).toHaveLength(asked);
    }
    const telling = await placeOf('imap', imapScript({ greeting: '* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] hello' }));
    const road = got(await roads.open(telling.place, attempt()));
    expect(road.offers).toEqual(['IMAP4rev1', 'AUTH=XOAUTH2']);
    road.close();
    expect(telling.server.heard).toEqual([]);
  });
});

it.each([
  ['421 4.3.2 Service not available', 'server-busy'],
  ['554 5.7.1 Not here', 'server-closed'],
  ['nonsense', 'server-unreadable'],
])('SMTP’s %s in answer to EHLO is no lack of a way to sign in', async (said, code) => {
  const { place } = await placeOf('smtp', async (talk) => {
    talk.say('220 mail.test ESMTP');
    await talk.hear();
    talk.say(said);
    await talk.hear();
  });
  expect(await makeRoads(parts).open(place, attempt())).toMatchObject({ ok: false, problem: { code } });
});

it('takes encryption up again with a server that was verified, and not with less trust', async () => {
  const resumed: boolean[] = [];
  const server = createTlsServer({ ...trial.keys() }, (socket) => {
    resumed.push(socket.isSessionReused());
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] hello\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const roads = makeRoads(parts);
  const place = { service: 'imap', server: { host, port, security: 'tls' }, ca: [trial.authority().cert] } as const;
  for (let time = 0; time < 3; time += 1) got(await roads.open(place, attempt())).close();
  expect(resumed).toEqual([false, true, true]);
  expect(await roads.open({ ...place, ca: [] }, attempt())).toMatchObject({ ok: false });
  await new Promise((resolve) => server.close(resolve));
});
