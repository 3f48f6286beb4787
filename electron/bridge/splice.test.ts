// Bytes between a program and its server: all of them, in order, both ways at once, no faster than they are taken, and what happens when a side
// ends or breaks.
import { createHash, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Program, TrialBridge } from './trial-bridge.test-part.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

async function logIn({ dial, password }: TrialBridge, security: 'plain' | 'tls' = 'plain'): Promise<Program> {
  const program = await dial('imap', security);
  program.say(`a LOGIN pat ${password}\r\n`);
  await program.hear(/a OK.*\r\n/u);
  return program;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function received(socket: Socket, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let count = 0;
  return new Promise((resolve, reject) => {
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      count += chunk.length;
      if (count >= length) resolve(Buffer.concat(chunks));
    });
    socket.once('close', () => reject(new Error(`Only ${count} bytes came`)));
  });
}

describe.each(['plain', 'tls'] as const)('through the %s door', (security) => {
  it('every byte passes both ways, in pieces of all sizes', async () => {
    const made = await trial({ encrypts: true });
    const program = await logIn(made, security);
    const sizes = [1, 2, 1_000, 8_191, 16_384, 16_385, 65_536, 300_000, 3_000_000];
    const bytes = Buffer.concat(sizes.map((size) => randomBytes(size)));
    const back = received(program.socket, bytes.length);
    let at = 0;
    for (const size of sizes) {
      program.socket.write(bytes.subarray(at, at + size));
      at += size;
    }
    expect(digest(await back)).toBe(digest(bytes));
  });

  it('a reader that stands still makes the server stand still', async () => {
    let sent = 0;
    const serve = (socket: Socket): void => {
      const block = Buffer.alloc(65_536, 1);
      const more = (): void => {
        let goesOn = true;
        while (goesOn && sent < 200_000_000) {
          goesOn = socket.write(block);
          sent += block.length;
        }
      };
      socket.on('drain', more);
      more();
    };
    const made = await trial({ encrypts: true, serve });
    const program = await logIn(made, security);
    program.socket.pause();
    let before = -1;
    // Until nothing moves any more.
    while (before !== sent) {
      before = sent;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(sent).toBeLessThan(60_000_000);
    program.socket.resume();
    await received(program.socket, sent);
    program.socket.destroy();
  });
});

describe('an end', () => {
  it.each(['plain', 'tls'] as const)(
    'of the program’s, said together with its login, reaches the server behind what it said (%s)',
    async (security) => {
      const heard: string[] = [];
      const serve = (socket: Socket): void => {
        socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
        socket.once('end', () => socket.end('the answer\r\n'));
      };
      const made = await trial({ encrypts: true, serve });
      const program = await made.dial('imap', security);
      await program.hear(/\r\n/u);
      program.socket.end(`a LOGIN pat ${made.password}\r\nthe question\r\n`);
      await program.hear(/a OK.*\r\n/u);
      expect(await program.hear(/\r\n/u)).toBe('the answer\r\n');
      expect(heard.join('')).toBe('the question\r\n');
      await expect.poll(() => made.bridge.seen('pat').sessions).toBe(0);
    },
  );

  it('of the program’s before any login leaves it the answers', async () => {
    const made = await trial({ encrypts: true });
    for (const security of ['plain', 'tls'] as const) {
      const program = await made.dial('imap', security);
      program.socket.end('a CAPABILITY\r\nb NOOP\r\n');
      await program.hear(/b OK .*\r\n/u);
      await program.gone;
    }
  });

  it('of the server’s is passed on after its last words', async () => {
    const made = await trial({ serve: (socket) => void socket.once('data', () => socket.end('last words\r\n')) });
    const program = await logIn(made);
    program.say('b LOGOUT\r\n');
    expect(await program.hear(/\r\n/u)).toBe('last words\r\n');
    program.socket.end();
    await program.gone;
    await expect.poll(() => made.bridge.seen('pat').sessions).toBe(0);
  });

  it('of the program’s leaves the server time for its answer', async () => {
    const heard: string[] = [];
    const serve = (socket: Socket): void => {
      socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
      socket.once('end', () => setTimeout(() => socket.end('the answer\r\n'), 50));
    };
    const made = await trial({ serve });
    const program = await logIn(made);
    program.socket.end('the question\r\n');
    expect(await program.hear(/\r\n/u)).toBe('the answer\r\n');
    expect(heard.join('')).toBe('the question\r\n');
  });

  it('of the program’s that the server does not follow is over after a while', async () => {
    const made = await trial({ serve: () => undefined, limits: { lingerMs: 50 } });
    const program = await logIn(made);
    program.socket.end();
    await program.gone;
    await expect.poll(() => made.bridge.seen('pat').sessions).toBe(0);
  });

  it('in the middle of a transfer, by a program that resets, frees the server', async () => {
    let freed: () => void = () => undefined;
    const isFreed = new Promise<void>((resolve) => {
      freed = resolve;
    });
    const serve = (socket: Socket): void => {
      const flood = setInterval(() => socket.write(Buffer.alloc(100_000)), 5);
      socket.once('close', () => {
        clearInterval(flood);
        freed();
      });
    };
    const made = await trial({ serve });
    const [program, other] = [await logIn(made), await logIn(made)];
    await new Promise((resolve) => program.socket.once('data', resolve));
    program.socket.resetAndDestroy();
    await isFreed;
    await new Promise((resolve) => other.socket.once('data', resolve));
    other.socket.destroy();
  });

  it('in the middle of a transfer, by a server that resets, frees the program with what had come', async () => {
    const serve = (socket: Socket): void => {
      socket.write('* 1 FETCH (BODY[] {1000000}\r\nbegun');
      setTimeout(() => socket.resetAndDestroy(), 50);
    };
    const made = await trial({ serve });
    const program = await logIn(made);
    await program.hear(/begun/u);
    await program.gone;
    await expect.poll(() => made.bridge.seen('pat').sessions).toBe(0);
  });
});
