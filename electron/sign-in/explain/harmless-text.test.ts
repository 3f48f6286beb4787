import { describe, expect, it } from 'vitest';
import { harmlessText } from './harmless-text.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwYXQifQ.c2lnbmF0dXJlLW9mLXRoaXM';

describe('a server’s own words', () => {
  it('stay as they are where they are harmless', () => {
    const words =
      "AADSTS65001: not consented to app 'ab12' (https://outlook.office.com/IMAP.AccessAsUser.All). Trace ID: 9f1c0c5e-8a52-4d55-a8b5-6a6a0d1e1200";
    expect(harmlessText(words)).toBe(words);
  });

  it.each([
    ['what was sent', 'code SplxlOBeZQQYbYS6WxSbIA is bad', ['SplxlOBeZQQYbYS6WxSbIA']],
    ['a token', `token ${jwt} is bad`, []],
    ['Google’s client secret', 'secret GOCSPX-abcDEF123456 is bad', []],
    ['Microsoft’s client secret', 'secret abc8Q~ABCDEFGHIJKLMNOPQRSTUVWXYZ12345678 is bad', []],
    ['a long run', `refresh ${'a1B2'.repeat(20)} is bad`, []],
  ])('lose %s', (_what, words, hidden) => {
    expect(harmlessText(words, hidden)).toMatch(/^\w+ \[hidden\] is bad$/u);
  });

  it('are one short line without control characters', () => {
    expect(harmlessText('one\r\ntwo\u0000\u202Ethree\tfour')).toBe('one two three four');
    expect(harmlessText('word '.repeat(500))).toHaveLength(300);
  });
});
