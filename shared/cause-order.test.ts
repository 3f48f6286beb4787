// Several things in the way at once: the key first, then what the person can do, then others, last what passes by itself.
import { expect, it } from 'vitest';
import { mendFirst } from './cause-order.ts';
import { type ProblemCode, problemOf } from './problem.ts';

const order = (...codes: ProblemCode[]): readonly string[] =>
  mendFirst(
    codes.map((code) => problemOf(code)),
    (each) => each,
  ).map(({ code }) => code);

it('puts the key before a switch of the organisation, and weather last', () => {
  expect(order('server-busy', 'smtp-off', 'token-refused')).toEqual(['token-refused', 'smtp-off', 'server-busy']);
});

it('puts what the person can change before what others must', () => {
  expect(order('imap-off', 'certificate-wrong-name')).toEqual(['certificate-wrong-name', 'imap-off']);
});

it('puts a computer without network before all', () => {
  expect(order('token-refused', 'offline')).toEqual(['offline', 'token-refused']);
});

it('takes one server that no road leads to for weather', () => {
  expect(order('no-route', 'login-refused')).toEqual(['login-refused', 'no-route']);
});

it('keeps receiving before sending otherwise', () => {
  expect(order('imap-off', 'smtp-off')).toEqual(['imap-off', 'smtp-off']);
});
