// What is looked at, once each, and what is shown of it.
import { beforeEach, expect, test } from 'vitest';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import { makeNetworkLook, type NetworkLook, type NetworkLookParts } from './network-look.ts';
import { until } from './small-world.test-part.ts';

const harbour = {
  id: 'own',
  signIn: 'openid',
  signInHost: 'login.harbour.example',
  servers: {
    imap: { host: 'mail.harbour.example', port: 993, security: 'tls' },
    smtp: { host: 'mail.harbour.example', port: 587, security: 'starttls' },
  },
} as unknown as MailProvider;

const asked: string[] = [];
let parts: NetworkLookParts;
const make = (more: Partial<NetworkLookParts> = {}): NetworkLook => makeNetworkLook({ ...parts, ...more });

beforeEach(() => {
  asked.length = 0;
  parts = {
    page: async (host) => {
      asked.push(host);
      return { proxy: 'proxy.harbour.example:3128', signer: { name: 'Example Filter CA', kind: 'system' } };
    },
    server: async ({ service }) => {
      asked.push(service);
      return service === 'smtp'
        ? { problem: problemOf('connection-timeout') }
        : { signer: { name: 'R1', kind: 'public' } };
    },
    mailProxy: null,
    ca: () => [],
    providers: () => [harbour, harbour],
    clock: { now: () => 7, after: () => () => undefined },
    changed: () => undefined,
    logUnexpected: () => 'log-1',
  };
});

test('each page and server once, with what was found there', async () => {
  const network = make();
  expect(network.view()).toEqual({ looking: false, found: [] });
  expect(network.look()).toEqual({ accepted: true });
  expect(network.view().looking).toBe(true);
  const { found, lookedAt } = await until(network.view, ({ looking }) => !looking);
  expect(asked).toEqual(['login.harbour.example', 'imap', 'smtp']);
  expect(lookedAt).toBe(7);
  expect(found).toEqual([
    {
      what: 'sign-in',
      host: 'login.harbour.example',
      port: 443,
      proxy: 'proxy.harbour.example:3128',
      signer: { name: 'Example Filter CA', kind: 'system' },
    },
    { what: 'imap', host: 'mail.harbour.example', port: 993, signer: { name: 'R1', kind: 'public' } },
    { what: 'smtp', host: 'mail.harbour.example', port: 587, problem: problemOf('connection-timeout') },
  ]);
});

test('mail goes through the proxy that was laid down for it', async () => {
  const network = make({ mailProxy: 'socks.harbour.example:1080' });
  network.look();
  const { found } = await until(network.view, ({ looking }) => !looking);
  expect(found.map(({ proxy }) => proxy)).toEqual([
    'proxy.harbour.example:3128',
    'socks.harbour.example:1080',
    'socks.harbour.example:1080',
  ]);
});

test('asked twice, it looks once; a bug in one place costs no other', async () => {
  const network = make({
    page: async () => {
      throw new Error('a bug');
    },
  });
  network.look();
  network.look();
  const { found } = await until(network.view, ({ looking }) => !looking);
  expect(asked).toEqual(['imap', 'smtp']);
  expect(found[0]?.problem).toEqual({ ...problemOf('unexpected'), logReference: 'log-1' });
});

test('without an account there is nothing to look at; with a password no page', async () => {
  const none = make({ providers: () => [] });
  none.look();
  expect((await until(none.view, ({ looking }) => !looking)).found).toEqual([]);
  const password = make({ providers: () => [{ ...harbour, signIn: 'password' }] });
  password.look();
  await until(password.view, ({ looking }) => !looking);
  expect(asked).toEqual(['imap', 'smtp']);
});

test('a place that never answers does not hold up the others for ever', async () => {
  let late = (): void => undefined;
  const after = (_ms: number, call: () => void) => {
    late = call;
    return () => undefined;
  };
  const network = make({ page: () => new Promise(() => undefined), clock: { now: () => 7, after } });
  network.look();
  late();
  const { found } = await until(network.view, ({ looking }) => !looking);
  expect(found[0]?.problem).toEqual(problemOf('took-too-long'));
});
