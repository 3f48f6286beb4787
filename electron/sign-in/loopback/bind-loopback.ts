// Binds one random free port on 127.0.0.1 and ::1, and on nothing else, with limits against slow, greedy and garbled clients.
// Knows no OAuth: what is answered is the caller's business.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface LoopbackLimits {
  /** One connection's whole life: a client that dawdles over its request or our page is cut. */
  readonly connectionMs: number;
  /** Beyond this many the oldest connection goes, so that a crowd cannot keep the right answer out. */
  readonly connections: number;
}

/** Room for the longest codes and for cookies other programs left on localhost; Node's parser refuses more. */
const mostHeaderBytes = 16 * 1024;
const portTries = 20;

export interface BoundLoopback {
  readonly port: number;
  readonly addresses: readonly ('127.0.0.1' | '::1')[];
  /** Frees the port and destroys every connection; idempotent. */
  close(): void;
}

export interface LoopbackHandlers {
  request(request: IncomingMessage, response: ServerResponse): void;
  /** What Node's parser refused; `code` is its error code. Returns the whole HTTP reply. */
  garbled(code: string): string;
}

/** Rejects with the system's error when 127.0.0.1 cannot be bound. Without ::1 on this computer, 127.0.0.1 alone serves. */
export async function bindLoopback(handlers: LoopbackHandlers, limits: LoopbackLimits): Promise<BoundLoopback> {
  const sockets = new Set<Socket>();
  const makeServer = () => prepareServer(handlers, limits, sockets);
  for (let tries = 1; ; tries += 1) {
    const four = makeServer();
    await listen(four, '127.0.0.1', 0);
    const port = portOf(four);
    const six = makeServer();
    try {
      await listen(six, '::1', port);
      return bound(port, ['127.0.0.1', '::1'], [four, six], sockets);
    } catch (error) {
      if (!isPortTrouble(error)) return bound(port, ['127.0.0.1'], [four], sockets);
      four.close();
      // Someone else holds this port on ::1; a browser that reads `localhost` as ::1 would hand them the answer.
      if (tries === portTries) throw error;
    }
  }
}

function prepareServer(handlers: LoopbackHandlers, limits: LoopbackLimits, sockets: Set<Socket>): Server {
  const server = createServer({
    maxHeaderSize: mostHeaderBytes,
    insecureHTTPParser: false,
    // A missing Host is refused by the handler, with a page.
    requireHostHeader: false,
  });
  // Pipelined requests after the first are dropped by Node.
  server.maxRequestsPerSocket = 1;
  server.on('request', handlers.request);
  // Without this Node would ask for the body.
  server.on('checkContinue', handlers.request);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') socket.destroy();
    else socket.end(handlers.garbled(error.code ?? ''), () => socket.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    const cut = setTimeout(() => socket.destroy(), limits.connectionMs);
    socket.once('close', () => {
      clearTimeout(cut);
      sockets.delete(socket);
    });
    const [oldest] = sockets;
    if (sockets.size > limits.connections) oldest?.destroy();
  });
  return server;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true, ipv6Only: host === '::1' }, () => {
      server.off('error', reject);
      // Later accept errors (no more file handles) cost one connection, not the wait.
      server.on('error', () => {});
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening TCP server has no port');
  return address.port;
}

/** Taken, or (Windows) set aside for others. Everything else means that ::1 does not exist here. */
function isPortTrouble(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'EADDRINUSE' || code === 'EACCES';
}

function bound(
  port: number,
  addresses: BoundLoopback['addresses'],
  servers: readonly Server[],
  sockets: Set<Socket>,
): BoundLoopback {
  return {
    port,
    addresses,
    close: () => {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
