import { expect, test } from 'vitest';
import { storeOfProgram } from './secret-service.ts';

test.each([
  ['gnome-keyring-d', 'gnome-keyring'],
  ['kwalletd5', 'kwallet'],
  ['kwalletd6', 'kwallet'],
  ['ksecretd', 'kwallet'],
  ['keepassxc', 'secret-service'],
  ['', 'secret-service'],
])('%j is called %s', (program, store) => {
  expect(storeOfProgram(program)).toBe(store);
});
