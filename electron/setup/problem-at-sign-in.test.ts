// Which of the two it is when a sign-in host has no address.
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { problemAtSignIn } from './problem-at-sign-in.ts';
import { provider } from './small-world.test-part.ts';

const notFound = problemOf('name-not-found', { host: 'login.example' }, 'ERR_NAME_NOT_RESOLVED');

test('a vendor’s host that is not found means that the network is away', () => {
  const { issuer: _issuer, ...vendor } = provider;
  expect(problemAtSignIn(notFound, vendor)).toEqual({ ...notFound, code: 'offline' });
});

test('an issuer that somebody typed is looked at again', () => {
  expect(problemAtSignIn(notFound, provider).code).toBe('discovery-failed');
});

test('every other problem stays as it is', () => {
  const other = problemOf('connection-timeout');
  expect(problemAtSignIn(other, provider)).toBe(other);
});
