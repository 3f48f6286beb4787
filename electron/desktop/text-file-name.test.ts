import { expect, test } from 'vitest';
import { textFileName } from './text-file-name.ts';

test.each([
  ['Approval for pat@harbour.example', 'Approval for pat harbour example.txt'],
  ['Brief an die IT.txt', 'Brief an die IT.txt'],
  ['رسالة', 'رسالة.txt'],
  ['Postkey pat@harbour.example.ICS', 'Postkey pat harbour example.ics'],
  ['run.ics.sh', 'run ics sh.txt'],
  ['../../.bashrc', 'bashrc.txt'],
  ['C:\\Windows\\start.bat', 'C Windows start bat.txt'],
  ['.profile', 'profile.txt'],
  ['NUL', 'Postkey.txt'],
  ['com1.txt', 'Postkey.txt'],
  ['\u0000\u202e/', 'Postkey.txt'],
  ['', 'Postkey.txt'],
  ['Postkey bridge.crt', 'Postkey bridge.crt'],
])('%j is proposed as %j', (name, proposed) => {
  expect(textFileName(name)).toBe(proposed);
});

test('is never long', () => {
  expect(textFileName('😀a'.repeat(500)).length).toBeLessThan(130);
});
