import { describe, expect, it } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { readChallenge } from './bearer-challenge.ts';
import { bearerResponse, chooseMechanism, closingResponse } from './bearer-login.ts';

const token = new Secret('TOKEN123');
const place = { loginName: 'ann@example.org', host: 'imap.example.org', port: 993 };

describe('bearerResponse', () => {
  it('is the published form of XOAUTH2', () => {
    const shared = { ...place, loginName: 'shared@example.org' };
    expect(bearerResponse('XOAUTH2', place, token)).toBe(
      'dXNlcj1hbm5AZXhhbXBsZS5vcmcBYXV0aD1CZWFyZXIgVE9LRU4xMjMBAQ==',
    );
    expect(bearerResponse('XOAUTH2', shared, token)).toBe(
      'dXNlcj1zaGFyZWRAZXhhbXBsZS5vcmcBYXV0aD1CZWFyZXIgVE9LRU4xMjMBAQ==',
    );
  });

  it('is the form of RFC 7628 for OAUTHBEARER, with the name escaped', () => {
    expect(bearerResponse('OAUTHBEARER', place, token)).toBe(
      'bixhPWFubkBleGFtcGxlLm9yZywBaG9zdD1pbWFwLmV4YW1wbGUub3JnAXBvcnQ9OTkzAWF1dGg9QmVhcmVyIFRPS0VOMTIzAQE=',
    );
    const odd = bearerResponse('OAUTHBEARER', { ...place, loginName: 'a,b=c@example.org' }, token);
    expect(Buffer.from(odd, 'base64').toString()).toMatch(/^n,a=a=2Cb=3Dc@example\.org,/u);
  });

  it('carries a name in any script, and stays one line however long the token', () => {
    const text = bearerResponse('XOAUTH2', { ...place, loginName: 'jörg@пример.test' }, new Secret('t'.repeat(9000)));
    expect(text).toMatch(/^[A-Za-z0-9+/]+={0,2}$/u);
    expect(Buffer.from(text, 'base64').toString('utf8')).toContain('user=jörg@пример.test');
  });
});

describe('chooseMechanism', () => {
  it('takes XOAUTH2 first, OAUTHBEARER if need be, and nothing else', () => {
    expect(chooseMechanism(['PLAIN', 'OAUTHBEARER', 'xoauth2'])).toBe('XOAUTH2');
    expect(chooseMechanism(['PLAIN', 'oauthbearer'])).toBe('OAUTHBEARER');
    expect(chooseMechanism(['PLAIN', 'LOGIN', 'XOAUTH'])).toBeNull();
    expect([closingResponse('XOAUTH2'), closingResponse('OAUTHBEARER')]).toEqual(['', 'AQ==']);
  });
});

describe('readChallenge', () => {
  const encode = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64');

  it("reads Google's and RFC 7628's", () => {
    const google = 'eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==';
    expect(readChallenge(` ${google}`)).toEqual({ status: '400', scope: 'https://mail.google.com/' });
    expect(readChallenge(encode({ status: 'INVALID_TOKEN', 'openid-configuration': 'x' }))).toEqual({
      status: 'invalid_token',
    });
    expect(readChallenge(encode({ status: 401 }))).toEqual({ status: '401' });
  });

  it('cuts and cleans what is too long or unprintable', () => {
    const read = readChallenge(encode({ status: `4\u001b0\n1${'x'.repeat(500)}`, scope: 's'.repeat(900) }));
    expect(read?.status).toHaveLength(40);
    expect(read?.status).toMatch(/^401x/u);
    expect(read?.scope).toHaveLength(200);
  });

  it.each([
    '',
    '   ',
    '{"status":"400"}',
    '####',
    encode([1]),
    encode('x'),
    encode(null),
    encode({}),
    'QUJD',
    'A'.repeat(5000),
  ])('finds nothing in %j', (text) => {
    expect(readChallenge(text)).toBeNull();
  });
});
