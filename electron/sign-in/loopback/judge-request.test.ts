import { expect, test } from 'vitest';
import { judgeRequest } from './judge-request.ts';

const host = ['Host', '127.0.0.1:4000'];
const judge = (target: string, rawHeaders: readonly string[] = host, method = 'GET') =>
  judgeRequest({ method, target, rawHeaders }, 4000);
const right = '/?code=C&state=S';

test.each(['127.0.0.1:4000', 'localhost:4000', '[::1]:4000', 'LocalHost:4000'])('knows itself as %s', (name) => {
  expect(judge(right, ['hOST', name])).toEqual({ kind: 'answer', state: 'S', answer: { code: 'C', state: 'S' } });
});

test.each([
  '',
  'localhost',
  '127.0.0.1',
  'localhost:4001',
  'localhost:40000',
  'evil.example:4000',
  'localhost.evil.example:4000',
  '127.0.0.1.evil.example:4000',
  'evil.example@localhost:4000',
  'localhost:4000.evil.example',
  '127.1:4000',
  '2130706433:4000',
  '0.0.0.0:4000',
  '[::ffff:127.0.0.1]:4000',
  'localhost.:4000',
  'localhost:4000, evil.example',
])('refuses to be called "%s"', (name) => {
  expect(judge(right, ['Host', name])).toEqual({ kind: 'refused', reason: 'host' });
});

test('refuses no Host and two Hosts, even two right ones', () => {
  expect(judge(right, [])).toEqual({ kind: 'refused', reason: 'host' });
  expect(judge(right, [...host, ...host])).toEqual({ kind: 'refused', reason: 'host' });
});

test.each([
  '/favicon.ico',
  '//',
  '/callback',
  '/.',
  '/%3F',
  '/;',
  '',
  '*',
  'http://127.0.0.1:4000/',
  '/\\',
  '/index.html',
])('refuses the path "%s"', (path) => {
  expect(judge(`${path}?code=C&state=S`)).toEqual({ kind: 'refused', reason: 'path' });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', ''])('refuses the method "%s"', (method) => {
  expect(judge(right, host, method)).toEqual({ kind: 'refused', reason: 'method' });
});

test('looking is not taking', () => {
  expect(judge(right, host, 'HEAD')).toEqual({ kind: 'looked', method: 'HEAD' });
  expect(judge(right, host, 'OPTIONS')).toEqual({ kind: 'looked', method: 'OPTIONS' });
});

test.each([
  ['Sec-Purpose', 'prefetch'],
  ['sec-purpose', 'prefetch;prerender'],
  ['Purpose', 'prefetch'],
  ['X-Purpose', 'preview'],
  ['X-Moz', 'prefetch'],
])('a fetch ahead of a click takes nothing: %s: %s', (name, value) => {
  expect(judge(right, [...host, name, value])).toEqual({ kind: 'refused', reason: 'preview' });
});

test.each([
  ['/', 'no-answer'],
  ['/?', 'no-answer'],
  ['/?state=S', 'no-answer'],
  ['/?code=C&code=D&state=S', 'doubled'],
  ['/?code=C&state=S&state=S', 'doubled'],
  ['/?code=C', 'code-without-state'],
  ['/?error=access_denied', 'error-without-state'],
])('says what is wrong with "%s"', (target, reason) => {
  expect(judge(target)).toEqual({ kind: 'refused', reason });
});
