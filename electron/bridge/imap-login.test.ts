import { afterEach, describe, expect, it } from 'vitest';
import { openTrialBridge, type TrialBridge, type TrialWish } from './trial-bridge.test-part.ts';

const open: TrialBridge[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) {
    await each.stop();
    expect(each.failures).toEqual([]);
  }
});
async function trial(wish: TrialWish = {}): Promise<TrialBridge> {
  const made = await openTrialBridge(wish);
  open.push(made);
  return made;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plain = (password: string): string => base64(`\0any name\0${password}`);

/** Every way to say the password; `+` stands where a program waits for the bridge. */
const ways: Readonly<Record<string, (password: string) => readonly string[]>> = {
  'LOGIN with atoms': (password) => [`a LOGIN pat ${password}\r\n`],
  'LOGIN with quoted strings': (password) => [`a login "pat \\"the\\" \\\\" "${password}"\r\n`],
  'LOGIN with literals': (password) => [`a LOGIN {3}\r\n`, `pat {${password.length}}\r\n`, `${password}\r\n`],
  'LOGIN with LITERAL+': (password) => [`a LOGIN {3+}\r\npat {${password.length}+}\r\n${password}\r\n`],
  'LOGIN with both kinds': (password) => [`a LOGIN "pat" {${password.length}}\r\n`, `${password}\r\n`],
  'AUTHENTICATE PLAIN': (password) => ['a AUTHENTICATE PLAIN\r\n', `${plain(password)}\r\n`],
  'AUTHENTICATE PLAIN at once': (password) => [`a authenticate plain ${plain(password)}\r\n`],
  'AUTHENTICATE LOGIN': (password) => ['a AUTHENTICATE LOGIN\r\n', `${base64('pat')}\r\n`, `${base64(password)}\r\n`],
  'AUTHENTICATE LOGIN at once': (password) => [`a AUTHENTICATE LOGIN ${base64('pat')}\r\n`, `${base64(password)}\r\n`],
};

describe('IMAP until the login', () => {
  it.each(Object.keys(ways))(
    'takes %s, at once and byte by byte, and what comes behind it reaches the server',
    async (way) => {
      const { dial, password, counts, tokens } = await trial({
        capabilities: ['IMAP4rev1', 'IDLE', 'STARTTLS', 'AUTH=XOAUTH2'],
      });
      for (const isSlow of [false, true]) {
        const program = await dial('imap');
        expect(await program.hear(/\r\n/u)).toBe(
          '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN] Postkey is ready\r\n',
        );
        const parts = ways[way]?.(password) ?? [];
        for (const [index, part] of parts.entries()) {
          const text = index === parts.length - 1 ? `${part}b NOOP\r\n` : part;
          if (isSlow) await program.sayByteByByte(text);
          else program.say(text);
          if (index < parts.length - 1) expect(await program.hear(/\r\n/u)).toMatch(/^\+ /u);
        }
        expect(await program.hear(/\r\n/u)).toBe('a OK [CAPABILITY IMAP4rev1 IDLE] Logged in through Postkey\r\n');
        expect(await program.hear(/\r\n/u)).toBe('b NOOP\r\n');
        program.socket.destroy();
      }
      expect(counts).toEqual({ opened: 2, loggedIn: 2 });
      expect(tokens).toEqual(['the-token', 'the-token']);
    },
  );
});
