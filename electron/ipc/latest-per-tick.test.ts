import { expect, test } from 'vitest';
import { makeLatestPerTick } from './latest-per-tick.ts';

const nextTick = () => new Promise((done) => setImmediate(done));

test('many in one tick are sent once, the latest', async () => {
  const sent: number[] = [];
  const latest = makeLatestPerTick<number>((value) => sent.push(value), setImmediate);
  latest.put(1);
  latest.put(2);
  latest.put(3);
  expect(sent).toEqual([]);
  await nextTick();
  expect(sent).toEqual([3]);
  latest.put(4);
  await nextTick();
  expect(sent).toEqual([3, 4]);
});

test('what is put while sending goes out in the next tick', async () => {
  const sent: number[] = [];
  const latest = makeLatestPerTick<number>((value) => {
    sent.push(value);
    if (value === 1) latest.put(2);
  }, setImmediate);
  latest.put(1);
  await nextTick();
  await nextTick();
  expect(sent).toEqual([1, 2]);
});

test('after stopping nothing is sent', async () => {
  const sent: number[] = [];
  const latest = makeLatestPerTick<number>((value) => sent.push(value), setImmediate);
  latest.put(1);
  latest.stop();
  latest.put(2);
  await nextTick();
  expect(sent).toEqual([]);
});
