// Servers that do what a good one never does. Each takes every connection and says nothing of its own about why.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { MailServer } from '../../shared/mail-provider.ts';

export interface HostileServer {
  readonly server: MailServer;
  stop(): Promise<void>;
}

const manners = {
  /** Greets in plain text where encryption is due. */
  'plain-text': (socket: Socket) => socket.write('* OK Welcome, no encryption here\r\n'),
  /** Takes the connection and falls silent. */
  stall: () => undefined,
  /** Hangs up at once. */
  'hang-up': (socket: Socket) => socket.destroy(),
} as const;

export async function openHostileServer(manner: keyof typeof manners): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The client gives up in its own way.
    socket.on('error', () => undefined);
    manners[manner](socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server: { host: 'localhost', port, security: 'tls' },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
