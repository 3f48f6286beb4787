// Lines and literals from a program that has not logged in yet, bounded, and what it has sent beyond its login kept byte for byte. Text is
// latin1 here, so that every byte stays itself.
import type { Duplex } from 'node:stream';

export type WireEnd = 'gone' | 'too-long' | 'too-slow';

/** Ends a conversation; never leaves this room. */
export class WireStop extends Error {
  readonly why: WireEnd;

  constructor(why: WireEnd) {
    super(`program stopped: ${why}`);
    this.why = why;
  }
}

export class ProgramWire {
  readonly #socket: Duplex;
  readonly #longest: number;
  #unread: Buffer = Buffer.alloc(0);
  #ended: WireStop | null = null;
  #wake: (() => void) | null = null;
  #scanned = 0;

  /** `longest`: bytes of a line. */
  constructor(socket: Duplex, longest: number) {
    this.#socket = socket;
    this.#longest = longest;
    // `readable` and not `data`: nothing is taken in before somebody asks, so a flood stays with the system.
    socket.on('readable', this.#onReadable);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
  }

  readonly #onReadable = (): void => this.#wake?.();
  readonly #onEnd = (): void => this.stop('gone');

  /** Whoever waits for a line, now or later, hears of it. */
  stop(why: WireEnd): void {
    this.#ended ??= new WireStop(why);
    this.#wake?.();
  }

  /** One line without its end (CRLF, or LF alone). Throws `WireStop`. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#unread.indexOf(0x0a, this.#scanned);
      if (end > this.#longest || (end < 0 && this.#unread.length > this.#longest)) throw new WireStop('too-long');
      if (end >= 0) return this.#take(end + 1).replace(/\r?\n$/u, '');
      this.#scanned = this.#unread.length;
      await this.#more();
    }
  }

  /** So many bytes. The caller has looked at the number. Throws `WireStop`. */
  async bytes(count: number): Promise<string> {
    while (this.#unread.length < count) await this.#more();
    return this.#take(count);
  }

  /** The first byte, without taking it. Throws `WireStop`. */
  async firstByte(): Promise<number> {
    while (this.#unread.length === 0) await this.#more();
    return this.#unread[0] ?? 0;
  }

  say(text: string): void {
    if (this.#socket.writable) this.#socket.write(`${text}\r\n`, 'latin1');
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  /** Lets go of the socket, which then stands still; answers what was received beyond what was read. */
  detach(): Buffer {
    this.#socket.off('readable', this.#onReadable);
    this.#socket.off('end', this.#onEnd);
    this.#socket.off('close', this.#onEnd);
    const rest = this.#socket.read() as Buffer | null;
    return rest === null ? this.#unread : Buffer.concat([this.#unread, rest]);
  }

  #take(count: number): string {
    const text = this.#unread.toString('latin1', 0, count);
    this.#unread = this.#unread.subarray(count);
    this.#scanned = 0;
    return text;
  }

  async #more(): Promise<void> {
    for (;;) {
      if (this.#ended && this.#ended.why !== 'gone') throw this.#ended;
      const chunk = this.#socket.read() as Buffer | null;
      if (chunk !== null) {
        this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
        return;
      }
      if (this.#ended) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}
