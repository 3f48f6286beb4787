// "Did you mean …?": one slip, and never at the cost of a domain that is real.
import { expect, test } from 'vitest';
import { nearestDomain } from './nearest-domain.ts';
import { providerOwningDomain } from './provider-data.ts';
import { providerTable } from './provider-table.ts';

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['Gmail.cmo', 'gmail.com'],
  ['gmailcom.com', null],
  ['hotmial.com', 'hotmail.com'],
  ['hotmail.cm', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
  ['yaho.com', 'yahoo.com'],
  ['yahoo.co', 'yahoo.com'],
  ['iclould.com', 'icloud.com'],
  ['t-onlin.de', 't-online.de'],
  ['gmx.dee', 'gmx.de'],
  ['aol.con', 'aol.com'],
])('%s was meant to be %s', (typed, meant) => expect(nearestDomain(typed)).toBe(meant));

test.each([
  'gmail.com',
  'mail.com',
  'email.com',
  'ymail.com',
  'yahoo.de',
  'gmx.at',
  'love.com',
  'we.com',
  'max.de',
  'harbour.example',
  'gm.com',
  '',
])('%s is left alone', (domain) => expect(nearestDomain(domain)).toBeNull());

test('every well-known domain is one of a provider we know, and named once', () => {
  const { wellKnownDomains } = providerTable();
  expect(wellKnownDomains.filter((domain) => !providerOwningDomain(domain))).toEqual([]);
  expect(new Set(wellKnownDomains).size).toBe(wellKnownDomains.length);
});
