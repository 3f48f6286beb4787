import { expect, it } from 'vitest';
import { adminConsentLink } from './admin-consent-link.ts';

const asked = {
  signIn: 'microsoft',
  authority: 'https://login.microsoftonline.com',
  clientId: '11111111-2222-3333-4444-555555555555',
  scopes: [
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/SMTP.Send',
    'openid',
    'offline_access',
  ],
};

it('names client, way back and the mail permissions, each once', () => {
  const link = new URL(adminConsentLink({ ...asked, tenant: 'harbour.example' }) ?? '');
  expect(link.origin + link.pathname).toBe('https://login.microsoftonline.com/harbour.example/v2.0/adminconsent');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: asked.clientId,
    redirect_uri: 'http://localhost',
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
  });
});

it.each(['common', 'consumers', 'Organizations', '', undefined])(
  'asks any organisation where the tenant is %j',
  (tenant) => {
    expect(adminConsentLink({ ...asked, tenant })).toContain('/organizations/v2.0/adminconsent?');
  },
);

it.each([
  { ...asked, signIn: 'google' },
  { ...asked, authority: undefined },
  { ...asked, authority: 'http://127.0.0.1:1' },
  { ...asked, clientId: '' },
])('has none where there is no such page', (consent) => {
  expect(adminConsentLink(consent)).toBeUndefined();
});
