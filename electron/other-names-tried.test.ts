// A mail server that knows the person under another name since the last look: the names that the provider gave are tried, few, once, and
// never with a password.
import { expect, test } from 'vitest';
import type { Ladder } from '../shared/ladder.ts';
import { type ProblemCode, problemOf } from '../shared/problem.ts';
import type { AccountRecord } from './setup/memory.ts';
import type { Keys, MailCheck, Renewing } from './setup/outside-world.ts';
import { Secret } from './setup/secret.ts';
import { withLook } from './setup/watch-ladders.ts';
import { accountOf } from './watch/watched.test-part.ts';
import { makeWatching } from './watch/watching.ts';

const { signal } = new AbortController();
const keys: Keys = {
  accessToken: new Secret('token'),
  renewal: new Secret('r'),
  validUntil: 9e15,
  clientSecret: null,
  password: new Secret('mail'),
};
const pat = accountOf({
  wanted: ['imap'],
  otherNames: { imap: ['pmoreno', 'p.moreno@harbour.example'] },
});

/** A server that answers by login name; `null` lets in. */
function home(answer: (loginName: string) => ProblemCode | null, last: readonly Ladder[] = []) {
  const asked: string[] = [];
  let renewals = 0;
  const mailCheck: MailCheck = {
    prepare: async () => undefined,
    climb: async ({ loginName }) => {
      asked.push(loginName);
      const code = answer(loginName);
      return code ? { ok: false, problem: problemOf(code) } : { ok: true, value: { totalMs: 1, details: [] } };
    },
  };
  const renewing = {
    fresh: async () => ({ ok: true, value: keys }),
    renew: async () => {
      renewals += 1;
      return { ok: true, value: { keys, details: [] } };
    },
  } as unknown as Renewing;
  const clock = { now: () => 1000, after: () => () => undefined };
  const watching = makeWatching({ renewing, mailCheck, clock, ca: () => [], lastLadders: () => last });
  const look = (account: AccountRecord) => watching.look(account, { signal });
  return { asked, renewals: () => renewals, look };
}

test('the name that is taken now is the account’s from then on, and the next look begins with it', async () => {
  const { look, asked } = home((name) => (name === 'pmoreno' ? null : 'login-refused'));
  const watch = await look(pat);
  expect(watch).toMatchObject({ services: { imap: 'passed' } });
  expect(watch).not.toHaveProperty('problem');
  expect(watch.ladders?.[0]).toMatchObject({ loginName: 'pmoreno', insteadOf: 'pat@harbour.example' });
  const after = withLook(pat, watch);
  expect(after).toMatchObject({ loginNames: { imap: 'pmoreno' }, insteadOf: { imap: 'pat@harbour.example' } });
  expect(after.watch).not.toHaveProperty('ladders');
  asked.splice(0);
  await look(after);
  expect(asked).toEqual(['pmoreno']);
});

test('a key that is refused is renewed before a name is doubted', async () => {
  const { look, asked, renewals } = home((name) => (name === 'pmoreno' ? null : 'token-refused'));
  expect(await look(pat)).toMatchObject({ services: { imap: 'passed' } });
  expect(renewals()).toBe(1);
  expect(asked).toEqual(['pat@harbour.example', 'pat@harbour.example', 'pmoreno']);
});

test('what all refuse is said with the names, and they are not tried at every look', async () => {
  const first = home(() => 'login-refused');
  const { ladders = [] } = await first.look(pat);
  expect(ladders[0]).toMatchObject({
    loginName: 'pat@harbour.example',
    problem: { code: 'login-refused' },
    refusedNames: ['pmoreno', 'p.moreno@harbour.example'],
  });
  expect(first.asked).toHaveLength(3);
  const second = home(() => 'login-refused', ladders);
  expect((await second.look(pat)).ladders?.[0]?.refusedNames).toEqual(['pmoreno', 'p.moreno@harbour.example']);
  expect(second.asked).toEqual(['pat@harbour.example']);
  // Nor after weather; but once the first name has worked in between, they are.
  const away = await home(() => 'connection-timeout', ladders).look(pat);
  const third = home(() => 'login-refused', away.ladders);
  await third.look(pat);
  expect(third.asked).toEqual(['pat@harbour.example']);
  const well = await home(() => null, ladders).look(pat);
  const fourth = home(() => 'login-refused', well.ladders);
  await fourth.look(pat);
  expect(fourth.asked).toHaveLength(3);
});

test('weather in between says nothing of the other names: they are tried at the next look', async () => {
  const first = home((name) => (name === 'pmoreno' ? 'server-busy' : 'login-refused'));
  const { ladders = [] } = await first.look(pat);
  expect(first.asked).toEqual(['pat@harbour.example', 'pmoreno']);
  expect(ladders[0]).not.toHaveProperty('refusedNames');
  const second = home((name) => (name === 'pmoreno' ? null : 'login-refused'), ladders);
  expect(await second.look(pat)).toMatchObject({ services: { imap: 'passed' } });
});

test.each([
  ['a password', { passwordFor: ['imap'] }, 'login-refused'],
  ['a switched-off service', {}, 'imap-off'],
  ['weather', {}, 'connection-timeout'],
] as const)('%s is tried under one name', async (_what, change, code) => {
  const { look, asked } = home(() => code);
  await look({ ...pat, ...change });
  expect(asked).toEqual(['pat@harbour.example']);
});

test('whoever refuses the expected name and then fails is told by what the expected one met', async () => {
  const { look } = home((name) => (name === 'pmoreno' ? 'imap-off' : 'mailbox-unreachable'));
  expect(await look(pat)).toMatchObject({ problem: { code: 'mailbox-unreachable' } });
});

test('of two refusals the one that has to be mended first is the account’s', async () => {
  const both = accountOf();
  let turn = 0;
  const mailCheck: MailCheck = {
    prepare: async () => undefined,
    climb: async ({ service }) => {
      turn += 1;
      return { ok: false, problem: problemOf(service === 'imap' ? 'imap-off' : 'certificate-wrong-name') };
    },
  };
  const renewing = { fresh: async () => ({ ok: true, value: keys }) } as unknown as Renewing;
  const clock = { now: () => 1000, after: () => () => undefined };
  const { problem } = await makeWatching({ renewing, mailCheck, clock, ca: () => [] }).look(both, { signal });
  expect([turn, problem?.code]).toEqual([2, 'certificate-wrong-name']);
});
