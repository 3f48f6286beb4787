import { expect, test } from 'vitest';
import { isSameState, readRedirectAnswer } from './read-redirect-answer.ts';

test('passes every parameter that came once', () => {
  expect(readRedirectAnswer('code=4%2F0AX-y&state=S&iss=https%3A%2F%2Fidp.example&scope=a+b&authuser=0')).toEqual({
    kind: 'answer',
    state: 'S',
    answer: { code: '4/0AX-y', state: 'S', iss: 'https://idp.example', scope: 'a b', authuser: '0' },
  });
});

test('an error is an answer too', () => {
  const read = readRedirectAnswer(
    'error=access_denied&error_subcode=cancel&state=S&error_description=AADSTS65004%3a+no',
  );
  expect(read).toMatchObject({ kind: 'answer', answer: { error: 'access_denied', error_subcode: 'cancel' } });
});

test.each(['state', 'code', 'iss', 'error', 'error_description'])('refuses a doubled %s', (name) => {
  expect(readRedirectAnswer(`code=C&state=S&iss=I&error=E&error_description=D&${name}=again`).kind).toBe('doubled');
});

test('a doubled state is refused even when one of the two is empty', () => {
  expect(readRedirectAnswer('code=C&state=S&state=').kind).toBe('doubled');
});

test('a doubled parameter that decides nothing is left out', () => {
  const read = readRedirectAnswer('code=C&state=S&hint=1&hint=2');
  expect(read).toEqual({ kind: 'answer', state: 'S', answer: { code: 'C', state: 'S' } });
});

test.each(['', 'state=S', 'code=&state=S', 'error=&state=S', 'admin_consent=True&state=S', '=', '&&&', '%'])(
  'finds no answer in "%s"',
  (query) => {
    expect(readRedirectAnswer(query).kind).toBe('nothing');
  },
);

test.each([
  ['code=C', 'code'],
  ['error=E', 'error'],
  ['code=C&state=', 'code'],
])('"%s" has no state', (query, holds) => {
  expect(readRedirectAnswer(query)).toMatchObject({ kind: 'stateless', holds });
});

test('a flood of parameters is nothing', () => {
  const flood = Array.from({ length: 5000 }, (_, at) => `p${at}=1`).join('&');
  expect(readRedirectAnswer(`code=C&state=S&${flood}`).kind).toBe('nothing');
});

test('parameter names cannot reach an object prototype', () => {
  const read = readRedirectAnswer('code=C&state=S&__proto__=x&constructor=y');
  expect(read.kind).toBe('answer');
  if (read.kind !== 'answer') return;
  expect(Object.getPrototypeOf(read.answer)).toBe(Object.prototype);
  expect(Object.hasOwn(read.answer, '__proto__')).toBe(true);
});

test('compares states whole and by case', () => {
  expect(isSameState('abc', 'abc')).toBe(true);
  for (const other of ['', 'ab', 'abcd', 'ABC', ' abc', 'abc\0']) expect(isSameState(other, 'abc')).toBe(false);
});
