// What is refused: hostile, broken and merely curious requests, over real sockets. After each the right answer must still get in.
import { expect, onTestFinished, test } from 'vitest';
import type { RefusedRequest } from './judge-request.ts';
import {
  browserGet,
  englishWords,
  makeHandClock,
  type OpenedForTest,
  openForTest,
  speak,
} from './loopback.test-part.ts';
import { makeLoopback } from './make-loopback.ts';

/** The proof that the wait went on: the right answer still gets in. */
async function expectStillWaiting({ listening, port, now }: OpenedForTest): Promise<void> {
  expect(now()).toBeNull();
  expect((await speak(port, browserGet(port, '/?code=good&state=right'))).status).toBe(200);
  expect(await listening.answer).toEqual({ ok: true, value: { code: 'good', state: 'right' } });
}

const refusals: [string, number, RefusedRequest, (port: number) => string][] = [
  ['another state', 409, 'older-try', (port) => browserGet(port, '/?code=c&state=wrong')],
  ['an error of another state', 409, 'older-try', (port) => browserGet(port, '/?error=access_denied&state=wrong')],
  ['a code without state', 400, 'code-without-state', (port) => browserGet(port, '/?code=c')],
  ['an error without state', 400, 'error-without-state', (port) => browserGet(port, '/?error=access_denied')],
  ['a doubled state', 400, 'doubled', (port) => browserGet(port, '/?code=c&state=right&state=right')],
  ['a doubled code', 400, 'doubled', (port) => browserGet(port, '/?code=c&code=d&state=right')],
  ['no answer', 400, 'no-answer', (port) => browserGet(port, '/')],
  ['the favicon', 404, 'path', (port) => browserGet(port, '/favicon.ico?code=c&state=right')],
  ['another path', 404, 'path', (port) => browserGet(port, '/callback?code=c&state=right')],
  ['an absolute target', 404, 'path', (port) => browserGet(port, `http://127.0.0.1:${port}/?code=c&state=right`)],
  ['POST', 405, 'method', (port) => browserGet(port, '/?code=c&state=right', ['Content-Length: 0'], 'POST')],
  ['a rebound name', 421, 'host', (port) => `GET /?code=c&state=right HTTP/1.1\r\nHost: evil.example:${port}\r\n\r\n`],
  ['a Host without port', 421, 'host', () => 'GET /?code=c&state=right HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
  ['no Host', 421, 'host', () => 'GET /?code=c&state=right HTTP/1.1\r\n\r\n'],
  ['two Hosts', 421, 'host', (port) => browserGet(port, '/?code=c&state=right', [`Host: 127.0.0.1:${port}`])],
  ['HTTP/1.0 without Host', 421, 'host', () => 'GET /?code=c&state=right HTTP/1.0\r\n\r\n'],
  [
    'a prefetch',
    503,
    'preview',
    (port) => browserGet(port, '/?code=c&state=right', ['Sec-Purpose: prefetch;prerender']),
  ],
  ['an old prefetch', 503, 'preview', (port) => browserGet(port, '/?code=c&state=right', ['Purpose: prefetch'])],
  ['garbage', 400, 'malformed', () => '\x00\xff\x01 hello\r\n\r\n'],
  ['a TLS greeting', 400, 'malformed', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['HTTP/2', 400, 'malformed', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  [
    'a bare line feed in a header',
    400,
    'malformed',
    (port) => `GET /?code=c&state=right HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nA\x01: b\r\n\r\n`,
  ],
  [
    'two lengths',
    400,
    'malformed',
    (port) => browserGet(port, '/?code=c&state=right', ['Content-Length: 1', 'Transfer-Encoding: chunked']),
  ],
  [
    'a huge header',
    431,
    'malformed',
    (port) => browserGet(port, '/?code=c&state=right', [`Cookie: ${'x'.repeat(20_000)}`]),
  ],
  ['a huge address', 431, 'malformed', (port) => browserGet(port, `/?state=right&code=${'x'.repeat(20_000)}`)],
  [
    'very many headers',
    431,
    'malformed',
    (port) =>
      browserGet(
        port,
        '/?code=c&state=right',
        Array.from({ length: 3_000 }, (_, at) => `X${at}: y`),
      ),
  ],
];

test.each(refusals)('refuses %s with %i, and the wait goes on', async (_, status, reason, request) => {
  const opened = await openForTest();
  const reply = await speak(opened.port, request(opened.port));
  expect(reply.status).toBe(status);
  expect(opened.refused).toEqual([reason]);
  if (status !== 503) expect(reply.body).toMatch(/^<!doctype html>[\s\S]*<h1>[\s\S]*<\/html>\s*$/u);
  await expectStillWaiting(opened);
});

test('nothing of the request is shown or repeated', async () => {
  const { port } = await openForTest();
  for (const target of [
    '/?code=SEEN&state=older',
    '/SEEN',
    '/?error=SEEN&error_description=SEEN',
    '/?error=SEEN&state=right',
  ]) {
    expect((await speak(port, browserGet(port, target))).all).not.toContain('SEEN');
  }
});

test.each(['HEAD', 'OPTIONS'])('%s with the right state only looks', async (method) => {
  const opened = await openForTest();
  const reply = await speak(
    opened.port,
    browserGet(opened.port, '/?code=c&state=right', ['Origin: https://evil.example'], method),
  );
  expect(reply.status).toBe(method === 'HEAD' ? 200 : 204);
  expect(reply.body).toBe('');
  await expectStillWaiting(opened);
});

test('of pipelined requests only the first counts', async () => {
  const opened = await openForTest();
  const { port } = opened;
  const reply = await speak(
    port,
    browserGet(port, '/?code=c&state=wrong') + browserGet(port, '/?code=evil&state=right'),
  );
  expect(reply.status).toBe(409);
  expect(reply.all).not.toContain('You can go back');
  await expectStillWaiting(opened);
});

test('a body is never asked for and never read', async () => {
  const opened = await openForTest();
  const { port } = opened;
  const asked = await speak(port, browserGet(port, '/', ['Content-Length: 1000000', 'Expect: 100-continue'], 'POST'));
  expect(asked.all).not.toContain('100 Continue');
  expect(asked.status).toBe(405);
  // The body never comes; the reply does.
  expect((await speak(port, browserGet(port, '/', ['Content-Length: 1000000'], 'POST'))).status).toBe(405);
  await expectStillWaiting(opened);
});

test('before a state is expected nothing is taken', async () => {
  const clock = makeHandClock();
  const loopback = makeLoopback({
    words: englishWords,
    language: () => 'en',
    direction: () => 'ltr',
    clock,
    logUnexpected: () => {},
  });
  const opened = await loopback.open({ host: '127.0.0.1', deadlineMs: 1_000, providerName: '' }, new AbortController());
  if (!opened.ok) throw new Error(opened.problem.code);
  onTestFinished(() => opened.value.close());
  const port = Number(new URL(opened.value.redirectUri).port);
  expect((await speak(port, browserGet(port, '/?code=c&state=undefined'))).status).toBe(409);
  expect((await speak(port, browserGet(port, '/?code=c&state='))).status).toBe(400);
});
