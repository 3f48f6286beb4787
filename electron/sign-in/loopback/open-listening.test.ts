// Where it listens, whom it cuts, and how it ends.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  browserGet,
  englishWords,
  hasIpv6Loopback,
  makeHandClock,
  type OpenedForTest,
  openForTest,
  speak,
} from './loopback.test-part.ts';
import { makeLoopback } from './make-loopback.ts';

const hasSix = await hasIpv6Loopback();

/** The proof that the wait went on: the right answer still gets in. */
async function expectStillWaiting({ listening, port, now }: OpenedForTest): Promise<void> {
  expect(now()).toBeNull();
  expect((await speak(port, browserGet(port, '/?code=good&state=right'))).status).toBe(200);
  expect(await listening.answer).toEqual({ ok: true, value: { code: 'good', state: 'right' } });
}

test.each([
  ['silent', ''],
  ['half a line', 'GET /?code='],
  ['no end of headers', 'GET /?code=c&state=right HTTP/1.1\r\nHost: x\r\n'],
])('a client that is slow is cut: %s', async (_, bytes) => {
  const opened = await openForTest({ limits: { connectionMs: 400, connections: 48 } });
  const reply = await speak(opened.port, bytes);
  expect(reply.all).toBe('');
  await expectStillWaiting(opened);
});

test('a client that drips bytes is cut all the same', async () => {
  const opened = await openForTest({ limits: { connectionMs: 400, connections: 48 } });
  const socket = connect(opened.port, '127.0.0.1').on('error', () => {});
  const drip = setInterval(() => socket.write('x'), 10);
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  clearInterval(drip);
  await expectStillWaiting(opened);
});

test('a crowd of idle connections does not keep the right answer out', async () => {
  const opened = await openForTest({ limits: { connectionMs: 60_000, connections: 4 } });
  const crowd = Array.from({ length: 12 }, () => connect(opened.port, '127.0.0.1').on('error', () => {}));
  onTestFinished(() => {
    for (const socket of crowd) socket.destroy();
  });
  await Promise.all(crowd.slice(0, 8).map((socket) => once(socket, 'close')));
  await expectStillWaiting(opened);
});

test('listens on loopback alone', async () => {
  const { port } = await openForTest();
  // Part of loopback's network, but not the address we asked for: a listener on every address would take it.
  await expect(speak(port, browserGet(port, '/'), '127.0.0.2')).rejects.toThrow();
});

test.runIf(hasSix)('listens on ::1 at the same port', async () => {
  const { listening, port } = await openForTest();
  const reply = await speak(port, `GET /?code=six&state=right HTTP/1.1\r\nHost: [::1]:${port}\r\n\r\n`, '::1');
  expect(reply.status).toBe(200);
  expect(await listening.answer).toMatchObject({ ok: true, value: { code: 'six' } });
});

/** Throws unless both addresses are free at this very moment. */
async function expectFree(port: number): Promise<void> {
  for (const host of hasSix ? ['127.0.0.1', '::1'] : ['127.0.0.1']) {
    const server = createServer();
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  }
}

const endings: [string, (opened: OpenedForTest) => void, string][] = [
  ['close', ({ listening }) => listening.close(), 'took-too-long'],
  ['the signal', ({ abort }) => abort.abort(), 'took-too-long'],
  ['the deadline', ({ clock }) => clock.advance(300_000), 'no-answer'],
];

test.each(endings)('%s frees the port at once and cuts every connection', async (_, end, code) => {
  // So long that no connection ends by itself here.
  const opened = await openForTest({ limits: { connectionMs: 60_000, connections: 48 } });
  const idle = connect(opened.port, '127.0.0.1').on('error', () => {});
  const half = connect(opened.port, '127.0.0.1').on('error', () => {});
  await Promise.all([once(idle, 'connect'), once(half, 'connect')]);
  half.write('GET /?code=c');
  // A whole exchange, so that both connections are surely accepted on the other side.
  await speak(opened.port, browserGet(opened.port, '/'));
  const cut = Promise.all([once(idle, 'close'), once(half, 'close')]);
  end(opened);
  await expectFree(opened.port);
  await cut;
  expect(await opened.listening.answer).toMatchObject({ ok: false, problem: { code } });
  expect(opened.clock.waiting()).toBe(0);
  opened.listening.close();
  opened.abort.abort();
});

test('more time is more time', async () => {
  const opened = await openForTest();
  opened.clock.advance(299_000);
  opened.listening.moreTime(300_000);
  expect(opened.listening.deadlineAt() - opened.clock.now()).toBe(301_000);
  opened.clock.advance(300_000);
  await expectStillWaiting(opened);
});

test('an ended attempt opens nothing', async () => {
  const clock = makeHandClock();
  const loopback = makeLoopback({
    words: englishWords,
    language: () => 'en',
    direction: () => 'ltr',
    clock,
    logUnexpected: () => {},
  });
  const ended = { signal: AbortSignal.abort() };
  expect(await loopback.open({ host: '127.0.0.1', deadlineMs: 1_000, providerName: '' }, ended)).toMatchObject({
    ok: false,
  });
  expect(await loopback.selfTest(ended)).toMatchObject({ ok: false, problem: { code: 'took-too-long' } });
  // Ended while the port was being bound.
  const abort = new AbortController();
  const opening = loopback.open({ host: '127.0.0.1', deadlineMs: 1_000, providerName: '' }, abort);
  abort.abort();
  expect(await opening).toMatchObject({ ok: false, problem: { code: 'took-too-long' } });
  expect(clock.waiting()).toBe(0);
});

test('a paste after the end is not taken', async () => {
  const { listening, port } = await openForTest();
  listening.close();
  expect(listening.paste(`http://127.0.0.1:${port}/?code=c&state=right`)).toBe('paste-older-try');
});

test('a bug in the words loses neither the answer nor the wait', async () => {
  const opened = await openForTest({
    words: () => {
      throw new Error('no words');
    },
  });
  expect((await speak(opened.port, browserGet(opened.port, '/'))).all).toBe('');
  expect((await speak(opened.port, 'garbage\r\n\r\n')).all).toBe('');
  expect(opened.now()).toBeNull();
  expect((await speak(opened.port, browserGet(opened.port, '/?code=c&state=right'))).all).toBe('');
  expect(await opened.listening.answer).toMatchObject({ ok: true, value: { code: 'c' } });
  expect(opened.bugs).toHaveLength(3);
});
