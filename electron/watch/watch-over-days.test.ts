// The clock of the watch over hours and days: spread out, few at once, asleep, offline, and with a clock that jumps.
import { expect, test } from 'vitest';
import type { WatchView } from '../../shared/account-state.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt } from '../setup/outside-world.ts';
import { dueAt, spreadOf } from './due-at.ts';
import { keepWatch } from './keep-watch.ts';
import { accountOf, day, hour, lookAt, minute, type StoodClock, standingClock, start } from './watched.test-part.ts';

interface House {
  readonly clock: StoodClock;
  readonly looked: (readonly [id: string, at: number])[];
  readonly missed: (readonly [id: string, at: number])[];
  readonly watch: ReturnType<typeof keepWatch>;
  most: number;
  isOffline: boolean;
  meets: ProblemCode | undefined;
  account(id: string): AccountRecord;
}

/** Each look takes `lookMs`. */
function houseOf(ids: readonly string[], { lookMs = 2_000, stuck = false } = {}): House {
  const clock = standingClock();
  let list: readonly AccountRecord[] = ids.map((id) => accountOf({ id }));
  let underWay = 0;
  const look = (account: AccountRecord, { signal }: Attempt): Promise<WatchView> => {
    house.looked.push([account.id, clock.now()]);
    underWay += 1;
    house.most = Math.max(house.most, underWay);
    return new Promise((resolve) => {
      const end = (): void => {
        underWay -= 1;
        resolve({ ...lookAt(clock.now(), house.meets), validUntil: clock.now() + hour });
      };
      signal.addEventListener('abort', end, { once: true });
      if (!stuck) clock.after(lookMs, () => (signal.aborted ? undefined : end()));
    });
  };
  const house: House = {
    clock,
    looked: [],
    missed: [],
    most: 0,
    isOffline: false,
    meets: undefined,
    account: (id) => list.find((each) => each.id === id) ?? accountOf(),
    watch: keepWatch({
      watching: { look },
      clock,
      accounts: () => list,
      isBusy: () => false,
      isOffline: () => house.isOffline,
      wasOffline: ({ id }) => house.missed.push([id, clock.now()]),
      seen: (id, watch) => {
        list = list.map((each) => (each.id === id ? { ...each, watch } : each));
      },
      looking: () => undefined,
      logUnexpected: (error) => {
        throw error;
      },
    }),
  };
  return house;
}

const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `3f0c9d52-${index}-4c6a-8d2f-9e8a7b6c5d4e`);

test('the spread is the same for an id, and wide over many', () => {
  const all = ids(50).map(spreadOf);
  expect(all).toEqual(ids(50).map(spreadOf));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...all)).toBeLessThan(3 * minute);
  expect(new Set(all.map((each) => Math.floor(each / 30_000))).size).toBe(6);
});

test('thirty accounts that began together come apart, and no beat finds more than a few due', async () => {
  const { clock, looked, ...house } = houseOf(ids(30));
  await clock.pass(day);
  const last = looked.filter(([, at]) => at > start + day - 15 * minute);
  const beats = last.map(([, at]) => Math.floor(at / 30_000));
  expect(Math.max(...beats.map((beat) => beats.filter((other) => other === beat).length))).toBeLessThanOrEqual(5);
  expect(new Set(last.map(([id]) => id)).size).toBeGreaterThan(20);
  expect(house.most).toBeLessThanOrEqual(2);
});

test('each is looked at about four times an hour, whoever stands first in the list', async () => {
  const { clock, looked } = houseOf(ids(10));
  await clock.pass(10 * hour);
  for (const id of ids(10)) {
    const count = looked.filter(([of]) => of === id).length;
    expect(count).toBeGreaterThan(32);
    expect(count).toBeLessThan(42);
  }
});

test('looks that never end are ended, and the others have their turn', async () => {
  const { clock, looked, ...house } = houseOf(ids(6), { stuck: true });
  await clock.pass(10 * minute);
  expect(new Set(looked.map(([id]) => id)).size).toBe(6);
  expect(house.most).toBeLessThanOrEqual(2);
});

