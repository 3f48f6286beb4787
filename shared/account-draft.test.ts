// What a person types into the fields of steps 1 to 3: the unusual but good is taken, the bad is told apart.
import { describe, expect, test } from 'vitest';
import { readAddress, readClientId, readHost, readPort } from './account-draft.ts';

describe('readAddress', () => {
  test.each([
    ['pat@harbour.example', 'pat@harbour.example'],
    ['  pat@harbour.example  ', 'pat@harbour.example'],
    ['<pat@harbour.example>', 'pat@harbour.example'],
    ['mailto:pat@harbour.example', 'pat@harbour.example'],
    ['Pat Moreno <pat@harbour.example>', 'pat@harbour.example'],
    ['pat+news@harbour.example', 'pat+news@harbour.example'],
    ['Pat.Moreno@Mail.Harbour.EXAMPLE', 'Pat.Moreno@mail.harbour.example'],
    ["o'neil@harbour.example", "o'neil@harbour.example"],
    ['jürgen@bücher.example', 'jürgen@bücher.example'],
    ['पता@उदाहरण.भारत', 'पता@उदाहरण.भारत'],
    ['pat@xn--bcher-kva.example', 'pat@xn--bcher-kva.example'],
    ['pat@a.b.c.d.harbour.co.uk', 'pat@a.b.c.d.harbour.co.uk'],
    ['pat@harbour.example.', 'pat@harbour.example'],
  ])('takes %s', (typed, expected) => {
    expect(readAddress(typed)).toMatchObject({ ok: true, value: { text: expected } });
  });

  test.each([
    ['', 'address-empty'],
    ['   ', 'address-empty'],
    ['pat.harbour.example', 'address-no-at'],
    ['@harbour.example', 'address-no-name'],
    ['pat@', 'address-no-domain'],
    ['pat@harbour', 'address-no-dot'],
    ['pat moreno@harbour.example', 'address-space'],
    ['pat@sam@harbour.example', 'address-two-ats'],
    ['pat..moreno@harbour.example', 'address-name-odd'],
    ['.pat@harbour.example', 'address-name-odd'],
    ['"pat"@harbour.example', 'address-name-odd'],
    ['pat@harbour..example', 'address-domain-odd'],
    ['pat@-harbour.example', 'address-domain-odd'],
    ['pat@192.168.0.1', 'address-domain-odd'],
    ['pat@harbour.example,sam@harbour.example', 'address-two-ats'],
    [`${'p'.repeat(65)}@harbour.example`, 'address-too-long'],
    [`pat@${'harbour.'.repeat(40)}example`, 'address-too-long'],
  ])('refuses "%s" as %s', (typed, refusal) => {
    expect(readAddress(typed)).toEqual({ ok: false, refusal });
  });
});

describe('readHost and readPort', () => {
  test.each([
    ['imap.harbour.example', 'imap.harbour.example'],
    [' IMAP.Harbour.Example ', 'imap.harbour.example'],
    ['127.0.0.1', '127.0.0.1'],
    ['imap.bücher.example', 'imap.xn--bcher-kva.example'],
  ])('takes %s', (typed, expected) => expect(readHost(typed)).toEqual({ ok: true, value: expected }));

  test.each([
    ['', 'host-empty'],
    ['https://imap.harbour.example', 'host-scheme'],
    ['imaps://imap.harbour.example:993', 'host-scheme'],
    ['imap.harbour.example:993', 'host-port'],
    ['imap.harbour.example/mail', 'host-path'],
    ['imap harbour example', 'host-space'],
    ['pat@harbour.example', 'host-is-address'],
    ['imap..example', 'host-odd'],
    ['-imap.example', 'host-odd'],
  ])('refuses "%s" as %s', (typed, refusal) => expect(readHost(typed)).toEqual({ ok: false, refusal }));

  test('ports are whole numbers from 1 to 65535', () => {
    expect(readPort('993')).toEqual({ ok: true, value: 993 });
    for (const typed of ['', '0', '65536', '9 93', '-1', '1e3', 'imap']) expect(readPort(typed).ok).toBe(false);
  });
});

describe('readClientId', () => {
  test('takes what the consoles show', () => {
    for (const typed of [
      '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
      ' 123-abc.apps.googleusercontent.com ',
      'postkey@realm-1',
    ]) {
      expect(readClientId(typed)).toEqual({ ok: true, value: typed.trim() });
    }
  });

  test.each([
    ['', 'client-id-empty'],
    ['my client', 'client-id-space'],
    ['the client id is below this line', 'client-id-sentence'],
    ['GOCSPX-abcdefghijklmnopqrstuvwx', 'client-id-is-secret'],
    ['abc8Q~abcdefghijklmnopqrstuvwxyz_0123456789', 'client-id-is-secret'],
    ['{"installed":{"client_id":"x"}}', 'client-id-is-file'],
    ['pat@harbour.example', 'client-id-is-address'],
    ['clïent', 'client-id-odd'],
    ['c'.repeat(600), 'client-id-too-long'],
  ])('refuses "%s" as %s', (typed, refusal) => expect(readClientId(typed)).toEqual({ ok: false, refusal }));
});
