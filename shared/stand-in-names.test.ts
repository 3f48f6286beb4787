import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeStandIns } from './stand-in-names.ts';

const { nameOf: standIn, inText: nameMailboxes } = makeStandIns((text) =>
  createHmac('sha256', 'a key').update(text).digest('hex'),
);

test('one address has one name, however it is written', () => {
  const name = standIn('mailbox', 'pat@harbour.example');
  expect(name).toMatch(/^mailbox-[0-9a-f]{10}$/u);
  expect(standIn('mailbox', ' Pat@Harbour.example ')).toBe(name);
  expect(standIn('mailbox', 'pat@harbour.exampl')).not.toBe(name);
});

test.each([
  'pat@harbour.example',
  'PAT@harbour.EXAMPLE',
  '<pat@harbour.example>',
  'user=pat@harbour.example, and so on',
  'login_hint=pat%40harbour.example&x=1',
  'pat%2540harbour.example',
  'mailto:pat@harbour.example?subject=x',
  '"pat@harbour.example"',
  "pat.o'hara+mail@harbour.example",
  'jürgen@münchen.example',
  "{ login_hint: 'pat%40harbour.example' }",
  'pat@localhost',
  'pat [at] harbour.example pat@harbour.example',
])('no address is left in %s', (text) => {
  expect(nameMailboxes(text)).not.toMatch(/@|%40|%2540/u);
  expect(nameMailboxes(text)).toMatch(/mailbox-[0-9a-f]{10}/u);
});

test('what is no address stays', () => {
  for (const text of ['* OK [CAPABILITY IMAP4rev1] ready', 'a1 NO @ 5', 'imap.example.org:993', '535 5.7.139 no']) {
    expect(nameMailboxes(text)).toBe(text);
  }
});

test('a megabyte of hostile text is done at once', () => {
  const long = `${'a'.repeat(300_000)}${'a@'.repeat(100_000)}${'%25'.repeat(100_000)}`;
  expect(nameMailboxes(long).length).toBeGreaterThan(0);
}, 5_000);
