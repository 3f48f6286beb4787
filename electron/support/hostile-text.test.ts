// What must never come out of an explanation, and what must never keep it from ending.
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

const wrapped = (text: string, width: number): string =>
  text.match(new RegExp(`[^]{1,${width}}`, 'gu'))?.join('\n') ?? '';

describe('secrets', () => {
  const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL291dGxvb2sifQ.c2lnbmF0dXJl';
  const secrets = [
    jwt,
    'ya29.a0AfB_byExampleExampleExample',
    '1//0gExampleExampleExampleExample',
    '4/0AQlEd8wExampleExampleExample',
    'GOCSPX-ExampleExampleExample',
    'abc8Q~ExampleExampleExampleExampleExample12',
    '0.AXoAExample.AQABAAEAAAExampleExample',
    'M.C534_BAY.0.U.Example-example!example',
    'dXNlcj1wYXRAaGFyYm91ci5leGFtcGxlAWF1dGg9QmVhcmVyIHlhMjk',
    'kX9vQ2mT7rB4nW8cL3pZ6yD1sF5gH0jA',
    'qmxt vkjd hzwp rbfg',
  ];
  const places: readonly ((secret: string) => string)[] = [
    (secret) => `AADSTS50173: the grant ${secret} was revoked`,
    (secret) => `http://localhost:1/?code=${secret}&state=${secret}`,
    (secret) => `invalid_grant refresh_token=${secret}`,
    (secret) => `{"error":"invalid_client","client_secret":"${secret}"}`,
    (secret) => `Authorization: Bearer ${secret}\ninvalid_token Bearer ${secret}`,
    (secret) => `${secret}\nAADSTS70008 ${secret}`,
    (secret) => `A1 AUTHENTICATE XOAUTH2 ${secret}\nA1 NO AUTHENTICATE failed. AUTHENTICATE XOAUTH2 ${secret}`,
    (secret) => `535 5.7.8 Username and Password not accepted ${secret}`,
    (secret) => wrapped(`${`x`.repeat(30) + secret} invalid_grant ${secret}`, 40),
  ];
  it.each(secrets)('%s leaves in no part of the answer', (secret) => {
    for (const place of places) {
      const told = JSON.stringify(explain(place(secret)));
      expect(told).not.toContain(secret);
      expect(told).not.toContain(secret.slice(4, 24));
    }
  });

  it('hides a password that a program wrote beside its error', () => {
    expect(explain('535 Authentication failed password=harbour7 LOGIN pat harbour7').decisive).not.toContain(
      'harbour7',
    );
  });
});

describe('hostile input', () => {
  const many = 100_000;
  const texts: readonly (readonly [string, string])[] = [
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['spaces', ' '.repeat(many)],
    ['line ends', '\n'.repeat(many)],
    ['tags', '<a'.repeat(many / 2)],
    ['quote marks', '> '.repeat(many / 2)],
    ['backslashes', '\\'.repeat(many)],
    ['per cents', '%41'.repeat(many / 3)],
    ['bad per cents', '%ff'.repeat(many / 3)],
    ['base64', `eyJ${'A'.repeat(many)}`],
    ['challenges', 'eyJzdGF0dXMiOiI0MDAi '.repeat(many / 22)],
    ['braces', '{"status":"'.repeat(many / 11)],
    ['redirects', 'http://localhost?a=&'.repeat(many / 20)],
    ['one redirect', `http://localhost?${'a=b&'.repeat(many / 4)}`],
    ['numbers', 'AADSTS50011\n'.repeat(many / 12)],
    ['digits', '1'.repeat(many)],
    ['dots', '5.7.'.repeat(many / 4)],
    ['brackets', '[AUTH'.repeat(many / 5)],
    ['almost a phrase', 'the redirect uri '.repeat(many / 17)],
    ['names and signs', 'code= '.repeat(many / 6)],
    ['a ligature that grows', '\ufdfa'.repeat(many)],
    ['capitals that grow', '\u0130'.repeat(many)],
    ['escapes', '\\u005c'.repeat(many / 6)],
    ['words', 'invalid_grant '.repeat(many / 14)],
  ];
  it.each(texts)('%s ends', (_name, text) => {
    const { decisive } = explain(text);
    expect(decisive.length).toBeLessThanOrEqual(200);
  });

  it('sees an error at the end of a long log', () => {
    expect(explain(`${'a line of a log\n'.repeat(20_000)}AADSTS50105: x`).cause).toBe('not-assigned');
  });
});
