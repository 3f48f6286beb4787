import { expect, test, vi } from 'vitest';
import { AnswerWait } from './answer-wait.ts';
import { makeHandClock } from './loopback.test-part.ts';

function begin(deadlineMs = 300_000) {
  const clock = makeHandClock();
  const onOver = vi.fn();
  const wait = new AnswerWait({ clock, deadlineMs, providerName: 'Harbour', onOver });
  wait.expect('S');
  return { clock, onOver, wait };
}

test('no answer in time is a problem that names the provider', async () => {
  const { clock, onOver, wait } = begin();
  clock.advance(299_999);
  expect(onOver).not.toHaveBeenCalled();
  clock.advance(1);
  expect(await wait.answer).toEqual({ ok: false, problem: { code: 'no-answer', facts: { provider: 'Harbour' } } });
  expect(onOver).toHaveBeenCalledOnce();
  expect(clock.waiting()).toBe(0);
});

test('more time moves the deadline from where it was', async () => {
  const { clock, onOver, wait } = begin(1_000);
  const before = wait.deadlineAt;
  clock.advance(900);
  wait.moreTime(60_000);
  expect(wait.deadlineAt).toBe(before + 60_000);
  clock.advance(60_099);
  expect(onOver).not.toHaveBeenCalled();
  clock.advance(1);
  expect(onOver).toHaveBeenCalledOnce();
});

test('a computer that slept past the deadline notices soon after waking', () => {
  const { clock, onOver } = begin();
  clock.sleep(3_600_000);
  expect(onOver).not.toHaveBeenCalled();
  clock.advance(5_000);
  expect(onOver).toHaveBeenCalledOnce();
});

test('is taken once, whatever comes after', async () => {
  const { clock, onOver, wait } = begin();
  expect(wait.take({ code: '1' })).toBe(true);
  expect(wait.take({ code: '2' })).toBe(false);
  wait.hand();
  wait.end('took-too-long');
  expect(await wait.answer).toEqual({ ok: true, value: { code: '1' } });
  expect(onOver).toHaveBeenCalledOnce();
  expect(clock.waiting()).toBe(0);
});

test('a taken answer survives a close that comes before it was handed over', async () => {
  const { wait } = begin();
  wait.take({ code: '1' });
  wait.end('took-too-long');
  expect(await wait.answer).toMatchObject({ ok: true });
});

test('after the answer the port stays for a minute at most, and more time changes nothing', () => {
  const { clock, onOver, wait } = begin();
  wait.take({ code: '1' });
  wait.moreTime(600_000);
  clock.advance(59_999);
  expect(onOver).not.toHaveBeenCalled();
  clock.advance(1);
  expect(onOver).toHaveBeenCalledOnce();
});

test('an ended wait takes nothing', async () => {
  const { wait } = begin();
  wait.end('took-too-long');
  expect(wait.take({ code: '1' })).toBe(false);
  expect(await wait.answer).toMatchObject({ ok: false, problem: { code: 'took-too-long' } });
});

test('before a state is expected none is right, afterwards only that one', () => {
  const wait = new AnswerWait({ clock: makeHandClock(), deadlineMs: 1_000, providerName: '', onOver: () => {} });
  expect(wait.isExpected('')).toBe(false);
  wait.expect('first');
  wait.expect('second');
  expect(wait.isExpected('first')).toBe(false);
  expect(wait.isExpected('second')).toBe(true);
});
