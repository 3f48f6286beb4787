// For the kill test: a token server that rotates the renewal token at each use, over real HTTP. `lenient` as Microsoft does (the old one
// works until the new one was used), `harsh` (the old one is dead at once).
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface RotatingServer {
  readonly url: string;
  readonly first: string;
  /** Would this token renew now? */
  usable(token: string): boolean;
  /** 0 for the first token, 1 for the one it was rotated to, and so on; -1 for a stranger. */
  number(token: string): number;
  /** Number of the newest token handed out, and of the newest that the vault said is kept. */
  newest(): number;
  newestKept(): number;
  onKept(call: () => void): void;
  /** When the killed process' connections are gone: what it had sent was answered by then. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function startRotatingServer(manner: 'lenient' | 'harsh'): Promise<RotatingServer> {
  const issued = ['token-0'];
  let valid = new Set(issued);
  let keptUpTo = 0;
  let keptCall: () => void = () => undefined;
  const open = new Set<Socket>();

  const renew = (token: string): string | null => {
    if (!valid.has(token)) return null;
    const next = `token-${issued.length}`;
    issued.push(next);
    valid = manner === 'lenient' ? new Set([token, next]) : new Set([next]);
    return next;
  };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      if (request.url === '/kept') {
        keptUpTo = issued.indexOf(body);
        response.end('noted');
        keptCall();
        return;
      }
      const next = renew(body);
      response.statusCode = next === null ? 400 : 200;
      response.end(next ?? 'invalid_grant');
    });
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    first: 'token-0',
    usable: (token) => valid.has(token),
    number: (token) => issued.indexOf(token),
    newest: () => issued.length - 1,
    newestKept: () => keptUpTo,
    onKept: (call) => {
      keptCall = call;
    },
    idle: async () => {
      await Promise.all([...open].map((socket) => once(socket, 'close')));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => {
        server.close(() => closed());
      });
    },
  };
}
