// A TLS listener on loopback that hands over secured connections and knows all that are open, so that stopping ends them. Plays what
// goes wrong before and at the handshake. Must not speak any protocol.
import { createServer, type Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { listenOnLoopback } from './listen-on-loopback.ts';
import type { Play } from './plays/play.ts';

export interface TlsDoor {
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

const handshakeMs = 10_000;
const mostConnections = 60;

/** RFC 5246 section 7.2.2: a fatal alert, `protocol_version`. */
const oldAlert = Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]);

/** `contextOf` is asked for each connection; `welcome` gets each after its handshake. A connection that breaks is dropped in silence. */
export async function openTlsDoor(
  { contextOf, now }: { readonly contextOf: () => Promise<SecureContext>; readonly now: () => Play },
  wish: number | undefined,
  welcome: (socket: TLSSocket) => void,
): Promise<TlsDoor> {
  const open = new Set<Socket>();
  const follow = (socket: Socket): void => {
    const drop = (): void => void socket.destroy();
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', drop);
    socket.setTimeout(handshakeMs, drop);
  };
  const makeServer = () => {
    const server = createServer({ noDelay: true }, (raw) => {
      raw.on('error', () => undefined);
      const { handshake } = now();
      if (handshake !== undefined) {
        follow(raw);
        spoilHandshake(raw, handshake);
        return;
      }
      contextOf().then(
        (secureContext) => {
          if (raw.destroyed) return;
          const socket = new TLSSocket(raw, { isServer: true, secureContext });
          follow(socket);
          socket.once('secure', () => {
            socket.setTimeout(0);
            welcome(socket);
          });
        },
        () => raw.destroy(),
      );
    });
    server.maxConnections = mostConnections;
    return server;
  };
  const listening = await listenOnLoopback(makeServer, wish);
  return {
    port: listening.port,
    async close() {
      const closed = listening.close();
      // The upper socket, never the one below it: Node does not survive losing that in the middle of a handshake.
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** The client's first bytes are awaited: an answer before the question would be another failure. */
function spoilHandshake(raw: Socket, how: NonNullable<Play['handshake']>): void {
  raw.once('data', () => {
    if (how === 'reset') raw.resetAndDestroy();
    else raw.end(how === 'old-alert' ? oldAlert : 'This port speaks plain words only.\r\n');
  });
}
