// What people really paste: wrapped by a terminal, quoted in a mail, cut off, escaped, in their own language, with secrets in it, or
// made to hurt.
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { mailSamples } from './mail-samples.test-part.ts';
import { networkSamples, type Sample, signInSamples } from './samples.test-part.ts';

const causesOf = (text: string): readonly string[] => {
  const { cause, candidates } = explain(text);
  return candidates.length === 0 ? [cause] : candidates.map((each) => each.cause);
};

const wrapped = (text: string, width: number): string =>
  text.match(new RegExp(`[^]{1,${width}}`, 'gu'))?.join('\n') ?? '';
const samples: readonly Sample[] = [...signInSamples, ...networkSamples, ...mailSamples];

describe('the same message, differently pasted', () => {
  const ways: readonly (readonly [string, (text: string) => string])[] = [
    ['broken hard at column 37', (text) => wrapped(text, 37)],
    ['quoted in a mail', (text) => text.replace(/^/gmu, '> > ')],
    ['with Windows line ends and around it talk', (text) => `Hi,\r\nthis came:\r\n\r\n${text}\r\n\r\nThanks, Pat`],
    ['with soft hyphens and zero-width spaces', (text) => text.replace(/([a-z])([a-z])/gu, '$1\u200b\u00ad$2')],
    ['coloured by a terminal', (text) => `\u001b[31m${text}\u001b[0m`],
    ['inside JSON', (text) => JSON.stringify({ log: text })],
    ['inside JSON inside JSON', (text) => JSON.stringify({ body: JSON.stringify({ log: text }) })],
    ['in a page', (text) => `<html><body><p>${text.replace(/&/gu, '&amp;')}</p></body></html>`],
  ];
  describe.each(ways)('%s', (_name, way) => {
    // A reply's start of line is lost in JSON and pages; those with words of their own are told all the same.
    it.each(samples.filter(([text]) => !/^\d{3} \d?|localhost|127\.0|\{|</u.test(text)))('%s', (text, ...causes) => {
      expect(causesOf(way(text))).toEqual(causes);
    });
  });
});

describe('an AADSTS page', () => {
  it.each([
    [
      'German',
      'Es tut uns leid, aber bei der Anmeldung ist ein Problem aufgetreten.\nAADSTS50105: Ihr Administrator hat die Anwendung so konfiguriert, dass …',
    ],
    ['Japanese', 'サインインしようとして問題が発生しました。\nAADSTS50105: 管理者がアプリケーションを構成しました'],
    ['full width', 'ＡＡＤＳＴＳ５０１０５： 管理者'],
    ['Arabic, with its marks of direction', 'عذرًا\n\u200fAADSTS50105\u200e: لقد كوّن المسؤول التطبيق'],
    [
      'details only, in French',
      'Code d’erreur : 50105\nID de demande : 1f2e3d4c-aaaa-4bbb-8ccc-1234567890ab\nHorodatage : 2026-11-23T09:30:00Z',
    ],
    [
      'the JSON behind it',
      '{"error":"invalid_grant","error_codes":[50105],"trace_id":"1f2e3d4c-aaaa-4bbb-8ccc-1234567890ab"',
    ],
    [
      'a redirect',
      'http://localhost:5/?error=server_error&error_description=AADSTS50105%3a+The+signed+in+user+is+not+assigned&state=x',
    ],
  ])('in %s', (_language, text) => {
    expect(explain(text)).toMatchObject({
      cause: 'not-assigned',
      certain: true,
      code: '6-ASSIGN',
      actors: ['it'],
      retryHelps: false,
    });
  });

  it('takes no number for certain that goes on in the next line', () => {
    // 50057 is a disabled account; 500571 is no number of Microsoft's; 53000 with a 3 after it is another than 53000.
    expect(causesOf('AADSTS53000\n3: the device must be managed')).toEqual(['device-not-allowed']);
    const both = explain('AADSTS70001\n12: what follows');
    expect(both.cause).toBe('client-disabled');
    const differing = explain('AADSTS50011\n3');
    expect(causesOf('AADSTS50011\n3')).toContain('redirect-not-registered');
    expect(differing.decisive).toContain('AADSTS50011');
    expect(explain('AADSTS65005\n4: x').cause).toBe('registration-incomplete');
    const unsure = explain('AADSTS70000\n2: x');
    expect(unsure.certain).toBe(false);
  });

  it('names no cause for a number nobody has described', () => {
    expect(explain('AADSTS99999: new')).toMatchObject({
      cause: 'general-sign-in',
      certain: false,
      provider: 'Microsoft',
    });
  });
});

describe('what is not certain', () => {
  it.each([
    ['invalid_grant'],
    ['error=access_denied'],
    ['A1 NO AUTHENTICATE failed.'],
    ['535 5.7.3 Authentication unsuccessful'],
    ['getaddrinfo ENOTFOUND mail.example'],
    ['AADSTS65001: the user or administrator has not consented'],
    ['CERT_HAS_EXPIRED'],
  ])('%s has candidates and a question', (text) => {
    const { certain, candidates, question } = explain(text);
    expect(certain).toBe(false);
    expect(candidates.length).toBeGreaterThan(1);
    expect(question).toBeTruthy();
  });

  it('asks which message was last when there are several', () => {
    const log =
      'imap: Error: connect ECONNREFUSED 203.0.113.7:993\n' +
      'a line of a log\n'.repeat(40) +
      'smtp: 535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.';
    const { certain, question, candidates } = explain(log);
    expect([certain, question]).toEqual([false, 'several']);
    expect(candidates.map(({ cause, because }) => [cause, because])).toEqual([
      ['connection-refused', expect.stringContaining('ECONNREFUSED 203.0.113.7:993')],
      ['smtp-off', expect.stringContaining('SmtpClientAuthentication is disabled')],
    ]);
  });

  it('keeps a broken connection and a refused grant apart', () => {
    expect(explain('invalid_grant at first, then connect ETIMEDOUT 203.0.113.7:443')).toMatchObject({
      certain: false,
      question: 'several',
    });
  });

  it('takes the wider words in where narrower ones stand beside them', () => {
    expect(explain('{"error":"invalid_request","error_description":"AADSTS50011: …"}')).toMatchObject({
      cause: 'redirect-not-registered',
      certain: true,
    });
    expect(
      causesOf(
        '+ eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=\r\nA1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
      ),
    ).toEqual(['token-refused']);
  });
});

describe('where nothing is known', () => {
  it.each([
    ['A1 NO [ODD] The moon is in the wrong place', 'general-receiving', 'it'],
    ['550 9.9.9 smtp says no', 'general-sending', 'it'],
    ['OAuth sign-in failed with reason 42', 'general-sign-in', 'app'],
    ['the keyring did something', 'general-keeping', 'you'],
    ['net::ERR_SOMETHING_NEW', 'general-network', 'you'],
    ['Lorem ipsum', 'general-unknown', 'you'],
    ['', 'general-unknown', 'you'],
  ])('%j is told generally, with the likeliest actor', (text, cause, actor) => {
    const told = explain(text);
    expect([told.cause, told.actors[0], told.certain, told.decisive]).toEqual([cause, actor, false, '']);
  });

  it.each([
    ['The build took 50011 ms'],
    ['Version 5.7.1 is out'],
    ['call me at 535 12 34 56'],
    ['a redirect of 302 and 454 items'],
    ['454 items'],
    ['Mail 5.7.1 is out'],
    ['Name: value 65001'],
  ])('%s is no message of a mail set-up', (text) =>
    expect(explain(text)).toMatchObject({ certain: false, candidates: [] }),
  );
});

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
