// A TLS listener on loopback that hands over secured connections and knows all that are open, so that stopping ends them.
// Must not speak any protocol.
import { createServer } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { listenOnLoopback } from './listen-on-loopback.ts';
import type { PracticeCertificates } from './practice-certificates.ts';

export interface TlsDoor {
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

const handshakeMs = 10_000;
const mostConnections = 60;

/** `welcome` gets each connection after its handshake. A connection that breaks is dropped in silence. */
export async function openTlsDoor(
  certificates: PracticeCertificates,
  wish: number | undefined,
  welcome: (socket: TLSSocket) => void,
): Promise<TlsDoor> {
  const secureContext = createSecureContext({ key: certificates.key, cert: certificates.cert, minVersion: 'TLSv1.2' });
  const open = new Set<TLSSocket>();
  const makeServer = () => {
    const server = createServer({ noDelay: true }, (raw) => {
      raw.on('error', () => undefined);
      const socket = new TLSSocket(raw, { isServer: true, secureContext });
      const drop = (): void => void socket.destroy();
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', drop);
      socket.setTimeout(handshakeMs, drop);
      socket.once('secure', () => {
        socket.setTimeout(0, drop);
        welcome(socket);
      });
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
