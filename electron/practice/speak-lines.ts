// Talking in lines over one connection, for IMAP and POP: one line at a time, in order, with a limit on each and on idling.
// Knows no protocol and logs nothing, for lines carry tokens.
import type { Socket } from 'node:net';

export interface LineTalk {
  say(line: string): void;
  /** Ends the connection after what was said has gone out. */
  hangUp(): void;
}

export type LineHandler = (line: string) => void | Promise<void>;

const longestLine = 32_768;
const idleMs = 300_000;

/** `begin` greets and returns what happens with each line. A line that is too long, or a handler that fails, ends the connection. */
export function speakLines(socket: Socket, begin: (talk: LineTalk) => LineHandler): void {
  let rest = Buffer.alloc(0);
  let busy = false;
  const talk: LineTalk = {
    say: (line) => void (socket.writable && socket.write(`${line}\r\n`)),
    hangUp: () => void socket.end(),
  };
  socket.setTimeout(idleMs, () => socket.destroy());
  const handle = begin(talk);

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    socket.pause();
    try {
      for (let end = rest.indexOf(0x0a); end >= 0 && socket.writable; end = rest.indexOf(0x0a)) {
        const line = rest.subarray(0, end).toString('utf8').replace(/\r$/u, '');
        rest = rest.subarray(end + 1);
        if (end > longestLine) throw new Error('line too long');
        await handle(line);
      }
      if (rest.length > longestLine) throw new Error('line too long');
      socket.resume();
    } catch {
      socket.destroy();
    } finally {
      busy = false;
    }
  };
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    void work();
  });
}
