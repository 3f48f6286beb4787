import { expect, test } from 'vitest';
import { mailtoLimits } from '../../shared/mailto.ts';
import { letterHandlers } from './letter-requests.ts';
import type { Files } from './postkey-parts.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

interface Heard {
  readonly mails: string[];
  readonly copied: string[];
  readonly saved: [string, string][];
}

function handlers(answers: { opens?: boolean; saves?: 'saved' | 'not-chosen' | 'not-saved' } = {}) {
  const heard: Heard = { mails: [], copied: [], saved: [] };
  const { world } = makeSmallWorld();
  const files = {
    mailSystem: 'windows',
    openMail: async (address: string) => {
      heard.mails.push(address);
      return answers.opens ?? true;
    },
    saveText: async (name: string, text: string) => {
      heard.saved.push([name, text]);
      return answers.saves ?? 'saved';
    },
    saveLogo: async () => answers.saves ?? 'saved',
  } as unknown as Files;
  const desktop = { ...world.desktop, copy: (text: string) => void heard.copied.push(text) };
  return { ...letterHandlers({ files, world: { ...world, desktop } }), heard };
}

const letter = { to: 'it@harbour.example', subject: 'Please approve', body: 'Hello,\nIT' };

test('a letter opens whole, and nothing is put on the clipboard', async () => {
  const { heard, ...ask } = handlers();
  expect(await ask['letter.mail'](letter)).toEqual({ accepted: true });
  expect(heard.mails).toEqual(['mailto:it@harbour.example?subject=Please%20approve&body=Hello%2C%0D%0AIT']);
  expect(heard.copied).toEqual([]);
});

test('a long one goes to the clipboard, and the mail says where it is', async () => {
  const { heard, ...ask } = handlers();
  const body = 'Hello, IT. '.repeat(400);
  expect(await ask['letter.mail']({ ...letter, body, whenTooLong: 'Paste here' })).toEqual({ accepted: true });
  expect(heard.mails).toEqual(['mailto:it@harbour.example?subject=Please%20approve&body=Paste%20here']);
  expect(heard.copied).toEqual([body]);
  await ask['letter.mail']({ subject: 'ж'.repeat(300), body, whenTooLong: 'ж'.repeat(600) });
  expect(heard.mails[1]?.length).toBeLessThanOrEqual(mailtoLimits.windows);
});

test('without a mail program it says so', async () => {
  const { 'letter.mail': mail } = handlers({ opens: false });
  expect(await mail(letter)).toEqual({ accepted: false, refusal: 'mail-program-not-found' });
});

test.each([
  ['it@example.org?bcc=thief@example.org', 'address-two-ats'],
  ['it@example.org&bcc=x', 'address-domain-odd'],
  ['it@example.org\r\nBcc: thief', 'address-space'],
  ['it@example.org,thief@example.org', 'address-two-ats'],
  ['', 'address-empty'],
])('the recipient %j opens nothing', async (to, refusal) => {
  const { heard, ...ask } = handlers();
  expect(await ask['letter.mail']({ ...letter, to })).toEqual({ accepted: false, refusal, field: 'to' });
  expect(heard.mails).toEqual([]);
});

test.each([
  ['saved', { accepted: true }],
  ['not-chosen', { accepted: false, refusal: 'file-not-chosen' }],
  ['not-saved', { accepted: false, refusal: 'file-not-saved' }],
] as const)('saving that ends as %s is answered so', async (saves, answer) => {
  const { heard, ...ask } = handlers({ saves });
  expect(await ask['letter.save']({ name: 'Letter', text: 'Hello' })).toEqual(answer);
  expect(heard.saved).toEqual([['Letter', 'Hello']]);
});

test('a second mail while the first opens is refused', async () => {
  const { heard, ...ask } = handlers();
  const both = await Promise.all([ask['letter.mail'](letter), ask['letter.mail'](letter)]);
  expect(both).toEqual([{ accepted: true }, { accepted: false, refusal: 'not-now' }]);
  expect(await ask['letter.mail'](letter)).toEqual({ accepted: true });
  expect(heard.mails).toHaveLength(2);
});

test.each([
  ['saved', { accepted: true }],
  ['not-chosen', { accepted: false, refusal: 'file-not-chosen' }],
  ['not-saved', { accepted: false, refusal: 'file-not-saved' }],
] as const)('the logo: %s', async (saves, answer) => {
  expect(await handlers({ saves })['guide.saveLogo']({})).toEqual(answer);
});
