// Lines over a socket: POP3 whole, and for IMAP and SMTP the words before a library takes over. Bounded in both directions of
// trouble: no line without end, no flood. Text is latin1, so that what was read can be put back byte for byte.
import type { Socket } from 'node:net';
import { MailStop } from './mail-failure.ts';

/** RFC 9051 has no limit, RFC 5321 says 512, RFC 1939 says 512; capability lists of real servers stay far below this. */
const longestLine = 16 * 1024;
/** For everything read through one wire. */
const mostBytes = 256 * 1024;

export class LineWire {
  readonly #socket: Socket;
  #unread: Buffer = Buffer.alloc(0);
  #taken = 0;
  #ended: MailStop | null = null;
  #wake: (() => void) | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    // `readable` and not `data`: when its listener goes, the stream stands still, and no byte falls between two readers.
    socket.on('readable', this.#onReadable);
    socket.on('error', this.#onError);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
  }

  readonly #onReadable = (): void => {
    this.#takeIn();
    this.#wake?.();
  };

  readonly #onError = (error: NodeJS.ErrnoException): void => {
    const { code, syscall } = error;
    this.#end(error instanceof MailStop ? error : new MailStop(networkFailure(code, syscall)));
  };

  readonly #onEnd = (): void => {
    this.#takeIn();
    this.#end(new MailStop({ kind: 'known', code: 'server-closed' }));
  };

  #end(stop: MailStop): void {
    this.#ended ??= stop;
    this.#wake?.();
  }

  #takeIn(): void {
    for (
      let chunk = this.#socket.read() as Buffer | null;
      chunk !== null;
      chunk = this.#socket.read() as Buffer | null
    ) {
      this.#taken += chunk.length;
      // Dropped, not kept: whatever came before stays readable, and memory stays small.
      if (this.#taken > mostBytes) {
        this.#tooMuch();
        return;
      }
      this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    }
  }

  #tooMuch(): void {
    this.#end(new MailStop({ kind: 'known', code: 'server-unreadable', said: this.#beginning() }));
    this.#socket.destroy();
  }

  #beginning(): string {
    return this.#unread.subarray(0, 200).toString('latin1');
  }

  /** One line without its end. Throws `MailStop` when the server closes, resets or never ends the line. */
  async readLine(): Promise<string> {
    for (;;) {
      const end = this.#unread.indexOf(0x0a);
      if (end > longestLine || (end < 0 && this.#unread.length > longestLine)) {
        throw new MailStop({ kind: 'known', code: 'server-unreadable', said: this.#beginning() });
      }
      if (end >= 0) {
        const line = this.#unread.subarray(0, end).toString('latin1').replace(/\r$/u, '');
        this.#unread = this.#unread.subarray(end + 1);
        return line;
      }
      if (this.#ended) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  write(line: string): void {
    if (this.#socket.writable) this.#socket.write(`${line}\r\n`, 'latin1');
  }

  /** Lets go of the socket, which then stands still; returns what was received but not read. */
  detach(): Buffer {
    this.#takeIn();
    this.#socket.off('readable', this.#onReadable);
    this.#socket.off('error', this.#onError);
    this.#socket.off('end', this.#onEnd);
    this.#socket.off('close', this.#onEnd);
    return this.#unread;
  }
}

/** Why a socket that somebody else saw ending has ended: by its error, else in order. */
export function endOf(socket: Socket): MailStop {
  const error: NodeJS.ErrnoException | null = socket.errored;
  if (error instanceof MailStop) return error;
  return new MailStop(error ? networkFailure(error.code, error.syscall) : { kind: 'known', code: 'server-closed' });
}

/** An error of a socket as a failure; one without a code is a lost connection. */
export function networkFailure(code = 'ECONNRESET', syscall?: string) {
  return syscall === undefined ? ({ kind: 'network', code } as const) : ({ kind: 'network', code, syscall } as const);
}
