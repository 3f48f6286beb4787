import { describe, expect, it } from 'vitest';
import type { RungState } from '../../shared/ladder.ts';
import { type LadderEnd, ladderEnd } from './ladder-end.ts';
import { MailStop } from './mail-failure.ts';
import { RungClock } from './rung-clock.ts';

function setUp(times: readonly number[], end: LadderEnd = ladderEnd(10_000, new AbortController().signal)) {
  const left = [...times];
  const states: RungState[] = [];
  const clock = new RungClock(() => left.shift() ?? 0, { rung: (_, state) => states.push(state) }, end);
  return { clock, states, end };
}

describe('RungClock', () => {
  it('reports when a rung began and how long it took', async () => {
    const { clock, states, end } = setUp([1000, 1010, 1052, 1060]);
    await clock.climb('name', async () => 'x');
    expect(states).toEqual([
      { kind: 'running', startedAt: 1010 },
      { kind: 'passed', ms: 42 },
    ]);
    expect(clock.totalMs).toBe(60);
    end.close();
  });

  it('reports a broken rung and keeps standing on it', async () => {
    const { clock, states, end } = setUp([0, 0, 7]);
    await expect(clock.climb('login', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    expect(states.at(-1)).toEqual({ kind: 'broken', ms: 7 });
    expect(clock.standsOn).toBe('login');
    end.close();
  });

  it('has no negative times when the clock is set back', async () => {
    const { clock, states, end } = setUp([5000, 5000, 10, 20]);
    await clock.climb('name', async () => {});
    expect(states.at(-1)).toEqual({ kind: 'passed', ms: 0 });
    expect(clock.totalMs).toBe(0);
    end.close();
  });

  it('ends a step that never ends, once, with the reason', async () => {
    const cancel = new AbortController();
    const { clock, states, end } = setUp([], ladderEnd(10_000, cancel.signal));
    const climbing = clock.climb('name', () => new Promise<never>(() => {}));
    cancel.abort();
    await expect(climbing).rejects.toEqual(new MailStop({ kind: 'cancelled' }));
    expect(states).toHaveLength(1);
    end.close();
  });
});

describe('ladderEnd', () => {
  it('ends by its deadline, and nothing can begin afterwards', async () => {
    const end = ladderEnd(5, new AbortController().signal);
    const stopped = await end.race(new Promise<never>(() => {})).catch((error: unknown) => error);
    expect(stopped).toMatchObject({ failure: { kind: 'deadline' } });
    expect(end.signal.aborted).toBe(true);
    await expect(end.race(Promise.resolve('late'))).rejects.toBe(stopped);
  });

  it('is at its end at once when the attempt already is', async () => {
    const end = ladderEnd(10_000, AbortSignal.abort());
    await expect(end.race(Promise.resolve())).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    end.close();
  });

  it('comes no more once it was closed', () => {
    const cancel = new AbortController();
    const end = ladderEnd(10_000, cancel.signal);
    end.close();
    cancel.abort();
    expect(end.signal.aborted).toBe(false);
  });
});
