// The barest mail program: says bytes and waits for an answer, so that what is measured is the server's and the bridge's time. Counts what
// comes, and keeps only the end of it.
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where to, and how. */
export type BarePlace =
  | { readonly port: number; readonly security: 'plain' }
  | { readonly port: number; readonly security: 'tls'; readonly authority: string };

export interface BareClient {
  say(text: string | Buffer): void;
  /** Resolves when the text has come; rejects when the connection ends first. */
  hear(text: string): Promise<void>;
  /** Bytes so far. */
  readonly received: () => number;
  close(): void;
}

const keptBytes = 4_096;
const deadlineMs = 60_000;

/** The server speaks first: that is for the caller to hear. */
export function openBareClient(place: BarePlace): BareClient {
  const socket: Socket =
    place.security === 'plain'
      ? connect({ port: place.port, host: '127.0.0.1', noDelay: true })
      : connectTls({ port: place.port, host: '127.0.0.1', servername: 'localhost', ca: place.authority });
  socket.setNoDelay(true);
  let kept = Buffer.alloc(0);
  let received = 0;
  let ended: Error | null = null;
  let wake: () => void = () => undefined;
  const end = (error: Error): void => {
    ended ??= error;
    wake();
  };
  socket.on('data', (chunk: Buffer) => {
    received += chunk.length;
    kept = Buffer.concat([kept, chunk.subarray(-keptBytes)]).subarray(-keptBytes);
    wake();
  });
  socket.on('error', end);
  socket.on('close', () => end(new Error(`The connection ended after: ${kept.toString('latin1').slice(-300)}`)));
  socket.setTimeout(deadlineMs, () =>
    socket.destroy(new Error(`Nothing came after: ${kept.toString('latin1').slice(-300)}`)),
  );
  return {
    say: (text) => void socket.write(text),
    received: () => received,
    close: () => socket.destroy(),
    async hear(text) {
      for (;;) {
        const at = kept.indexOf(text, 0, 'latin1');
        if (at >= 0) {
          kept = kept.subarray(at + text.length);
          return;
        }
        if (ended) throw ended;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
