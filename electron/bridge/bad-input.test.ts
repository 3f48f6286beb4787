// What nobody should send to a bridge, and what it answers: a clear refusal, nothing leaks, nothing hangs, other sessions go on.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { TrialBridge } from './trial-bridge.test-part.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

const lastWords: Readonly<Record<Service, RegExp>> = {
  imap: /^\* BYE [^\r]*\r\n$/mu,
  pop: /^-ERR [^\r]*\r\n$/mu,
  smtp: /^421 4\.7\.0 [^\r]*\r\n$/mu,
};

/** A session that is open all the while, and must not notice. */
async function openSession({ dial, password }: TrialBridge) {
  const program = await dial('imap');
  program.say(`a LOGIN pat ${password}\r\n`);
  await program.hear(/a OK.*\r\n/u);
  return {
    async expectUnharmed(): Promise<void> {
      program.say('still here\r\n');
      expect(await program.hear(/\r\n/u)).toBe('still here\r\n');
    },
  };
}

describe.each(services)('at the %s door', (service) => {
  it('a program that speaks encrypted to the plain port gets an alert, and the person is told', async () => {
    const made = await trial();
    const session = await openSession(made);
    const port = made.kept().ports[service]?.plain ?? 0;
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    // What it makes of it: our greeting was no TLS.
    expect(error.message).toMatch(/wrong version number|packet length too long|WRONG_VERSION_NUMBER/iu);
    const raw = connect({ port, host: '127.0.0.1' });
    const heard: Buffer[] = [];
    raw.on('data', (chunk: Buffer) => heard.push(chunk));
    raw.write(Buffer.from('160301007c0100007803', 'hex'));
    await new Promise((resolve) => raw.once('close', resolve));
    expect(Buffer.concat(heard).subarray(-7).toString('hex')).toBe('1503010002020a');
    expect(made.bridge.seen('pat').wrongDoor).toMatchObject({ service, security: 'plain', spoke: 'tls' });
    await session.expectUnharmed();
  });

  it('a program that waits for a plain greeting at the encrypted port is told', async () => {
    const made = await trial({ encrypts: true, limits: { helloMs: 50 } });
    const program = await made.dial(service, 'tls').catch(() => null);
    expect(program).not.toBeNull();
    const raw = connect({ port: made.kept().ports[service]?.tls ?? 0, host: '127.0.0.1' });
    const said = await new Promise<string>((resolve) => {
      let text = '';
      raw.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      raw.once('close', () => resolve(text));
    });
    expect(said).toMatch(lastWords[service]);
    expect(said).toContain('This port of Postkey is encrypted');
    expect(made.bridge.seen('pat').wrongDoor).toMatchObject({ service, security: 'tls', spoke: 'plain' });
  });

  it.each(['plain', 'tls'] as const)(
    'a web browser at the %s port is shown out, and nothing behind its first line is read',
    async (security) => {
      const made = await trial({ encrypts: true });
      const raw = connect({ port: made.kept().ports[service]?.[security] ?? 0, host: '127.0.0.1' });
      let text = '';
      raw.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      raw.write(
        `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\na LOGIN pat ${made.password}\r\nUSER a\r\nPASS ${made.password}\r\n`,
      );
      await new Promise((resolve) => raw.once('close', resolve));
      expect(text).toMatch(lastWords[service]);
      expect(text).toContain('not for web browsers');
      expect(made.bridge.seen('pat').wrongDoor).toMatchObject({ service, security, spoke: 'http' });
      expect(made.counts.loggedIn).toBe(0);
    },
  );

  it('a line of a megabyte is refused without being taken in', async () => {
    const made = await trial();
    const session = await openSession(made);
    const program = await made.dial(service);
    program.say(`a LOGIN pat ${'x'.repeat(1_000_000)}\r\n`);
    expect(await program.hear(lastWords[service])).toContain('This is too long for a login');
    await program.gone;
    await session.expectUnharmed();
  });

  it('silence has an end', async () => {
    const { dial } = await trial({ limits: { loginMs: 60 } });
    const program = await dial(service);
    expect(await program.hear(lastWords[service])).toContain('Postkey waited long enough');
    await program.gone;
  });

  it('random bytes are refused, again and again, and cost no memory', async () => {
    const made = await trial();
    const session = await openSession(made);
    for (let round = 0; round < 30; round += 1) {
      const program = await made.dial(service);
      // Not the first byte of a TLS handshake, which is another matter.
      program.socket.write(Buffer.concat([Buffer.from('x'), randomBytes(40_000)]));
      program.socket.end('\r\n');
      await program.gone;
    }
    expect(made.counts.loggedIn).toBe(1);
    await session.expectUnharmed();
  });

  it('a hundred wrong logins at once are slowed down, harm nobody, and the provider hears of none', async () => {
    const made = await trial({ limits: { strangers: 60 } });
    const session = await openSession(made);
    const before = { ...made.counts };
    const wrong = {
      imap: 'a LOGIN pat wrong\r\n',
      pop: 'USER pat\r\nPASS wrong\r\n',
      smtp: 'AUTH PLAIN AAAA\r\nAUTH PLAIN AHBhdAB3cm9uZw==\r\n',
    };
    const programs = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const program = await made.dial(service);
        program.say(wrong[service]);
        return program;
      }),
    );
    // A right one in the middle of them waits for nobody.
    const startedAt = performance.now();
    await (await openSession(made)).expectUnharmed();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await session.expectUnharmed();
    expect({ ...made.counts, opened: made.counts.opened - 1, loggedIn: made.counts.loggedIn - 1 }).toEqual(before);
    for (const program of programs) program.socket.destroy();
  });

  it('commands without end are not taken', async () => {
    const { dial } = await trial();
    const program = await dial(service);
    program.say('NOOP NOOP\r\n'.repeat(60));
    expect(await program.hear(/Too many tries.*\r\n/u)).not.toContain('Logged in');
    await program.gone;
  });
});

