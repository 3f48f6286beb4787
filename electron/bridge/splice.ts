// Joins a program to its server: bytes flow untouched both ways, each side no faster than the other takes them. Looks at none of them.
import type { Duplex } from 'node:stream';
import type { Clock } from '../setup/outside-world.ts';

/** One side, and what was received from it before it was joined. */
export interface SpliceEnd {
  readonly socket: Duplex;
  readonly unread: Buffer;
}

/** So much may wait for a slow reader before the other side stands still. */
const mostWaiting = 512 * 1024;
/** A TLS record holds so much at most (RFC 8446 section 5.1): one that is full has another behind it. */
const fullPiece = 16 * 1024;
/** Full pieces go on together: each write on loopback wakes the other side, which costs more than the bytes. */
const inOneWrite = 64 * 1024;
/** For the last words, once the other side is gone. */
const lastWordsMs = 5_000;

/**
 * Resolves when both sides are closed. The end of one side is passed on, so that the other can still say what it has to (a half-close); `lingerMs`
 * later it is over. When a side breaks, what it has sent still reaches the other, which is then closed.
 */
export function splice(
  program: SpliceEnd,
  server: SpliceEnd,
  clock: Pick<Clock, 'after'>,
  lingerMs: number,
): Promise<void> {
  const sockets = [program.socket, server.socket];
  return new Promise((resolve) => {
    let left = sockets.length;
    const cancels: (() => void)[] = [];
    const destroyAll = (): void => {
      for (const socket of sockets) socket.destroy();
    };
    const onGone = (): void => {
      left -= 1;
      if (left > 0) {
        cancels.push(clock.after(lastWordsMs, destroyAll));
        for (const socket of sockets) if (!socket.destroyed) socket.end(() => socket.destroy());
        return;
      }
      for (const cancel of cancels) cancel();
      resolve();
    };
    carry(program, server.socket);
    carry(server, program.socket);
    for (const socket of sockets) {
      // An error that nobody hears would end the app; `close` comes after it.
      socket.on('error', () => undefined);
      whenEnded(socket, () => {
        if (cancels.length === 0) cancels.push(clock.after(lingerMs, destroyAll));
      });
      if (socket.destroyed) onGone();
      else socket.once('close', onGone);
    }
  });
}

function carry({ socket: from, unread }: SpliceEnd, to: Duplex): void {
  let timer: NodeJS.Timeout | null = null;
  const letGo = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    to.uncork();
  };
  const onData = (chunk: Buffer): void => {
    const hasMore = chunk.length >= fullPiece;
    if (hasMore && timer === null) {
      to.cork();
      timer = setTimeout(letGo, 1);
    }
    if (!to.write(chunk) && to.writableLength > mostWaiting) from.pause();
    if (!hasMore || to.writableLength >= inOneWrite) letGo();
  };
  to.on('drain', () => from.resume());
  from.once('close', letGo);
  if (unread.length > 0) to.write(unread);
  whenEnded(from, () => {
    letGo();
    to.end();
  });
  from.on('data', onData);
  from.resume();
}

/** A side that said all it had together with its login has ended before it was joined, and says so no more. */
function whenEnded(socket: Duplex, ended: () => void): void {
  if (socket.readableEnded) ended();
  else socket.once('end', ended);
}
