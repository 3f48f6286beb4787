import { expect, it } from 'vitest';
import { allowedServices } from './scope-facts.ts';
import { scopeLines } from './scope-lines.ts';

it('shows Microsoft’s permissions by the name its console lists them under', () => {
  const lines = scopeLines(
    [
      { service: 'imap', scope: 'https://outlook.office.com/IMAP.AccessAsUser.All' },
      { service: 'identity', scope: 'openid' },
      { service: 'identity', scope: 'email' },
      { service: 'renewal', scope: 'offline_access' },
    ],
    'microsoft',
  );
  expect(lines).toEqual([
    { purpose: 'imap', text: 'IMAP.AccessAsUser.All' },
    { purpose: 'renewal', text: 'offline_access' },
    { purpose: 'identity', text: 'openid email' },
  ]);
});

it('names a permission that serves several services once, in full', () => {
  const scope = 'https://mail.google.com/';
  expect(
    scopeLines(
      [
        { service: 'imap', scope },
        { service: 'smtp', scope },
      ],
      'google',
    ),
  ).toEqual([{ purpose: 'several', text: scope }]);
});

it('calls a service allowed only when none of its permissions is missing', () => {
  const scopes = [
    { service: 'imap' as const, scope: 'mail.read', granted: true },
    { service: 'smtp' as const, scope: 'mail.read', granted: true },
    { service: 'smtp' as const, scope: 'mail.send', granted: false },
  ];
  expect(allowedServices({ wanted: ['imap', 'smtp'], scopes })).toEqual([
    { service: 'imap', isAllowed: true },
    { service: 'smtp', isAllowed: false },
  ]);
});
