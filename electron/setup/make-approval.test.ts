// What an administrator is given: the right organisation in the right cloud, and nothing where nobody could act on it.
import { describe, expect, it } from 'vitest';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { isAboutApproval, makeApproval } from '../../shared/make-approval.ts';
import { problemOf } from '../../shared/problem.ts';
import { guarded, outlook, pat } from './approval-world.test-part.ts';

const scopes = [
  { service: 'imap' as const, scope: `${outlook}/IMAP.AccessAsUser.All` },
  { service: 'identity' as const, scope: 'openid' },
  { service: 'renewal' as const, scope: 'offline_access' },
];
const made = (change: Partial<MailProvider> = {}, more: object = {}) =>
  makeApproval({
    provider: { is: { ...guarded, ...change }, source: 'built-in' },
    registration: { source: 'own', clientId: 'client-1', hasSecret: false },
    scopes,
    address: pat,
    ...more,
  });
const pathOf = (link: string | undefined) => (link ? new URL(link).origin + new URL(link).pathname : undefined);

describe('Microsoft', () => {
  it('leads to the page of the organisation, with what it is asked to allow by its official names', () => {
    const approval = made({ tenant: '3f0c9d52-7b1e-4c6a-8d2f-9e8a7b6c5d4e' });
    expect(pathOf(approval?.adminLink)).toBe(
      'https://login.microsoftonline.com/3f0c9d52-7b1e-4c6a-8d2f-9e8a7b6c5d4e/v2.0/adminconsent',
    );
    expect(approval).toMatchObject({ clientId: 'client-1', check: 'after-sign-in' });
    expect(approval?.permissions).toEqual([
      { service: 'imap', official: 'IMAP.AccessAsUser.All' },
      { service: 'identity', official: 'openid' },
      { service: 'renewal', official: 'offline_access' },
    ]);
    expect(approval?.since).toBeUndefined();
  });

  it.each(['common', 'organizations', undefined])('takes the mail domain where the tenant is %s', (tenant) => {
    expect(made({ tenant } as Partial<MailProvider>)?.tenant).toBe('harbour.example');
  });

  it('takes the domain of who signs in', () => {
    expect(made({}, { signsInAs: 'sam@other.example' })?.tenant).toBe('other.example');
  });

  it('stays in its cloud', () => {
    const approval = made({ authority: 'https://login.microsoftonline.us', tenant: 'agency.us' });
    expect(pathOf(approval?.adminLink)).toBe('https://login.microsoftonline.us/agency.us/v2.0/adminconsent');
  });

  it('has no administrator for a personal mailbox', () => {
    const approval = made({ kind: 'personal' });
    expect(approval?.adminLink).toBeUndefined();
    expect(approval?.check).toBe('by-hand');
  });
});

it('Google: the client to trust and the scope, asked by hand', () => {
  const approval = made({ signIn: 'google' });
  expect(approval).toMatchObject({ clientId: 'client-1', check: 'by-hand' });
  expect(approval?.adminLink).toBeUndefined();
  expect(approval?.permissions[0]?.official).toBe(`${outlook}/IMAP.AccessAsUser.All`);
});

it('is nothing where nobody signs in, or nothing is registered', () => {
  expect(made({ signIn: 'password' })).toBeNull();
  expect(made({}, { registration: undefined })).toBeNull();
});

it('is about this app alone', () => {
  expect(isAboutApproval(problemOf('approval-needed'))).toBe(true);
  expect(isAboutApproval(problemOf('policy-blocks', { number: 53003 }))).toBe(false);
  expect(isAboutApproval(problemOf('refused-by-person'))).toBe(false);
});
