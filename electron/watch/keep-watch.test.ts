// When an account is due: the usual pace, sooner in weather, and before its token ends. And who is looked at when.
import { expect, test } from 'vitest';
import type { WatchView } from '../../shared/account-state.ts';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import { dueAt } from './due-at.ts';
import { keepWatch } from './keep-watch.ts';

const at = 1_800_000_000_000;
const minute = 60_000;
const seen = { lastCheckAt: at, nextCheckAt: at, services: {} };

test('never looked at: now', () => expect(dueAt(undefined, 0)).toBe(0));
test('well: after a quarter of an hour', () =>
  expect(dueAt({ ...seen, validUntil: at + 60 * minute }, 0)).toBe(at + 15 * minute));
test('a token that ends soon is renewed five minutes before', () => {
  expect(dueAt({ ...seen, validUntil: at + 12 * minute }, 0)).toBe(at + 7 * minute);
});
test('a token that is always nearly over does not make a storm', () => {
  expect(dueAt({ ...seen, validUntil: at + 10 }, 0)).toBe(at + minute);
});
test('weather is looked at again after 1, 2, 4, 8 minutes, then at the usual pace', () => {
  const weather = { ...seen, problem: problemOf('connection-timeout') };
  expect([1, 2, 3, 4, 5, 9].map((times) => (dueAt(weather, times) - at) / minute)).toEqual([1, 2, 4, 8, 15, 15]);
});
test('what only a person can mend is looked at in the usual pace', () => {
  expect(dueAt({ ...seen, problem: problemOf('sign-in-ended'), validUntil: at }, 0)).toBe(at + 15 * minute);
});

function watchOver(look: (signal: AbortSignal) => Promise<WatchView>, ids: string[] = ['a']) {
  let list = ids.map((id) => ({ id }) as AccountRecord);
  const busy = new Set<string>();
  const logged: unknown[] = [];
  let looks = 0;
  const watch = keepWatch({
    watching: {
      look: (_account, { signal }) => {
        looks += 1;
        return look(signal);
      },
    },
    clock: { now: () => at, after: () => () => undefined },
    accounts: () => list,
    isBusy: (id) => busy.has(id),
    seen: (id, watch) => {
      list = list.map((each) => (each.id === id ? { ...each, watch } : each));
    },
    looking: () => undefined,
    logUnexpected: (error) => logged.push(error),
  });
  const remove = (): void => {
    list = [];
  };
  return { watch, busy, logged, remove, account: list[0] as AccountRecord, looks: () => looks };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a look that ends in a bug is written down once and not begun again at once', async () => {
  const { watch, logged, looks } = watchOver(() => Promise.reject(new Error('bug')));
  watch.beat();
  await settled();
  watch.beat();
  await settled();
  expect(looks()).toBe(1);
  expect(logged).toHaveLength(1);
});

test('the person’s wish and the clock make one look, not two', async () => {
  const { watch, account, looks } = watchOver(async () => seen);
  watch.check(account);
  watch.check(account);
  watch.beat();
  await settled();
  expect(looks()).toBe(1);
});

test('an account whose keys a set-up is changing is left alone', async () => {
  const { watch, busy, account, looks } = watchOver(async () => seen);
  busy.add('a');
  watch.beat();
  watch.check(account);
  expect(looks()).toBe(0);
  busy.clear();
  watch.beat();
  expect(looks()).toBe(1);
});

test('the look at an account that was removed ends at once', () => {
  let signal: AbortSignal | undefined;
  const { watch, remove } = watchOver((given) => {
    signal = given;
    return new Promise(() => undefined);
  });
  watch.beat();
  remove();
  watch.beat();
  expect(signal?.aborted).toBe(true);
});

test('when the network is back, what weather hid is looked at at once, and the rest waits its turn', async () => {
  const away = watchOver(async () => ({ ...seen, problem: problemOf('connection-timeout') }));
  away.watch.beat();
  await settled();
  away.watch.beat();
  expect(away.looks()).toBe(1);
  away.watch.comeBack();
  expect(away.looks()).toBe(2);
  const well = watchOver(async () => seen);
  well.watch.beat();
  await settled();
  well.watch.comeBack();
  expect(well.looks()).toBe(1);
});

test('a pace that is laid down is the pace', () => {
  const look = { ...seen, validUntil: at + 24 * 60 * minute };
  expect(dueAt(look, 0, 0, 60 * minute)).toBe(at + 60 * minute);
  // A key that ends before is still renewed in time.
  expect(dueAt({ ...seen, validUntil: at + 30 * minute }, 0, 0, 60 * minute)).toBe(at + 25 * minute);
});
