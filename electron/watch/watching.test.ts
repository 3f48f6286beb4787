// Which secret each service is looked at with, and what is said of its end.
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Keys, MailCheck, Renewing } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { makeWatching, mostConnections } from './watching.ts';

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

test('the ladders are told rung by rung, with the names and the problem of each', async () => {
  const climbing: MailCheck = {
    prepare: async () => undefined,
    climb: async ({ service }, report) => {
      report.rung('name', { kind: 'running', startedAt: 1000 });
      report.rung('name', { kind: 'passed', ms: 3 });
      report.rung('connection', { kind: 'running', startedAt: 1003 });
      if (service === 'imap') return { ok: true, value: { totalMs: 7, messages: 12, details: [] } };
      return { ok: false, problem: problemOf('connection-timeout', { host: 'h' }, 'x'.repeat(5000)) };
    },
  };
  const named = { ...account, insteadOf: { imap: 'pat@harbour.example' } } as AccountRecord;
  const { ladders, problem } = await watchingOver(climbing).look(named, { signal });
  expect(ladders).toMatchObject([
    { service: 'imap', loginName: 'pat', insteadOf: 'pat@harbour.example', state: 'passed', totalMs: 7, messages: 12 },
    { service: 'smtp', loginName: 'pat@harbour.example', by: 'password', state: 'broken' },
  ]);
  expect(ladders?.[1]?.rungs).toEqual({
    name: { kind: 'passed', ms: 3 },
    connection: { kind: 'not-tried' },
    certificate: { kind: 'not-tried' },
    login: { kind: 'not-tried' },
    mailbox: { kind: 'not-tried' },
  });
  expect(ladders?.[1]?.problem).toEqual(expect.objectContaining({ code: 'connection-timeout' }));
  expect(problem?.serverSaid?.length).toBe(300);
});

test('a refused sign-in asks no server and has no ladders', async () => {
  const refused = { ok: false, problem: problemOf('sign-in-ended') } as const;
  const watch = await watchingOver(climbsWell, { ...keeps, fresh: async () => refused }).look(account, { signal });
  expect(watch).toMatchObject({ services: {}, problem: { code: 'sign-in-ended' } });
  expect(watch).not.toHaveProperty('ladders');
});

test('when the key was renewed, and how long that goes on, is said with the look', async () => {
  const fresh = async () => ({ ok: true, value: { ...keys, renewedAt: 900, renewalEndsAt: 9000 } }) as const;
  const watch = await watchingOver(climbsWell, { ...keeps, fresh }).look(account, { signal });
  expect(watch).toMatchObject({ renewedAt: 900, renewalEndsAt: 9000 });
});

test('a shared mailbox that a renewed key does not open was taken from the person', async () => {
  const refuses: MailCheck = {
    prepare: async () => undefined,
    climb: async ({ service }) => ({ ok: false, problem: problemOf('token-refused', { service }) }),
  };
  const shared = { ...account, passwordFor: [], signsInAs: 'sam@harbour.example' } as AccountRecord;
  const { ladders } = await watchingOver(refuses).look(shared, { signal });
  expect(ladders?.map(({ problem }) => [problem?.code, problem?.facts['person']])).toEqual([
    ['mailbox-forbidden', 'sam@harbour.example'],
    ['token-refused', undefined],
  ]);
});

test('over all accounts, no more than a few renewals and ladders are under way', async () => {
  let underWay = 0;
  let most = 0;
  const counted = async <T>(value: T): Promise<T> => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return value;
  };
  const climbing: MailCheck = {
    prepare: async () => undefined,
    climb: () => counted({ ok: true, value: { totalMs: 1, details: [] } }),
  };
  const watching = watchingOver(climbing, { ...keeps, fresh: () => counted({ ok: true, value: keys }) });
  const looks = Array.from({ length: 12 }, (_, index) => watching.look({ ...account, id: `${index}` }, { signal }));
  expect(await Promise.all(looks)).toHaveLength(12);
  expect(most).toBe(mostConnections);
});

const climbsWell: MailCheck = {
  prepare: async () => undefined,
  climb: async () => ({ ok: true, value: { totalMs: 1, details: [] } }),
};
const keeps = {
  fresh: async () => ({ ok: true, value: keys }),
  renew: async () => ({ ok: true, value: { keys, details: [] } }),
} as unknown as Renewing;

function watchingOver(mailCheck: MailCheck, renewing = keeps): ReturnType<typeof makeWatching> {
  return makeWatching({ renewing, mailCheck, clock: { now: () => 1000, after: () => () => undefined }, ca: () => [] });
}
