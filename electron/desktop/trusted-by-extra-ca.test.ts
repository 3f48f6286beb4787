// The samples were made with openssl for this test, valid for a hundred years from 2026; the names say what each is. Their keys are gone.
import { expect, test } from 'vitest';
import { readCertificateFields } from './certificate-fields.ts';
import samples from './certificate-samples.json' with { type: 'json' };
import { isTrustedByExtraCa } from './trusted-by-extra-ca.ts';

type Sample = keyof typeof samples;

const now = Date.UTC(2030, 0, 1);
const pem = (name: Sample): string => `-----BEGIN CERTIFICATE-----\n${samples[name]}\n-----END CERTIFICATE-----\n`;
const trusts = (
  leaf: Sample,
  others: Sample[] = [],
  host = 'mail.example',
  authorities = pem('root'),
  at = now,
): boolean => isTrustedByExtraCa({ host, leafPem: pem(leaf), othersPem: others.map(pem) }, [authorities], at);

test.each([
  ['signed by the authority', trusts('leaf')],
  ['signed by one below it, which was sent along', trusts('underMiddle', ['middle'])],
  ['with certificates sent along that do not matter', trusts('underMiddle', ['other', 'root', 'middle'])],
  ['an authority given among others', trusts('leaf', [], 'mail.example', `${pem('other')}\n${pem('root')}`)],
  ['an authority of the middle given alone', trusts('underMiddle', [], 'mail.example', pem('middle'))],
  ['a name under the asterisk', trusts('leaf', [], 'imap.wild.example')],
  ['an address of the computer itself', trusts('leaf', [], '127.0.0.1')],
])('trusted: %s', (_what, trusted) => {
  expect(trusted).toBe(true);
});

test.each([
  ['another authority', trusts('leaf', [], 'mail.example', pem('other'))],
  ['an authority of the same name with another key', trusts('forged')],
  ['that authority, sent along by the server', trusts('forged', ['imposter'])],
  ['an authority of the same key with another name', trusts('leaf', [], 'mail.example', pem('sameKey'))],
  ['no authority at all', trusts('leaf', [], 'mail.example', '')],
  [
    'something that is no certificate',
    isTrustedByExtraCa({ host: 'mail.example', leafPem: 'x', othersPem: [] }, [pem('root')], now),
  ],
  ['another name', trusts('leaf', [], 'imap.example')],
  ['two names deep under the asterisk', trusts('leaf', [], 'a.b.wild.example')],
  ['another address', trusts('leaf', [], '127.0.0.2')],
  ['a name only in the subject', trusts('commonName')],
  ['before its time', trusts('leaf', [], 'mail.example', pem('root'), Date.UTC(2020, 0, 1))],
  ['after its time', trusts('leaf', [], 'mail.example', pem('root'), Date.UTC(2190, 0, 1))],
  ['a missing link', trusts('underMiddle')],
  ['signed by one who is no authority', trusts('underNoCa', ['noCa'])],
  ['deeper than the authority allows', trusts('tooDeep', ['underShallow', 'shallow'])],
  ['an authority of limited names', trusts('underNarrow', ['narrow'])],
  ['an authority for clients only', trusts('underClientOnly', ['clientOnlyMiddle'])],
  ['a certificate for clients', trusts('client')],
  ['a signature with SHA-1', trusts('sha1')],
  ['a key of 1024 bits', trusts('weak')],
  ['something critical that nobody knows', trusts('oddity')],
])('not trusted: %s', (_what, trusted) => {
  expect(trusted).toBe(false);
});

test('a certificate cut anywhere is not read', () => {
  const whole = Buffer.from(samples.shallow, 'base64');
  expect(readCertificateFields(whole).pathLength).toBe(0);
  for (let length = 0; length < whole.length; length += 1) {
    expect(() => readCertificateFields(whole.subarray(0, length)), `${length} bytes`).toThrow();
  }
});
