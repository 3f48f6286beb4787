// Which secret each service is looked at with, and what is said of its end.
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Keys, MailCheck, Renewing } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { makeWatching } from './watching.ts';

const server = { host: 'mail.harbour.example', port: 993, security: 'tls' };
const account = {
  id: 'a',
  address: 'pat@harbour.example',
  provider: { servers: { imap: server, smtp: server } },
  registration: { source: 'own', clientId: 'c', hasSecret: false },
  wanted: ['imap', 'smtp'],
  passwordFor: ['smtp'],
  loginNames: { imap: 'pat' },
} as unknown as AccountRecord;
const keys: Keys = {
  accessToken: new Secret('token'),
  renewal: new Secret('r'),
  validUntil: 5000,
  clientSecret: null,
  password: new Secret('mail'),
};

function looking(has: Keys, refused = '') {
  const seen: string[] = [];
  const mailCheck: MailCheck = {
    prepare: async () => undefined,
    climb: async ({ service, by, secret, loginName }) => {
      seen.push(`${service} ${loginName} ${by} ${secret.open()}`);
      const problem = problemOf(by === 'token' ? 'token-refused' : 'password-refused', { service });
      return service === refused ? { ok: false, problem } : { ok: true, value: { totalMs: 1, details: [] } };
    },
  };
  let renewals = 0;
  const renewing = {
    hold: async () => () => undefined,
    fresh: async () => ({ ok: true, value: has }),
    renew: async () => {
      renewals += 1;
      return { ok: true, value: { keys: has, details: [] } };
    },
  } as Renewing;
  const clock = { now: () => 1000, after: () => () => undefined };
  return { seen, renewals: () => renewals, watching: makeWatching({ renewing, mailCheck, clock, ca: () => [] }) };
}
const { signal } = new AbortController();

test('token and password go each to their own service', async () => {
  const { watching, seen } = looking(keys);
  expect(await watching.look(account, { signal })).toMatchObject({ validUntil: 5000, services: { smtp: 'passed' } });
  expect(seen).toEqual(['imap pat token token', 'smtp pat@harbour.example password mail']);
});

test('a password that is refused is told, and no token is renewed for it', async () => {
  const { watching, renewals } = looking(keys, 'smtp');
  expect(await watching.look(account, { signal })).toMatchObject({
    problem: { code: 'password-refused' },
    services: { imap: 'passed', smtp: 'broken' },
  });
  expect(renewals()).toBe(0);
});

test('a password alone ends at no time that anybody knows', async () => {
  const alone = {
    ...account,
    registration: { source: 'none', clientId: '', hasSecret: false },
    passwordFor: ['imap', 'smtp'],
  } as AccountRecord;
  const { watching, seen } = looking({ ...keys, renewal: null, validUntil: Number.MAX_SAFE_INTEGER });
  expect(await watching.look(alone, { signal })).not.toHaveProperty('validUntil');
  expect(seen.every((each) => each.endsWith('password mail'))).toBe(true);
});
