// Which rule fits what was observed, and when nothing can be said.
import { expect, test } from 'vitest';
import { ruleOf, type SignInSpan } from './organisation-rule.ts';
import { day, hour, start } from './watched.test-part.ts';

/** `loose`: how long before the refusal it was last renewed. */
const span = (
  from: number,
  length: number,
  loose = hour,
  cause: SignInSpan['cause'] = 'sign-in-time-limit',
): SignInSpan => ({
  from: start + from,
  goodUntil: start + from + length - loose,
  until: start + from + length,
  cause,
});

test('nothing observed, no rule', () => expect(ruleOf([])).toBeNull());

test('whole days, else whole hours', () => {
  expect(ruleOf([span(0, 14 * day + 10 * 60_000)])).toEqual({ lengthMs: 14 * day, times: 1, isSaid: true });
  expect(ruleOf([span(0, 12 * hour + 60_000)])).toEqual({ lengthMs: 12 * hour, times: 1, isSaid: true });
});

test('a sign-in that ended while Postkey was closed says too little', () => {
  expect(ruleOf([span(0, 20 * day, 9 * day)])).toBeNull();
});

test('what several have in common is narrower than each', () => {
  const loose = [span(0, 16 * day, 3 * day), span(20 * day, 14 * day + hour, 2 * day)];
  // Thirteen or fourteen: the shorter is the one to reckon with.
  expect(ruleOf(loose)).toMatchObject({ lengthMs: 13 * day, times: 2 });
});

test('an older rule that fits no more is left behind', () => {
  expect(ruleOf([span(0, 30 * day), span(40 * day, 7 * day), span(50 * day, 7 * day)])).toMatchObject({
    lengthMs: 7 * day,
    times: 2,
  });
});

test('ends without a reason mean something only when two are alike', () => {
  const ended = (from: number, length: number): SignInSpan => span(from, length, hour, 'sign-in-ended');
  expect(ruleOf([ended(0, 10 * day)])).toBeNull();
  expect(ruleOf([ended(0, 10 * day), ended(20 * day, 3 * day)])).toBeNull();
  expect(ruleOf([ended(0, 10 * day), ended(20 * day, 10 * day)])).toMatchObject({ lengthMs: 10 * day, isSaid: false });
});