test('asleep for a night: nothing at the moment of waking, everything a little later, two at a time', async () => {
  const house = houseOf(ids(5));
  await house.clock.pass(10 * minute);
  const before = house.looked.length;
  house.clock.set(house.clock.now() + 8 * hour);
  house.watch.wake();
  expect(house.looked.length).toBe(before);
  await house.clock.pass(5_000);
  expect(house.looked.length).toBe(before);
  await house.clock.pass(6_000);
  expect(house.looked.length).toBe(before + 2);
  await house.clock.pass(20_000);
  expect(new Set(house.looked.slice(before).map(([id]) => id)).size).toBe(5);
});

test('a sleep that nobody told of is noticed by the late beat', async () => {
  const house = houseOf(ids(1));
  await house.clock.pass(10 * minute);
  const before = house.looked.length;
  house.clock.set(house.clock.now() + 8 * hour);
  // The next beat is two seconds away.
  await house.clock.pass(5_000);
  expect(house.looked.length).toBe(before);
  await house.clock.pass(10_000);
  expect(house.looked.length).toBe(before + 1);
});

test('waking does not keep the person waiting who asks', async () => {
  const house = houseOf(ids(1));
  await house.clock.pass(minute);
  house.watch.wake();
  expect(house.watch.check(house.account(ids(1)[0] ?? ''))).toBe(true);
  expect(house.looked).toHaveLength(2);
});

test('offline: no look, one note each quarter of an hour, and all at once when it is back', async () => {
  const house = houseOf(ids(3));
  await house.clock.pass(10 * minute);
  const before = house.looked.length;
  house.isOffline = true;
  await house.clock.pass(8 * hour);
  expect(house.looked.length).toBe(before);
  expect(house.missed.length).toBeGreaterThan(3 * 28);
  expect(house.missed.length).toBeLessThan(3 * 34);
  house.isOffline = false;
  house.watch.comeBack();
  await house.clock.pass(10_000);
  expect(new Set(house.looked.slice(before).map(([id]) => id)).size).toBe(3);
});

test.each([
  ['forwards', 40 * day],
  ['backwards', -40 * day],
])('a clock that jumps by weeks %s: looked at soon, then in the usual pace', async (_where, jump) => {
  const house = houseOf(ids(4));
  await house.clock.pass(20 * minute);
  const before = house.looked.length;
  house.clock.set(house.clock.now() + jump);
  await house.clock.pass(2 * minute);
  expect(house.looked.length).toBe(before + 4);
  await house.clock.pass(2 * hour);
  expect(house.looked.length).toBeGreaterThanOrEqual(before + 4 * 7);
  expect(house.looked.length).toBeLessThanOrEqual(before + 4 * 9);
});

test('set back while a look was under way or nobody could look, it does not wait for the old time', async () => {
  const house = houseOf(ids(1));
  house.isOffline = true;
  await house.clock.pass(minute);
  house.clock.set(start - 30 * day);
  house.isOffline = false;
  await house.clock.pass(minute);
  expect(house.looked).toHaveLength(1);
});

test('what looks like a refusal is looked at again soon, once; then in the usual pace', async () => {
  const house = houseOf(['a']);
  house.meets = 'login-refused';
  await house.clock.pass(10 * minute);
  expect(house.looked).toHaveLength(2);
  expect(dueAt(lookAt(start, 'login-refused'), 1)).toBe(start + 2 * minute);
  expect(dueAt(lookAt(start, 'login-refused'), 2)).toBe(start + 15 * minute);
});

test('weather for a day is not a storm', async () => {
  const house = houseOf(ids(4));
  house.meets = 'connection-timeout';
  await house.clock.pass(day);
  expect(house.looked.length).toBeLessThan(4 * 105);
});

test('stopped, no timer is left', async () => {
  const house = houseOf(ids(3), { stuck: true });
  await house.clock.pass(minute);
  house.watch.stop();
  await house.clock.pass(0);
  expect(house.clock.timers()).toBe(0);
});
