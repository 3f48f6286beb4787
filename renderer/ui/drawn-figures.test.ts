// The figures that drawings are made of: pips, marks of time, the parts of an address, the edge of a stamp.
import { expect, it } from 'vitest';
import { splitAddress } from './browser-drawing.tsx';
import { fillPips, markPassed } from './countdown.tsx';
import { perforated } from './stamp.tsx';

it('empties one pip a minute, the last one first', () => {
  expect(fillPips(300, 5)).toEqual([1, 1, 1, 1, 1]);
  expect(fillPips(252, 5).map((fill) => fill.toFixed(1))).toEqual(['1.0', '1.0', '1.0', '1.0', '0.2']);
  expect(fillPips(0, 5)).toEqual([0, 0, 0, 0, 0]);
});

it('says the time at 5, 2 and 1 minutes and at 30 seconds, once each', () => {
  expect(markPassed(301, 300)).toBe(300);
  expect(markPassed(300, 299)).toBeUndefined();
  expect(markPassed(121, 118)).toBe(120);
  expect(markPassed(61, 60)).toBe(60);
  expect(markPassed(70, 20)).toBe(30);
  // More time was given.
  expect(markPassed(20, 300)).toBeUndefined();
});

it('takes an address apart so that its host can stand out', () => {
  expect(splitAddress('https://login.example.org:8443/tenant/a')).toEqual({
    before: 'https://',
    host: 'login.example.org:8443',
    after: '/tenant/a',
  });
  expect(splitAddress('https://login.example.org/').after).toBe('');
  expect(splitAddress('not an address')).toEqual({ before: '', host: 'not an address', after: '' });
});

it('does not let a user part pass for the host', () => {
  expect(splitAddress('https://login.example.org@evil.example/').host).toBe('evil.example');
});

it('closes the edge of a stamp where it began, with whole bites only', () => {
  const path = perforated(96, 56);
  expect(path.match(/a2 2/gu)).toHaveLength(2 * 16 + 2 * 9);
  expect(path.endsWith('Z')).toBe(true);
});
