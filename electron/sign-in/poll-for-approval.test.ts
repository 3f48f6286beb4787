// The wait for another device, question by question, with the clock in our hands.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInTrouble } from './explain/sign-in-trouble.ts';
import { pollForApproval, pollIntervalMs } from './poll-for-approval.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const host = 'login.example';
const saying = (error: string, status = 400): SignInTrouble => ({
  kind: 'refused',
  status,
  host,
  error: { error, description: '', subError: '', numbers: [] },
});

/** Answers with one trouble after the other, then with a grant; notes when it was asked, in seconds. */
function poll(troubles: readonly SignInTrouble[], lifeSeconds = 900) {
  const left = [...troubles];
  const askedAt: number[] = [];
  const startedAt = Date.now();
  let trouble: SignInTrouble | null = null;
  const outcome = pollForApproval({
    ask: async () => {
      askedAt.push((Date.now() - startedAt) / 1000);
      trouble = left.shift() ?? null;
      if (trouble) throw new Error('asked in vain');
      return 'grant';
    },
    trouble: () => trouble,
    intervalMs: 5000,
    deadlineAt: startedAt + lifeSeconds * 1000,
    now: Date.now,
    signal: new AbortController().signal,
  }).catch((error: Error) => error.message);
  return { outcome, askedAt };
}

describe('waiting for another device', () => {
  it('asks first after the interval, and five seconds later for good after each slow_down', async () => {
    const polled = poll([
      saying('authorization_pending'),
      saying('slow_down'),
      saying('authorization_pending'),
      saying('slow_down'),
    ]);
    await vi.runAllTimersAsync();
    expect(await polled.outcome).toBe('grant');
    expect(polled.askedAt).toEqual([5, 10, 20, 30, 45]);
  });

  it('sits out weather: a lost connection, a fault, a silent server', async () => {
    const polled = poll([
      { kind: 'no-connection', code: 'ECONNRESET', host },
      { kind: 'status', status: 502, host },
      { kind: 'stopped', why: 'deadline', host },
    ]);
    await vi.runAllTimersAsync();
    expect(await polled.outcome).toBe('grant');
  });

  it('stops at a no, and when the code is too old', async () => {
    const refused = poll([saying('authorization_pending'), saying('access_denied')]);
    await vi.runAllTimersAsync();
    expect(await refused.outcome).toBe('asked in vain');
    expect(refused.askedAt).toEqual([5, 10]);
    const late = poll(
      Array.from({ length: 9 }, () => saying('authorization_pending')),
      12,
    );
    await vi.runAllTimersAsync();
    expect(await late.outcome).toBe('sign-in trouble: device-too-late');
    expect(late.askedAt).toEqual([5, 10, 12]);
  });

  it('takes five seconds where no interval, or none that is a number, was sent', () => {
    expect([undefined, Number.NaN, 'x', -1].map(pollIntervalMs)).toEqual([5000, 5000, 5000, 5000]);
    expect([0, 2].map(pollIntervalMs)).toEqual([1000, 2000]);
  });
});
