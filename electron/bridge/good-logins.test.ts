// Every way to log in that programs know, said at once, byte by byte, and cut in two at many places. What comes behind the login in the same
// packet reaches the server.
import { describe, expect, it } from 'vitest';
import type { Service } from '../../shared/mail-provider.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plain = (password: string): string => base64(`\0any name\0${password}`);

interface Way {
  readonly service: Service;
  /** What the program says; between two parts it waits for a line of the bridge. */
  readonly parts: (password: string) => readonly string[];
}

const ways: Readonly<Record<string, Way>> = {
  'LOGIN with atoms': { service: 'imap', parts: (password) => [`a LOGIN pat ${password}\r\n`] },
  'LOGIN with quoted strings': {
    service: 'imap',
    parts: (password) => [`a login "pat \\"the\\" \\\\" "${password}"\r\n`],
  },
  'LOGIN with literals': {
    service: 'imap',
    parts: (password) => ['a LOGIN {3}\r\n', `pat {${password.length}}\r\n`, `${password}\r\n`],
  },
  'LOGIN with LITERAL+': {
    service: 'imap',
    parts: (password) => [`a LOGIN {3+}\r\npat {${password.length}+}\r\n${password}\r\n`],
  },
  'LOGIN with both kinds': {
    service: 'imap',
    parts: (password) => [`a LOGIN "pat" {${password.length}}\r\n`, `${password}\r\n`],
  },
  'AUTHENTICATE PLAIN': {
    service: 'imap',
    parts: (password) => ['a AUTHENTICATE PLAIN\r\n', `${plain(password)}\r\n`],
  },
  'AUTHENTICATE PLAIN at once': {
    service: 'imap',
    parts: (password) => [`a authenticate plain ${plain(password)}\r\n`],
  },
  'AUTHENTICATE LOGIN': {
    service: 'imap',
    parts: (password) => ['a AUTHENTICATE LOGIN\r\n', `${base64('pat')}\r\n`, `${base64(password)}\r\n`],
  },
  'AUTHENTICATE LOGIN at once': {
    service: 'imap',
    parts: (password) => [`a AUTHENTICATE LOGIN ${base64('pat')}\r\n`, `${base64(password)}\r\n`],
  },
  'after CAPABILITY, ID and NOOP': {
    service: 'imap',
    parts: (password) => [`x CAPABILITY\r\ny ID ("name" {4+}\r\nmutt)\r\nz NOOP\r\na LOGIN pat ${password}\r\n`],
  },
  'USER and PASS': { service: 'pop', parts: (password) => ['USER pat\r\n', `PASS ${password}\r\n`] },
  'USER and PASS at once': { service: 'pop', parts: (password) => [`user pat the sailor\r\npass ${password}\r\n`] },
  'POP AUTH PLAIN': { service: 'pop', parts: (password) => ['AUTH PLAIN\r\n', `${plain(password)}\r\n`] },
  'POP AUTH PLAIN at once': { service: 'pop', parts: (password) => [`AUTH PLAIN ${plain(password)}\r\n`] },
  'POP AUTH PLAIN with an empty initial response': {
    service: 'pop',
    parts: (password) => ['CAPA\r\n', 'AUTH LOGIN =\r\n', `${base64(password)}\r\n`],
  },
  'POP AUTH LOGIN': {
    service: 'pop',
    parts: (password) => ['AUTH LOGIN\r\n', `${base64('pat')}\r\n`, `${base64(password)}\r\n`],
  },
  'SMTP AUTH PLAIN': {
    service: 'smtp',
    parts: (password) => ['EHLO [127.0.0.1]\r\n', 'AUTH PLAIN\r\n', `${plain(password)}\r\n`],
  },
  'SMTP AUTH PLAIN at once': {
    service: 'smtp',
    parts: (password) => [`EHLO box\r\nNOOP\r\nRSET\r\nAUTH PLAIN ${plain(password)}\r\n`],
  },
  'SMTP AUTH LOGIN': {
    service: 'smtp',
    parts: (password) => ['HELO box\r\n', 'auth login\r\n', `${base64('pat')}\r\n`, `${base64(password)}\r\n`],
  },
  'SMTP AUTH LOGIN at once': {
    service: 'smtp',
    parts: (password) => [`EHLO box\r\nAUTH LOGIN ${base64('pat')}\r\n`, `${base64(password)}\r\n`],
  },
};

const welcomes: Readonly<Record<Service, RegExp>> = {
  imap: /^a OK \[CAPABILITY IMAP4rev1 IDLE\] Logged in through Postkey\r\n/mu,
  pop: /^\+OK Logged in through Postkey\r\n/mu,
  smtp: /^235 2\.7\.0 Logged in through Postkey\r\n/mu,
};
/** A line that invites the program to go on. */
const invitation = /^(?:\+ |\+OK|250 |334 |\.\r)[^\r]*\r\n/mu;

describe.each(Object.entries(ways))('%s', (_, { service, parts }) => {
  const capabilities = ['IMAP4rev1', 'IDLE', 'STARTTLS', 'AUTH=XOAUTH2'];

  it('opens the door however it is cut, and what comes behind it reaches the server', async () => {
    const { dial, password, counts, tokens, used, kept } = await trial({ capabilities });
    const said = parts(password);
    const last = `${said.at(-1)}behind it\r\n`;
    const cuts = Array.from({ length: Math.ceil(last.length / 4) }, (_each, index) => index * 4 + (last.length % 4));
    await Promise.all(
      cuts.map(async (cut) => {
        const program = await dial(service);
        await program.hear(/\r\n/u);
        for (const part of said.slice(0, -1)) {
          program.say(part);
          await program.hear(invitation);
        }
        program.say(last.slice(0, cut));
        await new Promise((resolve) => setImmediate(resolve));
        program.say(last.slice(cut));
        await program.hear(welcomes[service]);
        expect(await program.hear(/\r\n/u)).toBe('behind it\r\n');
        program.socket.destroy();
      }),
    );
    expect(counts.loggedIn).toBe(cuts.length);
    expect(new Set(tokens)).toEqual(new Set(['the-token']));
    expect(new Set(used)).toEqual(new Set([kept().programs[0]?.id]));
  });

  it('opens the door byte by byte', async () => {
    const { dial, secondPassword, used, kept } = await trial({ capabilities });
    const program = await dial(service);
    await program.hear(/\r\n/u);
    const said = parts(secondPassword);
    for (const [index, part] of said.entries()) {
      await program.sayByteByByte(part);
      if (index < said.length - 1) await program.hear(invitation);
    }
    await program.hear(welcomes[service]);
    await program.sayByteByByte('behind it\r\n');
    expect(await program.hear(/\r\n/u)).toBe('behind it\r\n');
    expect(used).toEqual([kept().programs[1]?.id]);
  });
});

it('takes the password with blanks, without hyphens and in capitals', async () => {
  const { dial, password } = await trial();
  const typed = password.toUpperCase().replaceAll('-', ' ');
  const program = await dial('imap');
  program.say(`a LOGIN pat "${typed}"\r\n`);
  await program.hear(welcomes.imap);
});

it('says a word after each OK of IMAP, without which Python’s imaplib gives up (RFC 9051 section 9, resp-text)', async () => {
  const { dial } = await trial();
  for (const [tag, command] of ['CAPABILITY', 'ID NIL', 'NOOP', 'LOGOUT'].entries()) {
    const program = await dial('imap');
    program.say(`a${tag} ${command}\r\n`);
    expect(await program.hear(/^a\d .*\r\n/mu)).toMatch(/^a\d OK \S/mu);
    program.socket.destroy();
  }
});
