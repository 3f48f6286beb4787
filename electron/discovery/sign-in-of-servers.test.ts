// Sign-in is chosen for each server by its name: schools and firms mix other people's servers with their own.
import { expect, test } from 'vitest';
import type { MailServers, Service } from '../../shared/mail-provider.ts';
import { withServersOf } from './sign-in-of-servers.ts';

const at = (hosts: Partial<Record<Service, string>>): MailServers =>
  Object.fromEntries(Object.entries(hosts).map(([service, host]) => [service, { host, port: 993, security: 'tls' }]));

const told = (hosts: Partial<Record<Service, string>>) => {
  const { base, passwordFor } = withServersOf(at(hosts));
  return { base: base?.id ?? null, passwordFor };
};

test('mail from Microsoft, sending by a server of its own', () => {
  expect(told({ imap: 'outlook.office365.com', smtp: 'outgoing.mit.edu' })).toEqual({
    base: 'microsoft',
    passwordFor: ['smtp'],
  });
});

test('all of it at Google', () => {
  expect(told({ imap: 'imap.gmail.com', pop: 'pop.gmail.com', smtp: 'smtp.gmail.com' })).toEqual({
    base: 'google',
    passwordFor: [],
  });
});

test('sending alone by token', () => {
  expect(told({ imap: 'mail.harbour.example', smtp: 'smtp.office365.com' })).toEqual({
    base: 'microsoft',
    passwordFor: ['imap'],
  });
});

test('two names of one issuer share a token, two issuers do not', () => {
  expect(told({ imap: 'outlook.office365.com', smtp: 'smtp-mail.outlook.com' }).passwordFor).toEqual([]);
  expect(told({ imap: 'imap.mail.att.net', smtp: 'smtp.mail.yahoo.com' }).passwordFor).toEqual([]);
  expect(told({ imap: 'outlook.office365.com', smtp: 'smtp.office365.us' }).passwordFor).toEqual(['smtp']);
  expect(told({ imap: 'imap.gmail.com', smtp: 'smtp.office365.com' })).toEqual({
    base: 'google',
    passwordFor: ['smtp'],
  });
});

test('a service that takes no token though the others do', () => {
  expect(told({ imap: 'imap.yandex.com', pop: 'pop.yandex.com', smtp: 'smtp.yandex.com' })).toEqual({
    base: 'yandex',
    passwordFor: ['pop'],
  });
});

test('a provider without a sign-in, and nobody known', () => {
  expect(told({ imap: 'imap.ionos.de', smtp: 'smtp.ionos.de' })).toEqual({ base: 'ionos', passwordFor: [] });
  expect(told({ imap: 'imap.ionos.de', smtp: 'smtp.gmail.com' })).toEqual({ base: 'google', passwordFor: ['imap'] });
  expect(told({ imap: 'mail.harbour.example' })).toEqual({ base: null, passwordFor: [] });
  expect(told({ imap: 'imap.gmail.com.evil.example' })).toEqual({ base: null, passwordFor: [] });
  expect(told({})).toEqual({ base: null, passwordFor: [] });
});
