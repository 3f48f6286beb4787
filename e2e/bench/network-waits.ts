// Notes when somebody waits for a server: every request that a server in this process answers, and whatever goes through its
// proxies. Overlapping waits count once.
import { subscribe } from 'node:diagnostics_channel';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface NetworkWaits {
  /** A port that leads to another one on this computer, with the waits at it noted. */
  proxyTo(port: number): Promise<number>;
  /** Milliseconds between two instants in which at least one answer was waited for; instants as epoch milliseconds. */
  between(from: number, to: number): number;
  stop(): Promise<void>;
}

interface Wait {
  readonly from: number;
  to: number;
}

const now = (): number => performance.timeOrigin + performance.now();

/** One at a time in a process: it hears every server there. */
export function noteNetworkWaits(): NetworkWaits {
  const waits: Wait[] = [];
  const begin = (): Wait => {
    const wait = { from: now(), to: Number.POSITIVE_INFINITY };
    waits.push(wait);
    return wait;
  };
  const end = (wait: Wait): void => {
    wait.to = Math.min(wait.to, now());
  };

  const asked = new WeakMap<object, Wait>();
  subscribe('http.server.request.start', (message) => {
    asked.set((message as { response: object }).response, begin());
  });
  subscribe('http.server.response.finish', (message) => {
    const wait = asked.get((message as { response: object }).response);
    if (wait) end(wait);
  });

  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const pass = (client: Socket, port: number): void => {
    // The one who connects waits for the greeting, or for TLS.
    let wait = begin();
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.once('close', () => {
        end(wait);
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      if (wait.to !== Number.POSITIVE_INFINITY) wait = begin();
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      end(wait);
      client.write(chunk);
    });
  };

  return {
    async proxyTo(port) {
      const server = createServer((client) => pass(client, port));
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return (server.address() as AddressInfo).port;
    },
    between: (from, to) => lengthOfUnion(waits, from, to),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function lengthOfUnion(waits: readonly Wait[], from: number, to: number): number {
  const inside = waits
    .map((wait) => ({ from: Math.max(wait.from, from), to: Math.min(wait.to, to) }))
    .filter((wait) => wait.to > wait.from)
    .sort((one, other) => one.from - other.from);
  let [length, reached] = [0, from];
  for (const wait of inside) {
    length += Math.max(0, wait.to - Math.max(wait.from, reached));
    reached = Math.max(reached, wait.to);
  }
  return length;
}
