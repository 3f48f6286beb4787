import { describe, expect, it } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { serverWords } from './server-words.ts';

const token = new Secret('Zq9-short');
const words = (text: string) => serverWords(text, token);

describe('serverWords', () => {
  it.each([
    'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. [AM0PR01.eurprd01.prod.outlook.com]',
    'NO user pat.example-name@mail-01.example.org unknown',
  ])('leaves a harmless line as it is', (text) => {
    expect(words(text)).toBe(text);
  });

  it('makes one line of several', () => {
    expect(words('535-5.7.8 Not accepted.\r\n535 5.7.8  Go away\t')).toBe('535-5.7.8 Not accepted. 535 5.7.8 Go away');
  });

  it.each([
    ['token as it is', 'NO bad token Zq9-short here', 'NO bad token … here'],
    ['bearer', 'NO auth=Bearer abc.def rejected', 'NO auth=Bearer … rejected'],
    ['base64', 'NO dXNlcj1hbm5AZXhhbXBsZS5vcmcBYXV0aD1CZWFyZXIgVE9LRU4xMjMBAQ== bad', 'NO … bad'],
    ['JWT', 'NO eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl bad', 'NO … bad'],
    ['opaque token', 'NO ya29.a0AfH6SMBx1234567890abcdefghij bad', 'NO ya29.… bad'],
    [
      'query',
      'NO [WEBALERT https://accounts.example.com/signin?plt=AKgns&x=1] Web login',
      'NO [WEBALERT https://accounts.example.com/signin…] Web login',
    ],
    ['letters alone', `NO ${'a'.repeat(48)} bad`, 'NO … bad'],
  ])('takes out a %s', (_, text, shown) => {
    expect(words(text)).toBe(shown);
  });

  it('takes out a password that a server echoes as IMAP quotes it', () => {
    const shown = serverWords('BAD unknown: LOGIN "pat" "a\\"b\\\\ü"', new Secret('a"b\\ü'));
    expect(shown).toBe('BAD unknown: LOGIN "pat" "…"');
  });

  it('takes out what could deceive the eye', () => {
    expect(words('NO \u001b[31mred\u0007 \u202edesrever\u200b end\0')).toBe('NO [31mred desrever end');
  });

  it('stops after 200 characters, whole ones', () => {
    const shown = words('😀 '.repeat(500));
    expect([...(shown ?? '')]).toHaveLength(200);
    expect(shown?.endsWith('…')).toBe(true);
    expect(shown).not.toContain('\ufffd');
  });

  it('has nothing to say when nothing is left', () => {
    for (const text of ['', ' \r\n', 'Zq9-short', '\0\0']) expect(words(text)).toBeUndefined();
  });

  it('copes with a megabyte', () => {
    expect(words('x'.repeat(1_000_000))).toBeUndefined();
    expect(words('a '.repeat(500_000))).toHaveLength(200);
  });
});
