import { expect, it } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { unsendablePart } from './unsendable-part.ts';

const login = (loginName: string, secret = 'good-secret', by: 'token' | 'password' = 'token') => ({
  service: 'imap' as const,
  server: { host: 'imap.example.org', port: 993, security: 'tls' as const },
  loginName,
  by,
  secret: new Secret(secret),
  ca: [],
});

it.each(['\0', '\x01', '\r', '\n'])('finds %j in a name or a password', (breaker) => {
  expect(unsendablePart(login(`ann${breaker}@example.org`))).toBe('loginName');
  expect(unsendablePart(login('ann', `pass${breaker}QUIT`, 'password'))).toBe('password');
});

it('finds an empty name and a token that is no token', () => {
  expect(unsendablePart(login(''))).toBe('loginName');
  for (const text of ['', 'two words', 'a\x01b', 'tökén']) expect(unsendablePart(login('ann', text))).toBe('token');
  expect(unsendablePart(login('jörg+x@пример.test'))).toBeNull();
});

it('lets a password be whatever else a person has', () => {
  expect(unsendablePart(login('ann', '', 'password'))).toBe('password');
  for (const text of ['two words', 'pässwörd', '"quoted"\\', ' leading', 'пароль🔑']) {
    expect(unsendablePart(login('ann', text, 'password'))).toBeNull();
  }
});
