// The health file says how accounts are, and nothing of whose: tried with a state that has a secret or an address wherever there is room.
// After a change of its form: `npx vitest run shared/health-file --update`.
import { expect, test } from 'vitest';
import { secretsOf } from './every-secret.test-part.ts';
import { type HealthOf, healthFileOf, healthSchema } from './health-file.ts';
import { healthJsonSchemaText } from './health-json-schema.ts';
import type { Ladder } from './ladder.ts';
import { noPolicy } from './policy.ts';
import { problemOf } from './problem.ts';
import { makeStandIns } from './stand-in-names.ts';

const now = Date.parse('2027-05-31T12:00:00Z');
const day = 24 * 60 * 60_000;
const names = makeStandIns((text) =>
  [...text]
    .map((sign) => (sign.codePointAt(0) ?? 0).toString(16))
    .join('')
    .padEnd(10, '0'),
);
const about = { version: '1.2.3', now, policy: noPolicy, names };

/** Everything that could say whose it is. */
const telling = [
  ...Object.values(secretsOf(7)),
  ...['pat@harbour.example', 'kim@island.example', 'shared@harbour.example', 'Pat Moreno'],
  ...['imap.harbour.example', 'Harbour Schools', 'harbour.example', '10.1.2.3'],
];
const all = telling.join(' ');

const broken: Ladder = {
  service: 'smtp',
  server: { host: all, port: 465, security: 'tls' },
  loginName: all,
  rungs: {
    name: { kind: 'passed', ms: 1 },
    connection: { kind: 'passed', ms: 1 },
    certificate: { kind: 'passed', ms: 1 },
    login: { kind: 'broken', ms: 1 },
    mailbox: { kind: 'not-tried' },
  },
  state: 'broken',
  problem: problemOf('smtp-off', { host: all, said: all }),
  insteadOf: all,
  refusedNames: telling,
};

const account = (change: Partial<HealthOf> = {}): HealthOf => ({
  address: 'pat@harbour.example',
  practice: false,
  health: 'noted',
  watch: {
    lastCheckAt: now - 60_000,
    nextCheckAt: now,
    services: { imap: 'passed', smtp: 'broken' },
    problem: problemOf('smtp-off', { host: all, said: all }),
    ladders: [broken],
  },
  endings: [
    { cause: 'idle', at: now + 3 * day, sure: 'possible', values: { days: all } },
    { cause: 'secret-end', at: now + 20 * day + 1, sure: 'certain', values: { organisation: all } },
  ],
  ...change,
});

test('docs/health.schema.json is made from the code', async () => {
  await expect(healthJsonSchemaText()).toMatchFileSnapshot('../docs/health.schema.json');
});

test('a full state: each account by a name that stands for it, with what broke and what is sure to end', () => {
  const [kim, play] = [account({ address: 'kim@island.example', health: 'well' }), account({ practice: true })];
  const file = healthFileOf([account(), kim, play], about);
  expect(healthSchema.parse(file)).toEqual(file);
  expect(file.states).toEqual({ well: 1, noted: 1, 'needs-you': 0, stopped: 0, unknown: 0 });
  expect(file.accounts[0]).toEqual({
    name: expect.stringMatching(/^mailbox-[0-9a-f]{10}$/u),
    health: 'noted',
    services: { imap: 'passed', smtp: 'broken' },
    lastCheckAt: '2027-05-31T11:59:00.000Z',
    signInEndsInDays: 20,
    broken: { service: 'smtp', rung: 'login' },
    code: '10-SMTP-OFF',
    actor: 'it',
  });
  expect(file.accounts[1]?.name).not.toBe(file.accounts[0]?.name);
});

test('no secret, address, name or host is in it, whatever the state holds', () => {
  const trouble = { level: 'machine', place: all, fault: 'not-json', field: all } as const;
  const policy = { ...noPolicy, organisation: all, settings: { proxy: all }, troubles: [trouble] };
  // Leaves out nothing that a look could have noted.
  const stranger = { ...account(), organisation: all, signsInAs: all, providerName: all, servers: [broken] };
  const text = JSON.stringify(healthFileOf([stranger, account({ address: all })], { ...about, policy }));
  expect(telling.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).not.toContain('@');
  expect(text).toContain('"policy":"broken"');
});

test('an account nobody has looked at, and a sign-in that is over', () => {
  const { watch: _watch, ...unseen } = account({ health: 'unknown', endings: [] });
  const over = account({ endings: [{ cause: 'organisation-rule', at: now - day, sure: 'likely', values: {} }] });
  const [first, second] = healthFileOf([unseen, over], about).accounts;
  expect(first).toEqual({ name: first?.name, health: 'unknown', services: {}, lastCheckAt: null });
  expect(second?.signInEndsInDays).toBe(0);
});
