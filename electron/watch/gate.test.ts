// Never more at once than there are places, whoever gives up, fails or comes late.
import { expect, test } from 'vitest';
import { makeGate } from './gate.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const { signal } = new AbortController();

function piece(): { readonly work: () => Promise<string>; readonly end: (error?: Error) => void; begun: boolean } {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<string>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve('done'));
  });
  const it = {
    begun: false,
    end: (error?: Error) => end(error),
    work: () => {
      it.begun = true;
      return ended;
    },
  };
  return it;
}

test('who finds no place waits for one, in the order of coming', async () => {
  const gate = makeGate(2);
  const all = [piece(), piece(), piece(), piece()];
  const passed = all.map(({ work }) => gate.pass(signal, work));
  await turn();
  expect(all.map(({ begun }) => begun)).toEqual([true, true, false, false]);
  all[1]?.end();
  await turn();
  expect(all.map(({ begun }) => begun)).toEqual([true, true, true, false]);
  expect(gate.taken()).toBe(2);
  for (const each of all) each.end();
  expect(await Promise.all(passed)).toEqual(['done', 'done', 'done', 'done']);
  expect(gate.taken()).toBe(0);
});

test('work that fails leaves its place', async () => {
  const gate = makeGate(1);
  await expect(gate.pass(signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.pass(signal, async () => 1)).toBe(1);
});

test('who is ended while waiting goes through without a place, and takes none from others', async () => {
  const gate = makeGate(1);
  const first = piece();
  const held = gate.pass(signal, first.work);
  const ending = new AbortController();
  let taken = -1;
  const ended = gate.pass(ending.signal, async () => {
    taken = gate.taken();
  });
  const next = piece();
  const later = gate.pass(signal, next.work);
  ending.abort();
  await ended;
  expect(taken).toBe(1);
  expect(next.begun).toBe(false);
  first.end();
  await turn();
  expect(next.begun).toBe(true);
  next.end();
  await Promise.all([held, later]);
  expect(gate.taken()).toBe(0);
});
