// A server that follows a script over a real socket, well-behaved or not. For tests only.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { duplexPair } from 'node:stream';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';
import type { KeyAndCertificate } from './trial-certificates.test-part.ts';

/** What a server shows, and with which versions and ciphers; a good server's unless given. */
export type ServerKeys = KeyAndCertificate & SecureContextOptions;

export interface Talk {
  /** Text as it is, without a line end. */
  raw(text: string | Buffer): void;
  /** Bytes on the wire itself, past any encryption. */
  rawBelow(bytes: Buffer): void;
  say(...lines: readonly string[]): void;
  /** The next line; empty text when the client has gone. */
  hear(): Promise<string>;
  startTls(keys: ServerKeys): void;
  /** Resolves when the client has gone. */
  readonly gone: Promise<void>;
  hangUp(): void;
  reset(): void;
}

export type Script = (talk: Talk) => Promise<void> | void;

export interface ScriptedServer {
  readonly port: number;
  /** Every line that was heard, in order, over all connections. */
  readonly heard: readonly string[];
  /** How many connections are open. */
  open(): Promise<number>;
  close(): Promise<void>;
}

/** With `keys`: encrypted from the first byte. */
export async function serveScript(script: Script, keys?: ServerKeys): Promise<ScriptedServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const follow = async (socket: Socket): Promise<void> => {
    try {
      const talk = makeTalk(socket, heard, keys);
      await talk.ready;
      await script(talk);
    } catch {
      socket.destroy();
    }
  };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    void follow(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    heard,
    open: () => new Promise((resolve, reject) => server.getConnections((e, n) => (e ? reject(e) : resolve(n)))),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Encryption on top of a socket that stays free to be reset: Node takes no reset of one it has wrapped itself. */
function encrypted(below: Socket, keys: ServerKeys): TLSSocket {
  const [inner, outer] = duplexPair();
  below.pipe(outer).pipe(below);
  const socket = new TLSSocket(inner, { isServer: true, secureContext: createSecureContext(keys) });
  // A handshake that failed leaves an alert to be sent first.
  socket.on('error', () => below.end());
  below.on('close', () => socket.destroy());
  return socket;
}

function makeTalk(first: Socket, heard: string[], keys?: ServerKeys): Talk & { readonly ready: Promise<unknown> } {
  let socket = first;
  let ready: Promise<unknown> = Promise.resolve();
  if (keys) {
    const secured = encrypted(first, keys);
    ready = new Promise((resolve) => secured.once('secure', resolve));
    socket = secured;
  }
  let buffer = '';
  let ended = false;
  let wake: () => void = () => {};
  let leave: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const onEnd = (): void => {
    ended = true;
    leave();
    wake();
  };
  const listen = (): void => {
    socket.on('data', (chunk: Buffer) => {
      buffer += chunk.toString('latin1');
      wake();
    });
    socket.on('close', onEnd);
    socket.on('end', onEnd);
    socket.on('error', () => {});
  };
  listen();
  const raw = (text: string | Buffer): void => {
    if (socket.writable) socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
  };
  return {
    ready,
    gone,
    raw,
    rawBelow: (bytes) => void first.write(bytes),
    say: (...lines) => raw(lines.map((line) => `${line}\r\n`).join('')),
    async hear() {
      for (;;) {
        const end = buffer.indexOf('\n');
        if (end >= 0) {
          const line = buffer.slice(0, end).replace(/\r$/u, '');
          buffer = buffer.slice(end + 1);
          heard.push(line);
          return line;
        }
        if (ended) return '';
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    startTls(shown) {
      socket.removeAllListeners('data');
      socket.removeAllListeners('end');
      buffer = '';
      socket = encrypted(first, shown);
      listen();
    },
    hangUp: () => void socket.end(),
    reset: () => void first.resetAndDestroy(),
  };
}
