// One notice when a person must act, none for weather, taken back when it heals, and not said twice.
import { expect, test } from 'vitest';
import type { EndingView } from '../../shared/ending.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import { tellPerson } from './tell-person.ts';
import { type Notice, wantedNotice, whoMustAct } from './wanted-notice.ts';
import { accountOf, day, hour, lookAt, minute, start } from './watched.test-part.ts';

interface Said {
  readonly notice: Notice;
  isClosed: boolean;
}

function person(change: Partial<AccountRecord> = {}, kept = new Map<string, readonly string[]>()) {
  const said: Said[] = [];
  let account: AccountRecord | null = accountOf(change);
  const world = { now: start, isBusy: false, isWatched: false, endings: [] as readonly EndingView[] };
  const teller = tellPerson({
    show: (notice) => {
      const one = { notice, isClosed: false };
      said.push(one);
      return {
        close: () => {
          one.isClosed = true;
        },
      };
    },
    past: {
      endings: () => world.endings,
      told: (id) => kept.get(id) ?? [],
      keepTold: (id, keys) => kept.set(id, keys),
    },
    accounts: () => (account ? [account] : []),
    isBusy: () => world.isBusy,
    isWatched: () => world.isWatched,
    now: () => world.now,
  });
  /** A look a quarter of an hour later. */
  const look = (code?: ProblemCode, services?: Parameters<typeof lookAt>[2]): void => {
    world.now += 15 * minute;
    if (account) account = { ...account, watch: lookAt(world.now, code, services) };
    teller.update();
  };
  const open = (): readonly (readonly unknown[])[] =>
    said.filter(({ isClosed }) => !isClosed).map(({ notice }) => [notice.key, notice.text.kind]);
  const remove = (): void => {
    account = null;
    teller.update();
  };
  return { said, look, open, remove, world, teller, kept };
}

test('a sign-in that ended is told at once, once, and taken back when it works again', () => {
  const { said, look, open } = person();
  look();
  expect(said).toHaveLength(0);
  look('sign-in-ended');
  expect(open()).toEqual([['needs:sign-in-ended', 'needs']]);
  for (let each = 0; each < 20; each += 1) look('sign-in-ended');
  expect(said).toHaveLength(1);
  look();
  expect(open()).toEqual([]);
});

test('weather is never told, and neither heals nor repeats what was told', () => {
  const { said, look, open } = person();
  for (const code of ['offline', 'connection-timeout', 'server-busy', 'provider-fault'] as const) look(code);
  expect(said).toHaveLength(0);
  look('sign-in-ended');
  look('offline');
  expect(open()).toHaveLength(1);
  look('sign-in-ended');
  expect(said).toHaveLength(1);
});

test('what one server says once may be a mood: it is told when it says it again', () => {
  const { said, look } = person();
  look('login-refused');
  look();
  look('login-refused');
  expect(said).toHaveLength(0);
  look('login-refused');
  expect(said).toHaveLength(1);
});

test('the same look counted twice is not two looks', () => {
  const { said, look, teller } = person();
  look('login-refused');
  teller.update();
  teller.update();
  expect(said).toHaveLength(0);
});

test('another cause is told anew, in place of the one before', () => {
  const { said, look, open } = person();
  look('sign-in-ended');
  look('sign-in-time-limit');
  expect(said).toHaveLength(2);
  expect(open()).toEqual([['needs:sign-in-time-limit', 'needs']]);
});

test('flapping disturbs once an hour at most', () => {
  const { said, look } = person();
  for (let each = 0; each < 16; each += 1) look(each % 2 === 0 ? 'sign-in-ended' : undefined);
  expect(said.length).toBeLessThanOrEqual(4);
  expect(said.length).toBeGreaterThan(1);
});