describe('IMAP', () => {
  it('half a literal and then silence has an end', async () => {
    const { dial } = await trial({ limits: { loginMs: 80 } });
    const program = await dial('imap');
    program.say('a LOGIN {3}\r\n');
    await program.hear(/\+ OK\r\n/u);
    program.say('pa');
    expect(await program.hear(/\* BYE.*\r\n/u)).toContain('Postkey waited long enough');
    await program.gone;
  });

  it('a literal of a gigabyte is not asked for, and not taken', async () => {
    const { dial } = await trial();
    const program = await dial('imap');
    program.say('a LOGIN {1000000000}\r\n');
    expect(await program.hear(/^a BAD.*\r\n/mu)).not.toContain('+ OK');
    program.say('b LOGIN {1000000000+}\r\nxxxx');
    expect(await program.hear(/\* BYE.*\r\n/u)).toContain('too long');
    await program.gone;
  });

  it.each([
    ['no tag', '\r\n', /^\* BAD .*\r\n/mu],
    ['a tag alone', 'a\r\n', /^a BAD .*\r\n/mu],
    ['a tag that would write lines', 'a"b LOGIN x y\r\n', /^\* BAD .*\r\n/mu],
    ['a string without end', 'a LOGIN "pat x\r\n', /^a BAD .*\r\n/mu],
    ['LOGIN without a password', 'a LOGIN pat\r\n', /^a BAD .*\r\n/mu],
    ['LOGIN with too much', 'a LOGIN pat b c\r\n', /^a BAD .*\r\n/mu],
    ['a command of later', 'a SELECT INBOX\r\n', /^a BAD .*Log in first\r\n/mu],
    ['STARTTLS', 'a STARTTLS\r\n', /^a BAD .*\r\n/mu],
    ['another mechanism', 'a AUTHENTICATE XOAUTH2 eHh4\r\n', /^a NO \[CANNOT\] .*\r\n/mu],
    ['a cancelled login', 'a AUTHENTICATE PLAIN\r\n*\r\n', /^a BAD Cancelled\r\n/mu],
    ['no base64', 'a AUTHENTICATE PLAIN ???\r\n', /^a BAD .*\r\n/mu],
    ['PLAIN in two parts', 'a AUTHENTICATE PLAIN cGF0AHB3\r\n', /^a BAD .*\r\n/mu],
    ['LOGOUT', 'a LOGOUT\r\n', /^\* BYE Goodbye\r\na OK Done\r\n/mu],
  ])('answers %s', async (_, said, expected) => {
    const { dial } = await trial();
    const program = await dial('imap');
    await program.hear(/\r\n/u);
    program.say(said);
    await program.hear(expected);
  });
});

describe('POP', () => {
  it.each([
    ['STLS', 'STLS\r\n', /^-ERR /u],
    ['PASS before USER', 'PASS x\r\n', /^-ERR /u],
    ['USER without a name', 'USER\r\n', /^-ERR /u],
    ['STAT before the login', 'STAT\r\n', /^-ERR Log in first/u],
    ['APOP', 'APOP pat c4c9334bac560ecc979e58001b3e22fb\r\n', /^-ERR /u],
    ['which ways there are', 'AUTH\r\n', /^\+OK\r\nPLAIN\r\nLOGIN\r\n\.\r\n/u],
    ['another mechanism', 'AUTH CRAM-MD5\r\n', /^-ERR /u],
    ['a cancelled login', 'AUTH PLAIN\r\n*\r\n', /^\+ \r\n-ERR Cancelled/u],
    ['QUIT', 'QUIT\r\n', /^\+OK Goodbye/u],
    ['nothing', '\r\n', /^-ERR /u],
  ])('answers %s', async (_, said, expected) => {
    const { dial } = await trial();
    const program = await dial('pop');
    await program.hear(/\r\n/u);
    program.say(said);
    await program.hear(expected);
  });
});

describe('SMTP', () => {
  it.each([
    ['MAIL before the login', 'MAIL FROM:<a@b.example>\r\n', /^530 5\.7\.0 Log in first\r\n/u],
    ['STARTTLS', 'STARTTLS\r\n', /^502 5\.5\.1 /u],
    ['another mechanism', 'AUTH CRAM-MD5\r\n', /^504 5\.5\.4 /u],
    ['a cancelled login', 'AUTH LOGIN\r\n*\r\n', /^334 VXNlcm5hbWU6\r\n501 5\.5\.2 Cancelled\r\n/u],
    ['no base64', 'AUTH PLAIN ***\r\n', /^501 5\.5\.2 /u],
    ['VRFY', 'VRFY pat\r\n', /^530 5\.7\.0 /u],
    ['QUIT', 'QUIT\r\n', /^221 2\.0\.0 Goodbye\r\n/u],
    ['what nobody knows', 'XYZZY\r\n', /^500 5\.5\.2 /u],
  ])('answers %s', async (_, said, expected) => {
    const { dial } = await trial();
    const program = await dial('smtp');
    await program.hear(/\r\n/u);
    program.say(said);
    await program.hear(expected);
  });
});
