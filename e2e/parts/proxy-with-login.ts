// An organisation's proxy on loopback that wants a name and a password before it lets anything through: HTTP CONNECT with Basic.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ProxyWithLogin {
  readonly port: number;
  /** `host:port` of every tunnel it has opened, in order. */
  readonly opened: readonly string[];
  stop(): Promise<void>;
}

const refusal =
  'HTTP/1.1 407 Who is it\r\nProxy-Authenticate: Basic realm="Harbour proxy"\r\nContent-Length: 0\r\n\r\n';

export async function openProxyWithLogin(login: {
  readonly name: string;
  readonly password: string;
}): Promise<ProxyWithLogin> {
  const opened: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connection', keep);
  server.on('connect', (request, socket: Socket) => {
    const wanted = `Basic ${Buffer.from(`${login.name}:${login.password}`).toString('base64')}`;
    if (request.headers['proxy-authorization'] !== wanted) return socket.end(refusal);
    const target = new URL(`tcp://${request.url ?? ''}`);
    opened.push(`${target.hostname}:${target.port}`);
    const other = connect(Number(target.port), target.hostname, () => {
      socket.write('HTTP/1.1 200 Go on\r\n\r\n');
      socket.pipe(other).pipe(socket);
    });
    keep(other);
    return other;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    opened,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