test('after a restart the same cause is not told again', () => {
  const before = person();
  before.look('sign-in-ended');
  const after = person({}, before.kept);
  after.look('sign-in-ended');
  expect(after.said).toHaveLength(0);
  after.world.now += 2 * hour;
  after.look();
  after.look('sign-in-ended');
  expect(after.said).toHaveLength(1);
});

test('whoever is at work on it hears nothing, and an account that is gone takes its notice along', () => {
  const { said, look, open, world, remove } = person();
  world.isBusy = true;
  look('sign-in-ended');
  expect(said).toHaveLength(0);
  world.isBusy = false;
  look('sign-in-ended');
  expect(open()).toHaveLength(1);
  remove();
  expect(open()).toEqual([]);
});

test('what somebody at work has mended is taken back while they are still at it', () => {
  const { look, open, world } = person();
  look('sign-in-ended');
  world.isBusy = true;
  look('sign-in-ended');
  expect(open()).toHaveLength(1);
  look();
  expect(open()).toEqual([]);
});

test('practice is silent while one looks at it, also later', () => {
  const { said, look, world } = person({ practice: true });
  world.isWatched = true;
  look('sign-in-ended');
  world.isWatched = false;
  look('sign-in-ended');
  expect(said).toHaveLength(0);
  const away = person({ practice: true });
  away.look('sign-in-ended');
  expect(away.said).toHaveLength(1);
});

const endsIn = (days: number, change: Partial<EndingView> = {}): EndingView => ({
  cause: 'secret-end',
  at: start + days * day,
  sure: 'certain',
  values: {},
  ...change,
});

test('an ending is told a week before and a day before, once each', () => {
  const { said, look, world } = person();
  world.endings = [endsIn(10)];
  for (let at = start; at < start + 10 * day; at += 6 * hour) {
    world.now = at;
    look();
  }
  expect(said.map(({ notice }) => notice.text)).toEqual([
    { kind: 'ending', what: 'secret', days: 7, at: start + 10 * day },
    { kind: 'ending', what: 'secret', days: 1, at: start + 10 * day },
  ]);
  expect(said[0]?.isClosed).toBe(true);
});

test('an ending that was put off is taken back', () => {
  const { look, open, world } = person();
  world.endings = [endsIn(3)];
  look();
  expect(open()).toHaveLength(1);
  world.endings = [endsIn(300)];
  look();
  expect(open()).toEqual([]);
});

test.each([
  ['only possible', { sure: 'possible' }],
  ['short by nature', { cause: 'provider-rule', values: { days: 0.5 } }],
  ['an hour’s key', { cause: 'not-renewable' }],
  ['without a date', { at: undefined }],
] as const)('an ending that is %s disturbs nobody', (_what, change) => {
  const about = { isConfirmed: true, endings: [{ ...endsIn(0.5), ...change } as EndingView] };
  expect(wantedNotice(accountOf(), about, start)).toBeNull();
});

test('Google’s seven days are told a day before, not at once', () => {
  const testing = endsIn(7, { cause: 'testing-seven-days', values: { days: 7 } });
  const at = (now: number) => wantedNotice(accountOf(), { isConfirmed: true, endings: [testing] }, now)?.text;
  expect(at(start)).toBeUndefined();
  expect(at(start + 6.5 * day)).toMatchObject({ days: 1 });
});

test('who must act: you, your IT, or nobody here', () => {
  const own = accountOf({ registration: { source: 'own', clientId: 'c', hasSecret: true } });
  const who = (code: ProblemCode, account = accountOf()) => whoMustAct(problemOf(code), account);
  expect([who('sign-in-ended'), who('password-refused'), who('session-over')]).toEqual(['you', 'you', 'you']);
  expect([who('smtp-off'), who('imap-off'), who('device-not-allowed')]).toEqual(['it', 'it', 'it']);
  expect([who('secret-expired'), who('secret-expired', own)]).toEqual(['it', 'you']);
  expect([who('certificate-expired'), who('unexpected'), who('server-busy')]).toEqual([null, null, null]);
});
