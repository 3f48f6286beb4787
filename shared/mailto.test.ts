import { describe, expect, it } from 'vitest';
import { fitsMailto, mailtoAddress, mailtoLimits, shortMailtoAddress } from './mailto.ts';

/** As a mail program takes it apart (RFC 6068 section 2). */
function takenApart(address: string): { to: string; fields: [string, string][] } {
  const [, to = '', query = ''] = /^mailto:([^?]*)\??(.*)$/u.exec(address) ?? [];
  const fields =
    query === ''
      ? []
      : query.split('&').map((field): [string, string] => {
          const [name = '', ...value] = field.split('=');
          return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
        });
  return { to: decodeURIComponent(to), fields };
}

describe('the address of a letter', () => {
  it('comes out of the mail program as it went in, with CRLF between lines', () => {
    const letter = { to: 'it@harbour.example', subject: 'Bitte: 50 % & mehr?', body: 'Grüße,\n“Pat” = 1+1 #x\n\nEnde' };
    expect(takenApart(mailtoAddress(letter))).toEqual({
      to: 'it@harbour.example',
      fields: [
        ['subject', 'Bitte: 50 % & mehr?'],
        ['body', 'Grüße,\r\n“Pat” = 1+1 #x\r\n\r\nEnde'],
      ],
    });
  });

  it.each([
    ['a header in the subject', { subject: 'Hello\r\nBcc: thief@example.org', body: 'x' }],
    ['a header in the subject, by one sign', { subject: 'Hello\nBcc: thief@example.org', body: 'x' }],
    ['a field in the subject', { subject: 'Hello&bcc=thief@example.org', body: 'x' }],
    ['a field in the body', { subject: 'Hello', body: 'x&attach=/etc/passwd&bcc=thief@example.org' }],
    ['a field in the recipient', { to: 'it@example.org?bcc=thief@example.org', subject: 'Hello', body: 'x' }],
    ['an encoded field', { subject: 'Hello%26bcc%3Dthief', body: 'x%0D%0ABcc: y' }],
  ])('cannot be given %s', (_what, letter) => {
    const { fields } = takenApart(mailtoAddress(letter));
    expect(fields.map(([name]) => name)).toEqual(['subject', 'body']);
    expect(fields[0]?.[1]).not.toMatch(/[\r\n]/u);
  });

  it('holds nothing a shell, a space or a quote could end', () => {
    const hostile = ` '"\`$(id);|<>\\{}[]^~!*()\t\u0000\u001b\ud800é`;
    expect(mailtoAddress({ to: "o'neil+x@example.org", subject: hostile, body: hostile })).toMatch(
      /^mailto:[A-Za-z0-9%._~@?&=-]+$/u,
    );
  });

  it('is made of half a character too', () => {
    expect(takenApart(mailtoAddress({ subject: 'a\ud83d', body: '\udc00b😀' })).fields).toEqual([
      ['subject', 'a'],
      ['body', 'b😀'],
    ]);
  });
});

describe('a letter that is too long', () => {
  const long = { to: 'it@harbour.example', subject: 'Please approve', body: 'x '.repeat(1000) };

  it('fits less on Windows', () => {
    expect(fitsMailto(long, 'windows')).toBe(false);
    expect(fitsMailto(long, 'others')).toBe(true);
    expect(fitsMailto({ ...long, body: 'short' }, 'windows')).toBe(true);
  });

  it('opens with the words given instead of it', () => {
    const { to, fields } = takenApart(shortMailtoAddress(long, 'Paste here.', 'windows'));
    expect(to).toBe('it@harbour.example');
    expect(fields).toEqual([
      ['subject', 'Please approve'],
      ['body', 'Paste here.'],
    ]);
  });

  it.each([
    [{ ...long, subject: 'ع'.repeat(100) }, 'ع'.repeat(600)],
    [{ ...long, subject: 'ع'.repeat(300) }, 'ع'.repeat(600)],
    [{ ...long, to: undefined, subject: '😀'.repeat(150) }, ''],
  ])('never grows beyond the limit, whatever stands in it', (letter, instead) => {
    const address = shortMailtoAddress(letter, instead, 'windows');
    expect(address.length).toBeLessThanOrEqual(mailtoLimits.windows);
    expect(takenApart(address).fields[0]?.[0]).toBe('subject');
  });
});
