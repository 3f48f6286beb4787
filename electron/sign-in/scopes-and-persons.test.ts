import { describe, expect, it } from 'vitest';
import { whyGoogleRefused } from './google/check-google-id-token.ts';
import { otherMicrosoftSpelling } from './microsoft/microsoft-scopes.ts';
import { personOfGoogle, personOfMicrosoft, personOfOpenid } from './person-of-claims.ts';
import { scopesAsAsked, splitScope } from './scopes-as-asked.ts';

const outlook = 'https://outlook.office.com/IMAP.AccessAsUser.All';

describe('granted scopes', () => {
  it('come back in the spelling they were asked in, each once', () => {
    expect(scopesAsAsked(['Mail.Read', 'openid'], ['mail.read', 'MAIL.READ', 'extra'])).toEqual(['Mail.Read', 'extra']);
    expect(scopesAsAsked(['a'], null)).toBeNull();
    expect(splitScope(' a  b,c ')).toEqual(['a', 'b', 'c']);
    expect(splitScope('')).toBeNull();
  });

  it('count under the mail service’s other name, and under no other service’s', () => {
    const granted = [
      'https://outlook.office365.com/imap.accessasuser.all',
      'https://graph.microsoft.com/IMAP.AccessAsUser.All',
    ];
    expect(scopesAsAsked([outlook], granted, otherMicrosoftSpelling)).toEqual([outlook, granted[1]]);
  });
});

describe('who signed in', () => {
  it('is at Microsoft who was typed there, with the rest as aliases', () => {
    const claims = {
      preferred_username: 'Pat@Contoso.com',
      upn: 'p@contoso.onmicrosoft.com',
      email: 'pat.x@contoso.com',
      name: 'Pat',
    };
    expect(personOfMicrosoft(claims)).toEqual({
      address: 'Pat@Contoso.com',
      aliases: ['p@contoso.onmicrosoft.com', 'pat.x@contoso.com'],
      name: 'Pat',
    });
    expect(personOfMicrosoft({ preferred_username: '+49 170 1234567', email: 'pat@live.com' })?.address).toBe(
      'pat@live.com',
    );
  });

  it('is at Google only who is verified', () => {
    expect(personOfGoogle({ email: 'pat@gmail.com', email_verified: false })).toBeNull();
    expect(personOfGoogle({ email: 'pat@gmail.com' })).toBeNull();
  });

  it('is elsewhere not an address the provider itself disowns', () => {
    expect(personOfOpenid({ email: 'a@b.c', email_verified: false, preferred_username: 'ann' })?.address).toBe('ann');
    expect(personOfOpenid({ email: 'a@b.c', given_name: 'Ann', family_name: 'Bee' })).toEqual({
      address: 'a@b.c',
      aliases: [],
      name: 'Ann Bee',
    });
    expect(personOfOpenid({ sub: 'x' })).toBeNull();
  });
});

describe('what google-auth-library says of an id token', () => {
  it.each([
    ['Token used too late, 1700000000.1 > 1600000000: {"iss":"…"}', 'time'],
    ['Token used too early, 1600000000 < 1700000000: {"iss":"…"}', 'time'],
    ['Invalid token signature: eyJ…', 'signature'],
    ['No pem found for envelope: {"alg":"RS256","kid":"1"}', 'signature'],
    ['Invalid issuer, expected one of [https://accounts.google.com], but got https://evil.example', 'issuer'],
    ['Wrong recipient, payload audience != requiredAudience', 'audience'],
    ['Wrong number of segments in token: x', 'malformed'],
  ])('%s', (message, why) => {
    expect(whyGoogleRefused(message)).toBe(why);
  });
});
