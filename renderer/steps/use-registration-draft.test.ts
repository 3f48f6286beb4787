import { expect, it } from 'vitest';
import { readRegistration } from './use-registration-draft.ts';

const empty = { tenant: '', scopes: '', authorization: '', token: '', device: '' };

it('sends a tenant to Microsoft and nothing to Google', () => {
  expect(readRegistration({ ...empty, tenant: ' common ' }, 'microsoft').input).toEqual({ tenant: 'common' });
  expect(readRegistration({ ...empty, tenant: 'common', scopes: 'mail' }, 'google').input).toEqual({});
});

it('takes permissions one a line, in a row, or with commas', () => {
  expect(readRegistration({ ...empty, scopes: 'mail.read\n\nmail.send, offline_access' }, 'openid').input).toEqual({
    scopes: ['mail.read', 'mail.send', 'offline_access'],
  });
});

it('wants both addresses once one is given, and the device address only when it is there', () => {
  const half = readRegistration({ ...empty, authorization: 'https://login.example.org/authorize' }, 'openid');
  expect(half.refusals).toEqual({ token: 'issuer-odd' });
  const whole = readRegistration(
    { ...empty, authorization: 'https://login.example.org/authorize', token: 'https://login.example.org/token' },
    'openid',
  );
  expect(whole).toEqual({
    refusals: {},
    input: {
      endpoints: { authorization: 'https://login.example.org/authorize', token: 'https://login.example.org/token' },
    },
  });
});

it('refuses addresses without encryption', () => {
  const read = readRegistration(
    { ...empty, authorization: 'http://a.example/x', token: 'https://a.example/y', device: 'a.example' },
    'openid',
  );
  expect(read.refusals).toEqual({ authorization: 'issuer-not-https', device: 'issuer-not-https' });
});
