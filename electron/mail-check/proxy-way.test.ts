// Ladders through real proxies on loopback: both kinds, with and without a login, and what a proxy does instead of its work.
import { afterEach, beforeAll, expect, it } from 'vitest';
import { imapScript } from './mail-scripts.test-part.ts';
import { proxyWay } from './proxy-way.ts';
import { type ScriptedServer, serveScript } from './scripted-server.test-part.ts';
import { type Authority, type KeyAndCertificate, makeAuthority } from './trial-certificates.test-part.ts';
import { climb, climbedIn, host, rungsUpTo } from './trial-climb.test-part.ts';
import { httpProxy, socksProxy, type TrialProxy, type TrialProxyWish } from './trial-proxy.test-part.ts';
import type { ProxyPlace, UseLogin } from './tunnel.ts';

const open = { http: httpProxy, socks5: socksProxy };
const kinds = ['http', 'socks5'] as const;
const right = { name: 'pat', password: 'p:ä ss' };

let authority: Authority;
let keys: KeyAndCertificate;
const closing: (TrialProxy | ScriptedServer)[] = [];

beforeAll(async () => {
  authority = await makeAuthority('Proxy Root');
  keys = await authority.issue([host]);
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((each) => each.close()));
});

const saying =
  (name: string, password: string): UseLogin =>
  (use) =>
    use(name, password);

async function through(kind: ProxyPlace['kind'], wish: Partial<TrialProxyWish>, answers: (UseLogin | null)[] = []) {
  const server = await serveScript(imapScript({}), keys);
  const proxy = await open[kind]({ toPort: server.port, ...wish });
  closing.push(proxy, server);
  const questions: boolean[] = [];
  const way = proxyWay({
    proxy: { kind, host: '127.0.0.1', port: proxy.port },
    login: async (_asked, refused) => {
      questions.push(refused);
      return answers.shift() ?? null;
    },
  });
  const trial = await climb({ service: 'imap', port: 993, ca: [authority.cert], way });
  return { ...trial, proxy, questions };
}

it.each(kinds)('a %s proxy is told the name, and all five rungs are climbed', async (kind) => {
  const { proxy, questions, ...trial } = await through(kind, {});
  climbedIn(trial);
  expect(trial.reported).toEqual(rungsUpTo('mailbox', 'passed'));
  expect(proxy.asked).toEqual([`${host}:993`]);
  expect(questions).toEqual([]);
});

it.each(kinds)('a %s proxy that wants a login is given one, asked for once', async (kind) => {
  const { questions, ...trial } = await through(kind, { login: right }, [saying(right.name, right.password)]);
  climbedIn(trial);
  expect(questions).toEqual([false]);
});

it.each(kinds)('a wrong login for a %s proxy is asked for again', async (kind) => {
  const answers = [saying('pat', 'wrong'), saying(right.name, right.password)];
  const { questions, ...trial } = await through(kind, { login: right }, answers);
  climbedIn(trial);
  expect(questions).toEqual([false, true]);
});

it('three at once are one question to the person, and none of them calls the others’ answer wrong', async () => {
  const servers = await Promise.all([1, 2, 3].map(() => serveScript(imapScript({}), keys)));
  const [first] = servers;
  const proxy = await httpProxy({ toPort: first?.port ?? 0, login: right });
  closing.push(proxy, ...servers);
  const refused: boolean[] = [];
  const way = proxyWay({
    proxy: { kind: 'http', host: '127.0.0.1', port: proxy.port },
    login: async (_asked, wasRefused) => {
      refused.push(wasRefused);
      return saying(right.name, right.password);
    },
  });
  const trials = await Promise.all(servers.map(() => climb({ service: 'imap', port: 993, ca: [authority.cert], way })));
  for (const trial of trials) climbedIn(trial);
  expect(refused).not.toContain(true);
});

it.each(kinds)('nobody answers a %s proxy: the proxy is named, and no password is', async (kind) => {
  const { outcome, proxy } = await through(kind, { login: right }, [saying('pat', 'tell-nobody'), null]);
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'proxy-problem' } });
  expect(JSON.stringify(outcome)).toContain(`127.0.0.1:${proxy.port}`);
  expect(JSON.stringify(outcome)).not.toContain('tell-nobody');
});

it.each([
  ['http', 403, '403 Not this port'],
  ['http', 502, '502 Not this port'],
  ['socks5', 2, 'NotAllowed'],
] as const)('a %s proxy that refuses by %i is quoted', async (kind, refuses, said) => {
  const { outcome } = await through(kind, { refuses });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'proxy-problem' } });
  expect(outcome.ok ? '' : outcome.problem.serverSaid).toContain(said);
});

it.each(kinds)('what is no %s proxy is no way', async (kind) => {
  const server = await serveScript(imapScript({}));
  closing.push(server);
  const way = proxyWay({ proxy: { kind, host: '127.0.0.1', port: server.port }, login: async () => null });
  const { outcome } = await climb({ service: 'imap', port: 993, ca: [authority.cert], way });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'proxy-problem' } });
});

it.each(kinds)('a %s proxy that says nothing ends with the ladder', async (kind) => {
  const proxy = await open[kind]({ toPort: 1, silent: true });
  closing.push(proxy);
  const way = proxyWay({ proxy: { kind, host: '127.0.0.1', port: proxy.port }, login: async () => null });
  const controller = new AbortController();
  const trial = climb({
    service: 'imap',
    port: 993,
    way,
    signal: controller.signal,
    onRung: (rung, state) => {
      if (rung === 'connection' && state.kind === 'running') setTimeout(() => controller.abort(), 50);
    },
  });
  expect((await trial).outcome.ok).toBe(false);
});

it('a proxy that is not there is told as a connection that is refused', async () => {
  const gone = await httpProxy({ toPort: 1 });
  await gone.close();
  const way = proxyWay({ proxy: { kind: 'http', host: '127.0.0.1', port: gone.port }, login: async () => null });
  const { outcome } = await climb({ service: 'imap', port: 993, way });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'connection-refused' } });
});
