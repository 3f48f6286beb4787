// The gate and the cleaning over many made-up texts: whatever its length and its wrapping, no secret and no address passes; and times,
// versions, hosts, codes and IDs do.
import { expect, test } from 'vitest';
import type { CaseFile } from '../shared/case-file.ts';
import { numbersFrom, secretsOf } from '../shared/every-secret.test-part.ts';
import { parts, subject } from './case-samples.test-part.ts';
import { redact } from './desktop/redact.ts';
import { buildCaseFile } from './support/case-file/build-case-file.ts';
import { tellingIn } from './support/case-file/case-line-parts.ts';
import { caseLines } from './support/case-file/case-lines.ts';
import { checkCaseFile } from './support/case-file/check-case-file.ts';

const wish = { withLog: true, keepOrganisation: false, leaveOut: [] };
const good = buildCaseFile({ ...subject, accounts: [] }, wish, parts).doc;
const telling = tellingIn(parts.find, 'en');
const gate = { redact, names: [], exact: [], dataTitle: 'data' };

/** With the texts as lines of its log, which is a place like any other. */
function check(texts: readonly string[]): ReturnType<typeof checkCaseFile> {
  const doc: CaseFile = { postkeyCase: 1, madeAt: 1, by: good.by, accounts: [], log: texts };
  return checkCaseFile(doc, caseLines(doc, telling), gate);
}

const next = numbersFrom(7);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
const digits = (count: number, from = '0123456789abcdef'): string =>
  Array.from({ length: count }, () => pick([...from])).join('');
const upTo = (most: number): number => Math.floor(next() * most);

const before = ['', 'NO ', 'the server said ', '535 5.7.139 ', '* BAD [', '"', '(', '{"error":"', 'x=', '\u2014 '];
const after = ['', ' and so on', '"', ')', ']', '"}', '\\n', ',', ' (mailbox-0123456789)'];
const wrappings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => JSON.stringify(text),
  (text) => JSON.stringify(JSON.stringify({ body: text })),
  (text) => encodeURIComponent(text),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
];
const around = (text: string): string => `${pick(before)}${text}${pick(after)}`;

test('no secret passes, in any wrapping and between any words', () => {
  let tried = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    for (const [name, secret] of Object.entries(secretsOf(seed * 7919))) {
      const text = around(pick(wrappings)(secret));
      expect(check([text]), `${name} in ${text}`).not.toBeNull();
      const clean = redact(text);
      expect(clean.includes(secret) || redact(clean) !== clean, `${name} in ${text}`).toBe(false);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(700);
});

test('no address passes, however it is written', () => {
  const locals = ['pat', 'p.moreno', "o'hara", 'x+tag', 'jürgen', 'A_B-c', '1a'];
  const domains = [
    'example.org',
    'mail.example.co.uk',
    'münchen.example',
    'localhost',
    'x.onmicrosoft.com',
    '1.example',
  ];
  const ats = ['@', '@', '%40', '%2540', '&#64;', '(at)', '[at]'];
  for (let round = 0; round < 500; round += 1) {
    const text = around(`${pick(locals)}${pick(ats)}${pick(domains)}`);
    expect(check([text]), text).toMatchObject({ what: expect.stringMatching(/address|secret/u) });
  }
});

const innocents: readonly (() => string)[] = [
  () => new Date(1.7e12 + upTo(1e11)).toISOString(),
  () => `2026-11-24 0${upTo(9)}:${10 + upTo(49)}:07.${100 + upTo(800)} +0${upTo(9)}:00`,
  () => new Date(1.7e12 + upTo(1e11)).toUTCString(),
  () => `${upTo(50)}.${upTo(30)}.${upTo(7000)}.${upTo(300)}`,
  () => `Postkey 0.${upTo(9)}.${upTo(9)}, Electron 45.${upTo(9)}.1, Chromium 150.0.${upTo(9999)}.${upTo(99)}`,
  () =>
    `${pick(['imap', 'smtp', 'outlook', 'mx1'])}.${pick(['gmail.com', 'office365.com', 'mail.example.co.uk'])}:${upTo(65535)}`,
  () => `mx-${digits(6)}.${pick(['protection.outlook.com', 'example.org'])}`,
  () => `${digits(8)}-${digits(4)}-4${digits(3)}-9${digits(3)}-${digits(12)}`,
  () => `mailbox-${digits(10)}`,
  () => `Trace ID: ${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
  () => `queued as ${digits(11, '0123456789ABCDEF')}`,
  () => `AADSTS${50_000 + upTo(9_000)}: something is not as it must be`,
  () => `${pick(['4', '5'])}${upTo(5)}${upTo(9)} 5.7.${upTo(140)} Authentication unsuccessful`,
  () => `[${pick(['AUTHENTICATIONFAILED', 'UNAVAILABLE', 'ALERT', 'SYS/PERM'])}] ${pick(['ECONNRESET', 'ETIMEDOUT'])}`,
  () => `192.168.${upTo(255)}.${upTo(255)} ${digits(4)}:${digits(4)}::${digits(4)}`,
  () => `https://outlook.office.com/${pick(['IMAP.AccessAsUser.All', 'SMTP.Send'])}`,
  () => `${pick(['10-SMTP-OFF', '6-TAB', '11-ENDED'])} step test stopped after ${upTo(30_000)} ms`,
  () => `CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER ID UIDPLUS`,
  () => `[${digits(5, 'ACDEFHJKLMNPRTUVWXY34679')}]`,
];

test('what a helpdesk needs does pass, and stays as it was', () => {
  for (let round = 0; round < 2000; round += 1) {
    const text = [pick(innocents)(), pick(innocents)()].join(pick([' ', ', ', ' | ']));
    expect(redact(text), text).toBe(text);
    expect(check([text]), text).toBeNull();
  }
});
