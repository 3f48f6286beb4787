// A mail program reads practice's letters, by IMAP and by POP.
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searched } from './imap-letters.ts';
import type { Practice } from './practice.ts';
import { bearerText, discover, signIn, talk } from './practice-client.test-part.ts';
import { practiceLetters, sizeOf } from './practice-letters.ts';
import { english } from './practice-words.test-part.ts';
import { startPractice } from './start-practice.ts';

let practice: Practice;
let token = '';
const letters = practiceLetters(english.words);
const [first] = letters;

beforeAll(async () => {
  practice = await startPractice({ ...english, onFault: () => undefined });
  token = (await signIn(practice, await discover(practice))).access_token;
});
afterAll(() => practice.stop());

const sourceOf = (letter: FetchMessageObject | false) => (letter ? letter.source?.toString() : undefined);

async function byImap<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { host, port } = practice.provider.servers.imap ?? { host: '', port: 0 };
  const auth = { user: practice.address, accessToken: token };
  const client = new ImapFlow({ host, port, secure: true, auth, tls: { ca: [...practice.ca] }, logger: false });
  await client.connect();
  const lock = await client.getMailboxLock('INBOX');
  try {
    return await work(client);
  } finally {
    lock.release();
    await client.logout();
  }
}

test('by IMAP: the list with its heads, one whole, a part of it, and what is looked for', async () => {
  const told = await byImap(async (client) => {
    const list = await client.fetchAll('1:*', {
      uid: true,
      envelope: true,
      size: true,
      flags: true,
      headers: ['subject'],
    });
    const one = await client.fetchOne('1', { source: true, bodyStructure: true, internalDate: true });
    const part = await client.fetchOne('2', { source: { start: 6, maxLength: 13 } }, { uid: true });
    const found = await client.search({ seen: false, uid: '2:*' }, { uid: true });
    await client.messageFlagsAdd('1', ['\\Seen']);
    return { list, one, part, found };
  });
  expect(told.list.map(({ uid, size, envelope }) => [uid, size, envelope?.subject])).toEqual(
    letters.map((letter, at) => [at + 1, sizeOf(letter), letter.subject]),
  );
  expect(told.list[0]?.headers?.toString()).toBe(`Subject: ${first?.subject}\r\n\r\n`);
  expect(told.list[0]?.envelope).toMatchObject({ from: [{ address: 'practice@practice.example' }], date: first?.date });
  expect(told.one).toMatchObject({ bodyStructure: { type: 'text/plain', size: Buffer.byteLength(first?.text ?? '') } });
  expect(sourceOf(told.one)).toBe(`${first?.head}${first?.text}`);
  expect(sourceOf(told.part)).toBe('Practice Mail');
  expect(told.found).toEqual([2, 3]);
});

test('what no letter has is found nowhere', () => {
  expect(searched(3, 'SEEN')).toBe('* SEARCH');
  expect(searched(3, 'NOT DELETED 1,3')).toBe('* SEARCH 1 3');
  expect(searched(3, 'UNSEEN UID 3:*')).toBe('* SEARCH 3');
});

test('by POP: its size is what comes, and there is no fourth', async () => {
  const tls = { ca: [...practice.ca], servername: 'localhost' };
  const port = practice.provider.servers.pop?.port ?? 0;
  const lines = ['AUTH XOAUTH2', bearerText(practice.address, token), 'UIDL 2', 'LIST 1', 'RETR 1', 'RETR 4', 'QUIT'];
  const said = await talk(port, tls, lines);
  expect(said).toContain('+OK 2 practice-2\r\n');
  expect(said).toContain(`+OK 1 ${first && sizeOf(first)}\r\n`);
  expect(said).toContain(`+OK\r\n${first?.head}${first?.text}.\r\n`);
  expect(said).toContain('-ERR There is no such letter\r\n');
});
