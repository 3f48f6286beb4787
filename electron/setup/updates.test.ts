// When Postkey looks, what it then says, and that nothing is fetched without the person.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FoundUpdate } from '../../shared/update-state.ts';
import type { Attempt } from './outside-world.ts';
import { makeUpdates, type UpdateOutcome, type Updater, type Updates } from './updates.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const newer: FoundUpdate = { version: '2.0.0', notes: 'A bridge' };

let asked: string[] = [];
let told: string[] = [];
let daily = true;
let looked: UpdateOutcome<FoundUpdate | null> = { ok: true, value: null };
let fetched: (report: (percent: number) => void, attempt: Attempt) => Promise<UpdateOutcome<void>>;
let updates: Updates;

const updater: Updater = {
  look: async () => {
    asked.push('look');
    return looked;
  },
  fetch: async (report, attempt) => {
    asked.push('fetch');
    return fetched(report, attempt);
  },
  restart: () => void asked.push('restart'),
};

function make(source: Parameters<typeof makeUpdates>[0]['source'] = { updater }): Updates {
  return makeUpdates({
    source,
    clock: {
      now: () => Date.now(),
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    daily: () => daily,
    keepDaily: (on) => {
      daily = on;
    },
    changed: () => undefined,
    tell: (version) => void told.push(version),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [asked, told, daily, looked] = [[], [], true, { ok: true, value: null }];
  fetched = async () => ({ ok: true, value: undefined });
  updates = make();
});

afterEach(() => {
  updates.stop();
  vi.useRealTimers();
});

const nothing = {};
const settled = () => vi.advanceTimersByTimeAsync(0);

test('looks a minute after the start, then once a day', async () => {
  updates.start();
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(minute);
  expect(asked).toEqual(['look']);
  expect(updates.view()).toEqual({ state: 'idle', daily: true, lookedAt: Date.now() });
  await vi.advanceTimersByTimeAsync(day - 31 * minute);
  expect(asked).toEqual(['look']);
  await vi.advanceTimersByTimeAsync(61 * minute);
  expect(asked).toEqual(['look', 'look']);
});

test('not by itself where the person does not wish it, but when asked', async () => {
  updates.handlers['update.daily']({ on: false });
  updates.start();
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(asked).toEqual([]);
  expect(updates.handlers['update.look'](nothing)).toEqual({ accepted: true });
  await settled();
  expect(updates.view()).toMatchObject({ state: 'idle', daily: false, lookedAt: Date.now() });
});

test('tells of a newer one once, and fetches it only when the person says so', async () => {
  looked = { ok: true, value: newer };
  updates.start();
  await vi.advanceTimersByTimeAsync(3 * day);
  expect(told).toEqual(['2.0.0']);
  expect(asked).toEqual(['look']);
  expect(updates.view()).toEqual({ state: 'found', daily: true, ...newer });
  expect(updates.handlers['update.restart'](nothing)).toMatchObject({ accepted: false });
  updates.handlers['update.fetch'](nothing);
  await settled();
  expect(updates.view()).toEqual({ state: 'ready', daily: true, ...newer });
  updates.handlers['update.restart'](nothing);
  expect(asked).toEqual(['look', 'fetch', 'restart']);
});

test('weather is not worth a word unless somebody asked', async () => {
  looked = { ok: false, failure: 'not-reached' };
  updates.start();
  await vi.advanceTimersByTimeAsync(minute);
  expect(updates.view()).toEqual({ state: 'idle', daily: true });
  updates.handlers['update.look'](nothing);
  await settled();
  expect(updates.view()).toEqual({ state: 'failed', daily: true, failure: 'not-reached' });
});

test('a wrong signature is told also when nobody asked', async () => {
  looked = { ok: false, failure: 'signature-wrong' };
  updates.start();
  await vi.advanceTimersByTimeAsync(minute);
  expect(updates.view()).toEqual({ state: 'failed', daily: true, failure: 'signature-wrong' });
});

test('fetching shows how far it is, and can be stopped', async () => {
  looked = { ok: true, value: newer };
  updates.handlers['update.look'](nothing);
  await settled();
  fetched = (report, { signal }) =>
    new Promise((resolve) => {
      report(40);
      report(30);
      signal.addEventListener('abort', () => resolve({ ok: false, failure: 'not-reached' }));
    });
  updates.handlers['update.fetch'](nothing);
  await settled();
  expect(updates.view()).toMatchObject({ state: 'fetching', percent: 40 });
  expect(updates.handlers['update.look'](nothing)).toMatchObject({ accepted: false });
  updates.handlers['update.cancel'](nothing);
  await settled();
  expect(updates.view()).toEqual({ state: 'found', daily: true, ...newer });
});

test('a download that takes for ever is given up, and said so', async () => {
  looked = { ok: true, value: newer };
  updates.handlers['update.look'](nothing);
  await settled();
  fetched = (_report, { signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve({ ok: false, failure: 'not-reached' })));
  updates.handlers['update.fetch'](nothing);
  await vi.advanceTimersByTimeAsync(31 * minute);
  expect(updates.view()).toEqual({ state: 'failed', daily: true, failure: 'not-reached', version: '2.0.0' });
});

test('a download that is not what was signed changes nothing', async () => {
  looked = { ok: true, value: newer };
  fetched = async () => ({ ok: false, failure: 'download-broken' });
  updates.handlers['update.look'](nothing);
  await settled();
  updates.handlers['update.fetch'](nothing);
  await settled();
  expect(updates.view()).toEqual({ state: 'failed', daily: true, failure: 'download-broken', version: '2.0.0' });
  expect(updates.handlers['update.restart'](nothing)).toMatchObject({ accepted: false });
});

test('a place that never answers is given up', async () => {
  const silent = make({
    updater: {
      ...updater,
      look: ({ signal }) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ ok: false, failure: 'not-reached' })),
        ),
    },
  });
  silent.handlers['update.look'](nothing);
  await vi.advanceTimersByTimeAsync(minute);
  expect(silent.view()).toMatchObject({ state: 'failed', failure: 'not-reached' });
});

test.each(['organisation', 'system', 'build'] as const)(
  'off by the %s: nothing looks, nothing is accepted',
  async (by) => {
    const off = make({ off: by });
    off.start();
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(off.view()).toEqual({ state: 'off', by });
    for (const name of ['update.look', 'update.fetch', 'update.cancel', 'update.restart'] as const) {
      expect(off.handlers[name](nothing)).toMatchObject({ accepted: false });
    }
    expect(off.handlers['update.daily']({ on: true })).toMatchObject({ accepted: false });
  },
);
