// The door's one form: a JSON line in, a JSON line out. Bounded in size and time; whatever a line holds is unknown until parsed.
import type { Socket } from 'node:net';

export class LineFault extends Error {
  readonly why: 'too-large' | 'too-late' | 'ended';

  constructor(why: LineFault['why']) {
    super(`no whole line: ${why}`);
    this.name = 'LineFault';
    this.why = why;
  }
}

/** The first line, without its end. Rejects with a `LineFault`; what follows the line is not looked at. */
export function readLine(
  socket: Socket,
  wish: { readonly mostBytes: number; readonly deadlineMs: number },
): Promise<string> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      socket.off('data', onData);
      socket.off('end', onEnd);
      socket.off('close', onEnd);
      socket.off('error', onEnd);
      finish();
    };
    const onEnd = (): void => end(() => fail(new LineFault('ended')));
    const onData = (chunk: Buffer): void => {
      const at = chunk.indexOf(0x0a);
      const part = at === -1 ? chunk : chunk.subarray(0, at);
      size += part.length;
      chunks.push(part);
      if (size > wish.mostBytes) end(() => fail(new LineFault('too-large')));
      else if (at !== -1) end(() => done(Buffer.concat(chunks).toString('utf8')));
    };
    const timer = setTimeout(() => end(() => fail(new LineFault('too-late'))), wish.deadlineMs);
    socket.on('data', onData);
    socket.once('end', onEnd);
    socket.once('close', onEnd);
    socket.once('error', onEnd);
  });
}

/** JSON as unknown; undefined where it is none. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function writeLine(socket: Socket, value: unknown): void {
  socket.end(`${JSON.stringify(value)}\n`);
}
