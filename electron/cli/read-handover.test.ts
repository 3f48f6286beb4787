// What stands behind `postkey handover`: every form that is right, and that the rest is wrong use.
import { expect, test } from 'vitest';
import { readCommand } from './read-command.ts';

const read = (...words: readonly string[]) => readCommand(['handover', ...words], '/app');
const wrong = { kind: 'wrong-use', about: 'handover' };
const right = { kind: 'handover', address: 'pat@harbour.example', program: null, way: null, json: false, out: null };

test('an address alone asks for the list, with a program for its sheet', () => {
  expect(read('pat@harbour.example')).toEqual(right);
  expect(read('pat@harbour.example', '--json')).toEqual({ ...right, json: true });
  expect(read('pat@harbour.example', 'mbsync')).toEqual({ ...right, program: 'mbsync' });
  expect(read('pat@harbour.example', 'MBSYNC', '--way', 'bridge', '--out', 'mail files')).toEqual({
    ...right,
    program: 'mbsync',
    way: 'bridge',
    out: 'mail files',
  });
  expect(read('--way=own', 'pat@harbour.example', 'thunderbird', '--out=x')).toEqual({
    ...right,
    program: 'thunderbird',
    way: 'own',
    out: 'x',
  });
});

test.each([
  [],
  ['pat@harbour.example', 'eudora'],
  ['pat@harbour.example', 'mbsync', 'more'],
  ['pat@harbour.example', 'mbsync', '--way', 'magic'],
  ['pat@harbour.example', 'mbsync', '--way'],
  ['pat@harbour.example', 'mbsync', '--out'],
  ['pat@harbour.example', 'mbsync', '--out', '--json'],
  ['pat@harbour.example', '--out', 'x'],
  ['pat@harbour.example', '--way', 'own'],
  ['a'.repeat(500)],
])('wrong use: %j', (...words) => {
  expect(read(...(words as string[]))).toEqual(wrong);
});
