// What is taken, and what the browser shows for it.
import { expect, test } from 'vitest';
import { browserGet, openForTest, speak } from './loopback.test-part.ts';

test('takes the right answer, passes what came with it, and shows the page', async () => {
  const { listening, port } = await openForTest();
  expect(listening.redirectUri).toBe(`http://127.0.0.1:${port}`);
  const reply = await speak(port, browserGet(port, '/?code=4%2F0A&state=right&iss=https%3A%2F%2Fidp&scope=a%20b'));
  expect(reply.status).toBe(200);
  expect(reply.body).toContain('You can go back to Postkey');
  expect(reply.body).toContain('Harbour &amp; Co’s answer');
  expect(reply.body).toMatch(/<\/html>\s*$/u);
  expect(await listening.answer).toEqual({
    ok: true,
    value: { code: '4/0A', state: 'right', iss: 'https://idp', scope: 'a b' },
  });
});

test('gives the address with the name the provider wants', async () => {
  const { listening, port } = await openForTest({ host: 'localhost' });
  expect(listening.redirectUri).toBe(`http://localhost:${port}`);
});

test('every reply has the strict headers', async () => {
  const opened = await openForTest();
  const { port } = opened;
  const requests = ['/', '/favicon.ico', '/?code=x&state=older', '/?code=good&state=right'].map((target) =>
    browserGet(port, target),
  );
  requests.push(browserGet(port, '/', [], 'HEAD'), browserGet(port, '/', [], 'OPTIONS'), 'garbage\r\n\r\n');
  for (const request of requests) {
    const { head } = await speak(port, request);
    expect(head).toMatch(/^Connection: close$/imu);
    expect(head).toMatch(/^Cache-Control: no-store$/imu);
    expect(head).toMatch(/^Referrer-Policy: no-referrer$/imu);
    expect(head).toMatch(/^X-Content-Type-Options: nosniff$/imu);
    expect(head).toMatch(/^Content-Security-Policy: default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/imu);
    expect(head).not.toMatch(/access-control|unsafe|set-cookie/iu);
  }
});

test('a reload is told kindly and changes nothing', async () => {
  const { listening, port, refused } = await openForTest();
  await speak(port, browserGet(port, '/?code=good&state=right'));
  const again = await speak(port, browserGet(port, '/?code=other&state=right'));
  expect(again.status).toBe(410);
  expect(again.body).toContain('Postkey already has this answer');
  expect(again.body).toContain('ARRIVED');
  expect(refused).toEqual(['already-taken']);
  expect(await listening.answer).toMatchObject({ ok: true, value: { code: 'good' } });
});

test('of many at the same time one is taken', async () => {
  const { listening, port } = await openForTest();
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) => speak(port, browserGet(port, `/?code=c${at}&state=right`))),
  );
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 410)]);
  const answer = await listening.answer;
  const first = replies.findIndex((reply) => reply.status === 200);
  expect(answer).toMatchObject({ ok: true, value: { code: `c${first}` } });
});

test('the browser has its whole page although the waiting one closes at once', async () => {
  const { listening, port } = await openForTest();
  void listening.answer.then(() => listening.close());
  const reply = await speak(port, browserGet(port, '/?code=good&state=right'));
  expect(reply.body).toMatch(/<\/html>\s*$/u);
  await expect(speak(port, browserGet(port, '/'))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test.each([
  ['error=access_denied', 'Permission was not given', '6-NO'],
  ['error=access_denied&error_description=AADSTS90094%3a+x', 'Your organisation has to approve first', '6-APPROVE'],
  ['error=server_error', 'Harbour &amp; Co has a fault', '6-OUTAGE'],
  ['error=invalid_scope', 'The sign-in was not finished', '6-SCOPE'],
])('an error with the right state is an answer: %s', async (query, title, stamp) => {
  const { listening, port } = await openForTest();
  const reply = await speak(port, browserGet(port, `/?${query}&state=right`));
  expect(reply.status).toBe(200);
  expect(reply.body).toContain(`<h1>${title}</h1>`);
  expect(reply.body).toContain(stamp);
  expect(reply.body).toContain('RETURNED');
  expect(await listening.answer).toMatchObject({
    ok: true,
    value: { state: 'right', error: new URLSearchParams(query).get('error') },
  });
});

test('HTTP/1.0 with the right Host is served', async () => {
  const { listening, port } = await openForTest();
  expect((await speak(port, `GET /?code=c&state=right HTTP/1.0\r\nHost: localhost:${port}\r\n\r\n`)).status).toBe(200);
  expect(await listening.answer).toMatchObject({ ok: true });
});

test('a pasted address counts like one the browser brought, once', async () => {
  const { listening, port, now } = await openForTest();
  expect(listening.paste('')).toBe('paste-empty');
  expect(listening.paste('what?')).toBe('paste-not-understood');
  expect(listening.paste(`http://127.0.0.1:${port}/?code=c&state=older`)).toBe('paste-older-try');
  expect(listening.paste(listening.redirectUri)).toBe('paste-no-answer-in-it');
  expect(now()).toBeNull();
  expect(listening.paste(`http://127.0.0.1:${port}/?code=pasted&state=right`)).toBe('taken');
  expect(listening.paste(`http://127.0.0.1:${port}/?code=again&state=right`)).toBe('taken');
  expect(await listening.answer).toEqual({ ok: true, value: { code: 'pasted', state: 'right' } });
  expect((await speak(port, browserGet(port, '/?code=late&state=right'))).status).toBe(410);
});

test('a pasted error text is an answer of this try', async () => {
  const { listening } = await openForTest();
  expect(listening.paste('AADSTS65004: User declined to consent')).toBe('taken');
  expect(await listening.answer).toMatchObject({
    ok: true,
    value: { state: 'right', error_description: expect.stringContaining('AADSTS65004') },
  });
});

test('an old tab is told the truth about the wait', async () => {
  const { port } = await openForTest();
  const old = browserGet(port, '/?code=x&state=older');
  expect((await speak(port, old)).body).toContain('Postkey is still waiting');
  await speak(port, browserGet(port, '/?code=good&state=right'));
  expect((await speak(port, old)).body).not.toContain('waiting');
});
