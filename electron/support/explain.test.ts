// What people really paste: wrapped by a terminal, quoted in a mail, cut off, escaped, or in their own language.
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
    const both = explain('AADSTS50001\n1 more line');
    expect([both.certain, both.question]).toEqual([false, 'several']);
    expect(both.candidates.map(({ cause }) => cause)).toEqual(['scope-unknown', 'mail-service-missing']);
    // Here both readings mean the same.
    expect(explain('AADSTS53000\n3: the device must be managed')).toMatchObject({
      cause: 'device-not-allowed',
      certain: true,
    });
    expect(explain('AADSTS5010\n5: not assigned')).toMatchObject({ cause: 'not-assigned', certain: true });
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

describe('a code of Postkey’s own', () => {
  it.each([
    ['10-SMTP-OFF', 'smtp-off', '10-SMTP-OFF'],
    [' 12-smtp-off\n', 'smtp-off', '12-SMTP-OFF'],
    ['11-ENDED', 'sign-in-ended', '11-ENDED'],
  ])('%j is told as what it stands for', (text, cause, code) =>
    expect(explain(text)).toMatchObject({ cause, code, certain: true, decisive: text.trim(), candidates: [] }),
  );

  it.each([['10-SMTP-OFFICE'], ['99-SMTP-OFF'], ['6-WAITING']])('%s is none of a cause', (text) =>
    expect(explain(text)).toMatchObject({ certain: false, decisive: '' }),
  );
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

describe('the decisive part', () => {
  it.each([
    [
      'smtp: ok\n535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\nbye',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    ],
    ['A1 NO AUTHENTICATE failed.', 'A1 NO AUTHENTICATE failed.'],
    ['Error: connect ECONNREFUSED 203.0.113.7:993', 'ECONNREFUSED 203.0.113.7:993'],
    ['Entschuldigung.\nAADSTS50105: Ihr Administrator hat …\nTrace ID: 1', 'AADSTS50105: Ihr Administrator hat ...'],
    ['+ eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=', '{"status":"400","schemes":"Bearer"}'],
    ['http://localhost:5/?error=consent_required&state=aB3', 'error=consent_required&state=[hidden]'],
    [
      '> -ERR [IN-USE] Do you have another POP session running?',
      '-ERR [IN-USE] Do you have another POP session running?',
    ],
    [
      'imaplib.error: [AUTHENTICATIONFAILED] AUTHENTICATE Invalid argument',
      '[AUTHENTICATIONFAILED] AUTHENTICATE Invalid argument',
    ],
    ['535 5.7.139 x, basic authentication is disabled.', '535 5.7.139 x, basic authentication is disabled.'],
  ])('of %j is %j', (text, part) => expect(explain(text).decisive).toBe(part));
});
