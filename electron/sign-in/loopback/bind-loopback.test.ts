import { once } from 'node:events';
import { type AddressInfo, createServer, Server } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { bindLoopback } from './bind-loopback.ts';
import { englishWords, makeHandClock } from './loopback.test-part.ts';
import { makeLoopback } from './make-loopback.ts';

const limits = { connectionMs: 5_000, connections: 10 };
const handlers = { request: () => {}, garbled: () => '' };
const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

type ListenOptions = { host: string; port: number };

/** Real sockets still: only what is asked of the system is changed on the way. */
function bendListening(bend: (options: ListenOptions) => ListenOptions): void {
  const listen = Server.prototype.listen;
  vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...given: unknown[]) {
    const [options, ...rest] = given as [ListenOptions, ...unknown[]];
    return Reflect.apply(listen, this, [{ ...options, ...bend(options) }, ...rest]) as Server;
  });
}

async function occupy(host: string): Promise<number | null> {
  const server = createServer();
  server.listen({ host, port: 0, ipv6Only: true });
  const failed = await Promise.race([
    once(server, 'listening').then(() => false),
    once(server, 'error').then(() => true),
  ]);
  if (failed) return null;
  cleanUps.push(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : null;
}

const taken = await occupy('::1');

test.runIf(taken !== null)('a port that someone else holds on ::1 is given up for another', async () => {
  const held = (await occupy('::1')) ?? 0;
  let tries = 0;
  bendListening((options) => (options.host === '127.0.0.1' && tries++ === 0 ? { ...options, port: held } : options));
  const bound = await bindLoopback(handlers, limits);
  cleanUps.push(() => bound.close());
  expect(bound.port).not.toBe(held);
  expect(bound.addresses).toEqual(['127.0.0.1', '::1']);
  expect(tries).toBe(2);
  // The first try was let go.
  vi.restoreAllMocks();
  const server = createServer();
  server.listen({ host: '127.0.0.1', port: held, exclusive: true });
  await once(server, 'listening');
  server.close();
});

test.runIf(taken !== null)('gives up with the system’s error when no port is free on both', async () => {
  const held = (await occupy('::1')) ?? 0;
  bendListening((options) => (options.host === '127.0.0.1' ? { ...options, port: held } : options));
  await expect(bindLoopback(handlers, limits)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('without ::1 on this computer 127.0.0.1 serves alone', async () => {
  bendListening((options) => (options.host === '::1' ? { ...options, host: '2001:db8::1' } : options));
  const bound = await bindLoopback(handlers, limits);
  cleanUps.push(() => bound.close());
  expect(bound.addresses).toEqual(['127.0.0.1']);
});

const loopback = () =>
  makeLoopback({
    words: englishWords,
    language: () => 'en',
    direction: () => 'ltr',
    clock: makeHandClock(),
    logUnexpected: () => {},
  });

test('the self-test asks over each address and closes', async () => {
  const tested = await loopback().selfTest(new AbortController());
  expect(tested.ok).toBe(true);
  if (!tested.ok) return;
  const lines = tested.value.details;
  expect(lines.map((line) => line.label)).toEqual(lines.map(() => 'loopback'));
  expect(lines[0]?.value).toMatch(/^127\.0\.0\.1:\d+ \d+ ms$/u);
  if (taken !== null) expect(lines[1]?.value).toMatch(/^\[::1\]:\d+ \d+ ms$/u);
  const port = Number(/:(\d+) /u.exec(lines[0]?.value ?? '')?.[1]);
  const server = createServer();
  server.listen({ host: '127.0.0.1', port, exclusive: true });
  await once(server, 'listening');
  server.close();
});

test('a loopback that cannot be bound is blocked, with the system’s code', async () => {
  bendListening((options) => ({ ...options, host: '192.0.2.1' }));
  const problem = { code: 'loopback-blocked', facts: { reason: 'EADDRNOTAVAIL' } };
  expect(await loopback().selfTest(new AbortController())).toEqual({ ok: false, problem });
  const wish = { host: '127.0.0.1', deadlineMs: 1_000, providerName: '' } as const;
  expect(await loopback().open(wish, new AbortController())).toEqual({ ok: false, problem });
});

test('where others have every port, that is said', async () => {
  const taker = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(taker, 'listening');
  cleanUps.push(() => taker.close());
  const { port } = taker.address() as AddressInfo;
  bendListening((options) => ({ ...options, port }));
  const wish = { host: '127.0.0.1', deadlineMs: 1_000, providerName: '' } as const;
  const problem = { code: 'port-taken', facts: { reason: 'EADDRINUSE' } };
  expect(await loopback().open(wish, new AbortController())).toEqual({ ok: false, problem });
});

test('a stranger in the way is found out', async () => {
  // Someone else's server answers everything on our port, as an intercepting program does.
  const stranger = createServer((socket) =>
    socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
  );
  stranger.listen({ host: '127.0.0.1', port: 0 });
  await once(stranger, 'listening');
  cleanUps.push(() => stranger.close());
  const address = stranger.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  // The listener is elsewhere (127.0.0.3), so the probe meets the stranger.
  bendListening((options) =>
    options.host === '127.0.0.1' ? { ...options, host: '127.0.0.3', port } : { ...options, host: '2001:db8::1' },
  );
  const abort = new AbortController();
  const tested = await loopback().selfTest(abort);
  expect(tested).toMatchObject({ ok: false, problem: { code: 'loopback-blocked' } });
});
