// Looking without a watch: few at a time, inside one deadline, and gone when a window wants to go on.
import { expect, test } from 'vitest';
import type { WatchView } from '../../shared/account-state.ts';
import { cutShort, lookAtAccounts } from './look-at-accounts.ts';
import type { AccountRecord } from './memory.ts';
import type { MailLogin } from './outside-world.ts';
import { account } from './small-postkey.test-part.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

const accounts: readonly AccountRecord[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...account, id }));
const watch: WatchView = { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'passed' } };
const { clock } = makeSmallWorld().world;

test('all of them, never more than two at once', async () => {
  let [now, most] = [0, 0];
  const look = async (): Promise<WatchView> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
    return watch;
  };
  const leave = new AbortController().signal;
  const { seen, late } = await lookAtAccounts(accounts, { watching: { look }, clock, deadlineMs: 60_000, leave });
  expect([...seen.keys()].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([most, late.size]).toEqual([2, 0]);
});

test('nobody gets to the rest once the deadline is over', async () => {
  const leave = new AbortController().signal;
  const look = (): Promise<WatchView> => Promise.resolve(watch);
  const { seen, late } = await lookAtAccounts(accounts, { watching: { look }, clock, deadlineMs: 0, leave });
  expect([seen.size, late.size]).toEqual([0, 5]);
});

test('left early: what is under way may end, counts no more, and nothing else begins', async () => {
  const leave = new AbortController();
  const begun: string[] = [];
  const look = async ({ id }: AccountRecord): Promise<WatchView> => {
    begun.push(id);
    leave.abort();
    return watch;
  };
  const { seen } = await lookAtAccounts(accounts, {
    watching: { look },
    clock,
    deadlineMs: 60_000,
    leave: leave.signal,
  });
  expect(begun.length).toBeLessThanOrEqual(2);
  expect(seen.size).toBe(0);
});

test('a login ends by either signal', async () => {
  const { mailCheck } = makeSmallWorld().world;
  const ended: string[] = [];
  mailCheck.climb = (_login, _report, { signal }) =>
    new Promise((resolve) => {
      const end = (): void => {
        ended.push('ended');
        resolve({ ok: true, value: { totalMs: 1, details: [] } });
      };
      if (signal.aborted) end();
      signal.addEventListener('abort', end);
    });
  const [leave, attempt] = [new AbortController(), new AbortController()];
  const cut = cutShort(mailCheck, leave.signal);
  const climbing = [attempt, new AbortController()].map((each) =>
    cut.climb({} as MailLogin, { rung: () => undefined }, each),
  );
  attempt.abort();
  await climbing[0];
  expect(ended).toHaveLength(1);
  leave.abort();
  await climbing[1];
  expect(ended).toHaveLength(2);
});
