// Proxies for tests, on loopback: HTTP CONNECT and SOCKS 5, with or without a login, that lead every name to one port. For tests only.
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface TrialProxy {
  readonly port: number;
  /** `mail.test:993` of every request, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface TrialProxyWish {
  /** Where everything leads. */
  readonly toPort: number;
  readonly login?: { readonly name: string; readonly password: string };
  /** HTTP: answers with this instead. SOCKS: with this number (RFC 1928 section 6). */
  readonly refuses?: number;
  /** Takes the connection and says nothing. */
  readonly silent?: boolean;
}

async function listening(server: Server, sockets: Set<Socket>, asked: readonly string[]): Promise<TrialProxy> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function join(one: Socket, port: number, sockets: Set<Socket>, ready: (other: Socket) => void): void {
  const other = connect(port, '127.0.0.1', () => ready(other));
  sockets.add(other);
  other.on('error', () => one.destroy());
  other.on('close', () => one.destroy());
  one.on('close', () => other.destroy());
}

export function httpProxy({ toPort, login, refuses, silent }: TrialProxyWish): Promise<TrialProxy> {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const server = createHttpServer();
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    if (silent) return;
    const wanted = login && `Basic ${Buffer.from(`${login.name}:${login.password}`).toString('base64')}`;
    if (wanted && request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Who is it\r\nProxy-Authenticate: Basic realm="Harbour"\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    if (refuses) {
      socket.end(`HTTP/1.1 ${refuses} Not this port\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    join(socket, toPort, sockets, (other) => {
      socket.write('HTTP/1.1 200 Go on\r\n\r\n');
      socket.pipe(other).pipe(socket);
    });
  });
  return listening(server, sockets, asked);
}

/** RFC 1928 and RFC 1929, as far as a client that asks for CONNECT by name needs them. */
export function socksProxy({ toPort, login, refuses = 0, silent }: TrialProxyWish): Promise<TrialProxy> {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const server = createServer((socket) => {
    if (silent) return;
    let step: 'greeting' | 'login' | 'request' = 'greeting';
    socket.on('data', function answer(chunk: Buffer) {
      if (step === 'greeting') {
        const method = login ? 2 : 0;
        const isOffered = chunk.subarray(2).includes(method);
        socket.write(Buffer.from([5, isOffered ? method : 0xff]));
        step = login ? 'login' : 'request';
      } else if (step === 'login') {
        const nameEnds = 2 + (chunk[1] ?? 0);
        const [name, password] = [chunk.subarray(2, nameEnds), chunk.subarray(nameEnds + 1)].map(String);
        const isRight = name === login?.name && password === login?.password;
        socket.write(Buffer.from([1, isRight ? 0 : 1]));
        step = 'request';
      } else {
        const nameEnds = 5 + (chunk[4] ?? 0);
        asked.push(`${chunk.subarray(5, nameEnds).toString()}:${chunk.readUInt16BE(nameEnds)}`);
        const reply = Buffer.from([5, refuses, 0, 1, 0, 0, 0, 0, 0, 0]);
        if (refuses !== 0) {
          socket.end(reply);
          return;
        }
        socket.off('data', answer);
        socket.pause();
        join(socket, toPort, sockets, (other) => {
          socket.write(reply);
          socket.pipe(other).pipe(socket);
        });
      }
    });
  });
  return listening(server, sockets, asked);
}
