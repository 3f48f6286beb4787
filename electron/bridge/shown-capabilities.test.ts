import { describe, expect, it } from 'vitest';
import { imapAfterLogin, imapBeforeLogin, popBeforeLogin, smtpBeforeLogin } from './shown-capabilities.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

describe('what a program is told the server can do', () => {
  it('IMAP: the server’s own list, without what the bridge stands in the way of', () => {
    const server =
      'IMAP4rev1 LITERAL+ SASL-IR LOGIN-REFERRALS ID ENABLE IDLE COMPRESS=DEFLATE STARTTLS LOGINDISABLED AUTH=XOAUTH2 UNAUTHENTICATE';
    expect(imapBeforeLogin(server.split(' '))).toEqual(
      'IMAP4rev1 LITERAL+ ID ENABLE IDLE COMPRESS=DEFLATE SASL-IR AUTH=PLAIN AUTH=LOGIN'.split(' '),
    );
    expect(imapAfterLogin(server.split(' '))).toEqual('IMAP4rev1 LITERAL+ ID ENABLE IDLE COMPRESS=DEFLATE'.split(' '));
    expect(imapBeforeLogin(null)).toEqual(['IMAP4rev1', 'SASL-IR', 'AUTH=PLAIN', 'AUTH=LOGIN']);
  });

  it('POP: keeps the rest, and says that only [AUTH] is about the password', () => {
    const server = ['TOP', 'UIDL', 'STLS', 'USER', 'SASL XOAUTH2', 'PIPELINING', 'EXPIRE NEVER', 'UTF8'];
    const own = ['USER', 'SASL PLAIN LOGIN', 'RESP-CODES', 'AUTH-RESP-CODE'];
    expect(popBeforeLogin(server)).toEqual(['TOP', 'UIDL', 'PIPELINING', 'EXPIRE NEVER', ...own]);
    expect(popBeforeLogin(null)).toEqual(['TOP', 'UIDL', ...own]);
  });

  it('SMTP: keeps the rest', () => {
    const server = [
      'SIZE 157286400',
      'STARTTLS',
      'AUTH LOGIN XOAUTH2',
      'AUTH=LOGIN',
      '8BITMIME',
      'BINARYMIME',
      'CHUNKING',
      'DSN',
      'SMTPUTF8',
    ];
    expect(smtpBeforeLogin(server)).toEqual([
      'SIZE 157286400',
      '8BITMIME',
      'BINARYMIME',
      'CHUNKING',
      'DSN',
      'SMTPUTF8',
      'AUTH PLAIN LOGIN',
    ]);
  });

  it.each(['a]b', 'a"b', 'x\r\n* BYE', '\u0000', 'ü', ''])(
    'leaves out %j, which could be read as something else',
    (word) => {
      expect(imapAfterLogin([word, 'IDLE'])).toEqual(['IDLE']);
      expect(imapBeforeLogin([word, 'IDLE'])[0]).toBe('IDLE');
    },
  );

  it.each(['x\r\n250 OK', '\u0000', 'ü', ''])('leaves %j out of lines', (line) => {
    expect(smtpBeforeLogin([line])).toEqual(['AUTH PLAIN LOGIN']);
    expect(popBeforeLogin([line, '.'])[0]).toBe('USER');
  });
});

it('IMAP’s welcome has no list where the server told none that can be shown', async () => {
  const { dial, password } = await trial({ capabilities: ['AUTH=XOAUTH2'] });
  const program = await dial('imap');
  program.say(`a LOGIN pat ${password}\r\n`);
  await program.hear(/^a OK Logged in through Postkey\r\n/mu);
});

describe('when it is learnt', () => {
  it('IMAP and POP with the first login', async () => {
    const { dial, password } = await trial({
      offers: { imap: ['IMAP4rev1', 'LITERAL+', 'IDLE'], pop: ['UIDL', 'PIPELINING'] },
    });
    const first = await dial('imap');
    expect(await first.hear(/\r\n/u)).toContain('[CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN]');
    first.say(`a LOGIN pat ${password}\r\n`);
    await first.hear(/a OK/u);
    const second = await dial('imap');
    expect(await second.hear(/\r\n/u)).toContain('[CAPABILITY IMAP4rev1 LITERAL+ IDLE SASL-IR AUTH=PLAIN AUTH=LOGIN]');
    const pop = await dial('pop');
    pop.say(`USER pat\r\nPASS ${password}\r\n`);
    await pop.hear(/Logged in/u);
    const again = await dial('pop');
    again.say('CAPA\r\n');
    expect(await again.hear(/^\.\r\n/mu)).toContain('UIDL\r\nPIPELINING\r\nUSER\r\n');
  });

  it('SMTP before the first EHLO is answered, once for all who ask', async () => {
    const { dial, counts } = await trial({ offers: { smtp: ['SIZE 1000', 'STARTTLS', 'PIPELINING'] } });
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const program = await dial('smtp');
        program.say('EHLO box\r\n');
        expect(await program.hear(/^250 .*\r\n/mu)).toContain(
          '250-localhost\r\n250-SIZE 1000\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN\r\n',
        );
      }),
    );
    expect(counts.opened).toBe(1);
  });

  it('SMTP is answered without a server that cannot be reached, and it is not asked again by everyone', async () => {
    const { dial, counts } = await trial({ noRoad: () => ({ code: 'connection-timeout', facts: {} }) });
    for (let time = 0; time < 3; time += 1) {
      const program = await dial('smtp');
      program.say('EHLO box\r\n');
      expect(await program.hear(/^250 .*\r\n/mu)).toContain('250-localhost\r\n250 AUTH PLAIN LOGIN\r\n');
    }
    expect(counts.opened).toBe(1);
  });
});
